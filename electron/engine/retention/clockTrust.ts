import { DAY, between, durationOf, later, type Clock, type DurationMs, type EpochMs } from '../../../shared/time.ts'

/** A clock that moved by more than this since it was last trusted is not believed without a witness (D15). */
export const MOST_MOVED: DurationMs = durationOf(2, DAY)

/** Whether the machine's clock can be believed before something is deleted for its age. */
export interface ClockTrust {
  /** What another computer's clock says now: the Date of an answer (RFC 9110, 6.6.1). */
  hear(saidAt: EpochMs): void
  /** Believed where it moved by little since it was last believed, or where the last answer of this run says about the same. */
  isBelieved(): boolean
}

/** What a clock's trust is judged by. */
export interface ClockTrustOptions {
  readonly now: Clock
  /** Time that passed in this run, in milliseconds: it does not jump with the clock. */
  readonly elapsed: () => number
  /** Where the moment of the last belief is kept between runs. */
  readonly lastBelieved: { read(): EpochMs | null; write(at: EpochMs): void }
}

/** Watches the machine's clock. A profile that is new believes it. */
export function createClockTrust({ now, elapsed, lastBelieved }: ClockTrustOptions): ClockTrust {
  let heard: { readonly saidAt: EpochMs; readonly elapsed: number } | null = null

  function isWitnessed(at: EpochMs): boolean {
    if (heard === null) return false
    return isNear(later(heard.saidAt, durationOf(elapsed() - heard.elapsed, 1 as DurationMs)), at)
  }

  return {
    hear: (saidAt) => {
      heard = { saidAt, elapsed: elapsed() }
    },
    isBelieved: () => {
      const at = now()
      const last = lastBelieved.read()
      if (last !== null && !isNear(last, at) && !isWitnessed(at)) return false
      lastBelieved.write(at)
      return true
    },
  }
}

function isNear(one: EpochMs, other: EpochMs): boolean {
  return Math.abs(between(one, other)) <= MOST_MOVED
}
