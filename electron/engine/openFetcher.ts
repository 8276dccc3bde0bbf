import { fileURLToPath } from 'node:url'
import type { Clock, EpochMs } from '../../shared/time.ts'
import { createFetcher, type WebFetcher } from './fetch/createFetcher.ts'
import { proxyFromEnvironment } from './fetch/environmentProxy.ts'
import type { OpeningOptions } from './engineOptions.ts'
import type { ClockTrust } from './retention/clockTrust.ts'
import { createSample } from './sample/createSample.ts'
import type { Store } from './store/store.ts'

/** The engine's one way to the network, and to the sample edition. The clock hears what servers' clocks say. */
export function openFetcher(store: Store, options: OpeningOptions, userAgent: string, clock: ClockTrust): WebFetcher {
  const { now, mayUsePrivate = false, fetchLimits } = options
  return createFetcher({
    userAgent,
    mayUsePrivate,
    now,
    proxyFor: options.proxyFor ?? proxyFromEnvironment(process.env),
    heardTime: (saidAt) => clock.hear(saidAt),
    ...(fetchLimits === undefined ? {} : { limits: fetchLimits }),
    sample: createSample(sampleFolder(), startOfSample(store, now)),
  })
}

/** The sample edition beside the sources, or beside the bundle. */
function sampleFolder(): string {
  const isSource = import.meta.url.endsWith('.ts')
  return fileURLToPath(new URL(isSource ? '../../build/sample' : '../sample', import.meta.url))
}

/** The day that the sample edition counts its dates from: fixed once for a profile, so that it is the same at every poll. */
function startOfSample(store: Store, now: Clock): EpochMs {
  const kept = store.settings.read()['sampleSince']
  if (typeof kept === 'number') return kept as EpochMs
  const since = now()
  if (!store.isReadOnly) store.settings.write('sampleSince', since)
  return since
}
