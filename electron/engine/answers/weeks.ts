import type { EpochMs } from '../../../shared/time.ts'

const DAYS = 7

/** The Monday on which the week of a moment began where this computer stands. */
export function weekOf(at: EpochMs): EpochMs {
  return weeksBefore(at, 1)[0] ?? at
}

/** The Mondays on which the last weeks began where this computer stands, oldest first; the running week is the last. */
export function weeksBefore(now: EpochMs, count: number): EpochMs[] {
  const day = new Date(now)
  const sinceMonday = (day.getDay() + DAYS - 1) % DAYS
  return Array.from({ length: count }, (_, place) => {
    const weeksAgo = count - 1 - place
    // The calendar counts, not hours: a week in which the clocks change is not 168 hours long.
    return new Date(day.getFullYear(), day.getMonth(), day.getDate() - sinceMonday - weeksAgo * DAYS).getTime() as EpochMs
  })
}
