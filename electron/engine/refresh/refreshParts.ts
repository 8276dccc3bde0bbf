import type { Clock, DurationMs } from '../../../shared/time.ts'
import type { Fetcher } from '../fetch/fetched.ts'
import type { PictureKeeper } from '../media/pictureKeeper.ts'
import type { Store } from '../store/store.ts'
import type { Workbench } from '../workbench/bench.ts'
import type { HeldBackBy } from './heldBack.ts'
import type { Robots } from './robots.ts'

/** What a refresh works with. */
export interface RefreshParts {
  readonly store: Store
  readonly fetcher: Fetcher
  readonly workbench: Workbench
  readonly pictures: PictureKeeper
  readonly robots: Robots
  /** Why pages and pictures wait at the moment; null where they do not. */
  readonly heldBackBy: () => HeldBackBy | null
  readonly now: Clock
  /** Between 0 and 1: for the jitter of waits. */
  readonly chance: () => number
  /** The interval that a person chose for all sources; null where each finds its own. */
  readonly checkEvery: () => DurationMs | null
  /** Sleeps, and wakes when the engine closes; a test need not. */
  readonly wait: (time: DurationMs) => Promise<void>
  /** Aborted when the engine closes: what ends by that is no verdict on a source. */
  readonly stop: AbortSignal
}
