import { HOUR, between, durationOf, later, type DurationMs } from '../../../shared/time.ts'
import type { RuleCatch } from '../store/library/ruleCatches.ts'
import { NEWS_LASTS } from './keepCatches.ts'
import { quietUntil } from './quietHours.ts'
import type { WatchParts } from './watchParts.ts'

/** Events carry at most this many ids. */
const MOST_IDS = 200
/** A clock that is set, or a computer that sleeps, makes any wait wrong: the end of quiet hours is looked for this often. */
const LONGEST_WAIT: DurationMs = HOUR

/** Tells the person what rules caught for them, together, and not in quiet hours. */
export interface CaughtTeller {
  /** Tells what waits, as far as it may be told now. */
  tell(): void
  stop(): void
}

/** Makes a teller. What waits since an earlier run is told as what was withheld. */
export function createCaughtTeller(parts: WatchParts): CaughtTeller {
  return new EventTeller(parts)
}

class EventTeller implements CaughtTeller {
  readonly #parts: WatchParts
  #isAnyWithheld: boolean
  #timer: NodeJS.Timeout | null = null

  constructor(parts: WatchParts) {
    this.#parts = parts
    this.#isAnyWithheld = this.#waiting().length > 0
  }

  tell(): void {
    const { store, now, mayTell, settings } = this.#parts
    if (!mayTell || store.isReadOnly) return
    const { quietHours, notifies } = settings()
    const waiting = this.#waiting()
    if (waiting.length === 0) return
    const end = notifies ? quietUntil(now(), quietHours) : null
    const loud = end === null ? waiting : waiting.filter(({ ruleId }) => store.rules.get(ruleId)?.breaksQuiet ?? false)
    const ids = [...new Set(loud.map((one) => one.articleId))]
    if (notifies) this.#announce(this.#stillUnread(ids), end === null && this.#isAnyWithheld)
    if (ids.length > 0) store.ruleCatches.setTold(ids)
    this.#isAnyWithheld = end !== null && loud.length < waiting.length
    if (end !== null && this.#isAnyWithheld) this.#tellAgainIn(Math.min(between(now(), end), LONGEST_WAIT) as DurationMs)
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #waiting(): RuleCatch[] {
    const { store, now } = this.#parts
    return store.ruleCatches.waiting(later(now(), durationOf(-1, NEWS_LASTS)))
  }

  #stillUnread(ids: readonly string[]): string[] {
    return this.#parts.store.articles.rows(ids).flatMap((row) => (row.isRead ? [] : [row.id]))
  }

  #announce(ids: string[], isSummary: boolean): void {
    if (ids.length === 0) return
    const articleIds = ids.length > MOST_IDS ? null : ids
    this.#parts.tell({ name: 'watchCaught', body: { articleIds, count: ids.length, isSummary } })
  }

  #tellAgainIn(wait: DurationMs): void {
    this.stop()
    this.#timer = setTimeout(() => {
      try {
        this.tell()
      } catch (fault) {
        this.#parts.fault(fault)
      }
    }, wait)
    this.#timer.unref()
  }
}
