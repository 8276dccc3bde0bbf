/**
 * How long articles are kept. Saved items are kept for ever, whatever this says.
 * `keepReadDays` run from when an article was read, `keepUnreadDays` from when it arrived, null for ever; the newest `keepAtLeast` of every
 * source stay.
 */
export interface RetentionPolicy {
  readonly keepReadDays: number | null
  readonly keepUnreadDays: number | null
  readonly keepAtLeast: number
}

/** The days that a person can choose; null keeps for ever. */
export const retentionDays = [7, 14, 30, 60, 90, 180, 365, null] as const
/** The least numbers of articles of a source that a person can choose. */
export const leastKept = [0, 10, 20, 50, 100, 200, 500] as const

/** What holds until a person chooses. */
export const defaultRetention: RetentionPolicy = { keepReadDays: 60, keepUnreadDays: 180, keepAtLeast: 50 }
