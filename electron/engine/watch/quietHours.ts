import type { Settings } from '../../../shared/settings.ts'
import type { EpochMs } from '../../../shared/time.ts'

const MINUTES_OF_HOUR = 60

/**
 * The end of the quiet hours in which a moment lies, by this computer's clock; null where it lies in none. The calendar counts: they end
 * at the hour that the person chose, however long the night was.
 */
export function quietUntil(now: EpochMs, quiet: Settings['quietHours']): EpochMs | null {
  if (quiet === null) return null
  // Those that began today, and those that began yesterday and last into today.
  const ends = [0, -1].map((day) => endOf(quiet, now, day)).filter((end) => end !== null)
  return ends.length === 0 ? null : (Math.max(...ends) as EpochMs)
}

/** The end of the quiet hours that begin so many days from now; null where a moment lies outside of them. */
function endOf(quiet: NonNullable<Settings['quietHours']>, now: EpochMs, day: number): number | null {
  const today = new Date(now)
  const at = (minutes: number, days: number): number =>
    new Date(
      today.getFullYear(),
      today.getMonth(),
      today.getDate() + days,
      Math.floor(minutes / MINUTES_OF_HOUR),
      minutes % MINUTES_OF_HOUR,
    ).getTime()
  const begins = at(quiet.from, day)
  if (!quiet.days.includes(new Date(at(12 * MINUTES_OF_HOUR, day)).getDay())) return null
  // Hours that begin and end alike are a whole day.
  const ends = at(quiet.to, quiet.to > quiet.from ? day : day + 1)
  return now >= begins && now < ends ? ends : null
}
