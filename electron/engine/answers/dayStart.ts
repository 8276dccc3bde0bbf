import type { EpochMs } from '../../../shared/time.ts'

/** The midnight that began the day of `now`, where this computer stands. */
export function dayStart(now: EpochMs): EpochMs {
  const day = new Date(now)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime() as EpochMs
}
