import { HOUR, durationOf, later, type EpochMs } from './time.ts'

/** For how long a person can have the polling rest. */
export type Pause = 'hour' | 'day'

const MORNING = 6

/** When a pause that begins now is over: in an hour, or on the next morning by this computer's clock. */
export function pauseEnds(pause: Pause, now: EpochMs): EpochMs {
  if (pause === 'hour') return later(now, durationOf(1, HOUR))
  const morning = new Date(now)
  morning.setDate(morning.getDate() + 1)
  morning.setHours(MORNING, 0, 0, 0)
  return morning.getTime() as EpochMs
}
