/** An instant: whole milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number & { readonly unit: 'ms since 1970' }

/** A length of time in whole milliseconds. */
export type DurationMs = number & { readonly unit: 'ms' }

/** A second in milliseconds. */
export const SECOND = 1_000 as DurationMs
/** A minute in milliseconds. */
export const MINUTE = 60_000 as DurationMs
/** An hour in milliseconds. */
export const HOUR = 3_600_000 as DurationMs
/** A day in milliseconds. */
export const DAY = 86_400_000 as DurationMs

/** No article is listed as older than this: feeds that say the year 0 or 1970 mean that they do not know. */
export const EARLIEST_NEWS = Date.UTC(1990, 0, 1) as EpochMs

/** Where the engine asks what time it is, so that tests can say. */
export type Clock = () => EpochMs

/** The machine's own clock. */
export const systemClock: Clock = () => Date.now() as EpochMs

/** `at` moved by `by`, which may be negative. */
export function later(at: EpochMs, by: DurationMs): EpochMs {
  return (at + by) as EpochMs
}

/** How long it is from `from` to `to`; negative where `to` comes first. */
export function between(from: EpochMs, to: EpochMs): DurationMs {
  return (to - from) as DurationMs
}

/** `count` of a unit, as in `durationOf(5, MINUTE)`. */
export function durationOf(count: number, unit: DurationMs): DurationMs {
  return Math.round(count * unit) as DurationMs
}

/** ISO 8601 in UTC, as the command line prints it; null stays null. */
export function isoTime(at: EpochMs | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
