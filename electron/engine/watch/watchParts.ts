import type { EngineEvent } from '../../../shared/contract/events.ts'
import type { Settings } from '../../../shared/settings.ts'
import type { Clock } from '../../../shared/time.ts'
import type { Store } from '../store/store.ts'

/** What watching works with. */
export interface WatchParts {
  readonly store: Pick<
    Store,
    'rules' | 'ruleCatches' | 'catches' | 'toWatch' | 'articles' | 'sources' | 'companies' | 'saved' | 'isReadOnly'
  >
  readonly now: Clock
  readonly settings: () => Pick<Settings, 'notifies' | 'quietHours'>
  readonly tell: (event: EngineEvent) => void
  /** Whether there is anybody who can be told of what rules caught; else it waits. */
  readonly mayTell: boolean
  /** Keeps a full copy of an article that is not saved yet, with a tag. */
  readonly save: (articleId: string, tag: string) => Promise<void>
  /** Has search follow what is muted, and what is no more. */
  readonly indexSoon: () => void
  /** Whether sources are being asked: what they bring is told together, when all have answered. */
  readonly isRefreshing: () => boolean
  readonly fault: (fault: unknown) => void
}
