import type { EpochMs } from '../../../shared/time.ts'

/** How often a permanent redirect must be seen before a source's address follows it: one answer may be a mistake, or a captive portal. */
export const TIMES_SEEN = 2

/** What is remembered of a permanent redirect between two polls. */
export interface SeenMove {
  readonly movedTo: string | null
  readonly movedTimes: number
  readonly movedSince: EpochMs | null
}

/** What to remember after a poll that ended at `movedTo` for good, or (null) where it should. */
export function seenMove(before: SeenMove, movedTo: string | null, now: EpochMs): SeenMove {
  if (movedTo === null) return { movedTo: null, movedTimes: 0, movedSince: null }
  if (before.movedTo !== movedTo) return { movedTo, movedTimes: 1, movedSince: now }
  return { movedTo, movedTimes: before.movedTimes + 1, movedSince: before.movedSince ?? now }
}

/** The address that a source should have from now on; null while it should keep its own. */
export function newAddress(move: SeenMove): string | null {
  return move.movedTimes >= TIMES_SEEN ? move.movedTo : null
}
