import type { Clock } from '../../../shared/time.ts'
import type { PictureFiles } from '../media/pictureFiles.ts'
import type { Store } from '../store/store.ts'

/** What caring for stored pictures works with. */
export interface OfflineParts {
  readonly store: Store
  readonly files: PictureFiles
  /** What pictures may take, in bytes. */
  readonly budget: () => number
  readonly now: Clock
  /** Aborted when the engine closes. */
  readonly stop: AbortSignal
  /** Hears of articles whose verdict changed. */
  readonly changed: (ids: readonly string[]) => void
  /** Hears that pictures were let go. */
  readonly letGo: () => void
  readonly fault: (fault: unknown) => void
}
