import { performance } from 'node:perf_hooks'
import { edition } from '../../shared/edition.ts'
import { keepSettings, type KeptSettings } from './answers/keptSettings.ts'
import type { OpeningOptions } from './engineOptions.ts'
import { createEventStream, type EventStream } from './eventStream.ts'
import type { WebFetcher } from './fetch/createFetcher.ts'
import { keepClock } from './keptClock.ts'
import { openFetcher } from './openFetcher.ts'
import type { ClockTrust } from './retention/clockTrust.ts'
import type { Store } from './store/store.ts'
import { createUnderWay, type UnderWay } from './underWay.ts'
import { openWorkbench, type Workbench } from './workbench/bench.ts'

/** What all rooms of an engine stand on; it knows none of them. */
export interface Ground {
  readonly options: OpeningOptions
  readonly store: Store
  readonly events: EventStream
  readonly settings: KeptSettings
  readonly clock: ClockTrust
  readonly userAgent: string
  readonly fetcher: WebFetcher
  readonly workbench: Workbench
  /** What the engine sees to its end before it closes. */
  readonly underWay: UnderWay
  /** Aborted when the engine closes. */
  readonly stopper: AbortController
  /** Writes a fault of ours down, with what was being done. */
  readonly faultDuring: (during: string) => (fault: unknown) => void
}

/** Prepares the ground for the rooms of an open profile. */
export function layGround(store: Store, options: OpeningOptions): Ground {
  const clock = keepClock(store, options.now, options.elapsed ?? (() => performance.now()))
  const userAgent = `${edition.productName}/${options.version} (+${edition.site})`
  return {
    options,
    store,
    events: createEventStream(),
    settings: keepSettings(store),
    clock,
    userAgent,
    fetcher: openFetcher(store, options, userAgent, clock),
    workbench: openWorkbench(),
    underWay: createUnderWay(),
    stopper: new AbortController(),
    faultDuring: (during) => (fault) => options.log?.(during, fault),
  }
}
