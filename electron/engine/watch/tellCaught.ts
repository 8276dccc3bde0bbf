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
  const { store, now } = parts
  const waitingNow = (): RuleCatch[] => store.ruleCatches.waiting(later(now(), durationOf(-1, NEWS_LASTS)))
  let isAnyWithheld = waitingNow().length > 0
  let timer: NodeJS.Timeout | null = null

  function tell(): void {
    if (!parts.mayTell || store.isReadOnly) return
    const { quietHours, notifies } = parts.settings()
    const waiting = waitingNow()
    if (waiting.length === 0) return
    const end = notifies ? quietUntil(now(), quietHours) : null
    const loud = end === null ? waiting : waiting.filter(breaksQuiet)
    const ids = [...new Set(loud.map((one) => one.articleId))]
    if (notifies) announce(stillUnread(ids), end === null && isAnyWithheld)
    if (ids.length > 0) store.ruleCatches.setTold(ids)
    isAnyWithheld = end !== null && loud.length < waiting.length
    if (end !== null && isAnyWithheld) tellAgainIn(Math.min(between(now(), end), LONGEST_WAIT) as DurationMs)
  }

  function breaksQuiet({ ruleId }: RuleCatch): boolean {
    return store.rules.get(ruleId)?.breaksQuiet ?? false
  }

  function stillUnread(ids: readonly string[]): string[] {
    return store.articles.rows(ids).flatMap((row) => (row.isRead ? [] : [row.id]))
  }

  function announce(ids: string[], isSummary: boolean): void {
    if (ids.length === 0) return
    const articleIds = ids.length > MOST_IDS ? null : ids
    parts.tell({ name: 'watchCaught', body: { articleIds, count: ids.length, isSummary } })
  }

  function tellAgainIn(wait: DurationMs): void {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => {
      try {
        tell()
      } catch (fault) {
        parts.fault(fault)
      }
    }, wait)
    timer.unref()
  }

  return {
    tell,
    stop: () => {
      if (timer !== null) clearTimeout(timer)
    },
  }
}
