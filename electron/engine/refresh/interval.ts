import { DAY, HOUR, MINUTE, durationOf, later, type DurationMs, type EpochMs } from '../../../shared/time.ts'

/** No source is asked more often than this, whatever it publishes. */
export const SHORTEST_WAIT: DurationMs = durationOf(15, MINUTE)
/** No source is left alone longer than this, whatever it asks for. */
export const LONGEST_WAIT: DurationMs = DAY
/** How often a source is asked of which nothing is known yet. */
export const FIRST_INTERVAL: DurationMs = HOUR

const SOONER = 0.6
const RARER = 1.3
/** Waits differ by up to this share, so that sources added together do not stay together. */
const JITTER = 0.1

/**
 * How often to ask a source that was just asked: sooner where it had news, rarer where it had none.
 * Between {@link SHORTEST_WAIT} and {@link LONGEST_WAIT}.
 */
export function adaptedInterval(interval: DurationMs, hadNews: boolean): DurationMs {
  return within(SHORTEST_WAIT, interval * (hadNews ? SOONER : RARER), LONGEST_WAIT)
}

/**
 * When to ask a source again.
 *
 * @param failuresInRow 0 after a success; each failure doubles the wait.
 * @param askedToWait the most that the server or the feed asks for (Retry-After, max-age: RFC 9111; `ttl`), or null.
 * @param chance between 0 and 1, for the jitter.
 */
export function nextCheckAt(
  now: EpochMs,
  interval: DurationMs,
  wait: { readonly failuresInRow: number; readonly askedToWait: DurationMs | null; readonly chance: number },
): EpochMs {
  const backedOff = interval * 2 ** Math.min(wait.failuresInRow, 10)
  const jittered = backedOff * (1 + JITTER * (2 * wait.chance - 1))
  return later(now, within(SHORTEST_WAIT, Math.max(jittered, wait.askedToWait ?? 0), LONGEST_WAIT))
}

function within(least: DurationMs, wanted: number, most: DurationMs): DurationMs {
  return Math.round(Math.min(most, Math.max(least, wanted))) as DurationMs
}
