import { DAY, MINUTE, between, durationOf, type Clock, type DurationMs, type EpochMs } from '../../../shared/time.ts'

const FIRST_WAIT: DurationMs = durationOf(15, MINUTE)
const LONGEST_WAIT: DurationMs = DAY

/** Keeps from asking a server in trouble again and again. Known for as long as the engine runs: a start asks once more. */
export interface Patience {
  mayAsk(address: string): boolean
  /** It was asked and gave nothing; each time the wait doubles, from a quarter of an hour to a day. */
  failed(address: string): void
}

/** Makes a patience that nothing has tried yet. */
export function createPatience(now: Clock): Patience {
  const failures = new Map<string, { readonly at: EpochMs; readonly times: number }>()
  return {
    mayAsk: (address) => {
      const failure = failures.get(address)
      if (failure === undefined) return true
      // A clock that went back counts as time that passed.
      return Math.abs(between(failure.at, now())) >= Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failure.times - 1))
    },
    failed: (address) => void failures.set(address, { at: now(), times: (failures.get(address)?.times ?? 0) + 1 }),
  }
}
