import { DAY, HOUR, MINUTE, type EpochMs } from '../../../../shared/time.ts'

/** A day as written. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** A time of day as written, and minutes east of Greenwich, null where nothing is said of a zone. */
export interface TimeOfDay {
  /** Milliseconds since midnight; a whole day for 24:00. */
  readonly sinceMidnight: number
  readonly zone: number | null
}

/**
 * The instant of a day and time; null outside what a calendar knows. The 31st of a shorter month runs over into the
 * next, as publishers' software has it. The years before 100 are what software writes for "no date".
 */
export function instantOf({ year, month, day }: Day, time: TimeOfDay | null, zoneOtherwise = 0): EpochMs | null {
  if (year < 100 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return null
  const midnight = Date.UTC(year, month - 1, day)
  if (time === null) return midnight as EpochMs
  return (midnight + time.sinceMidnight - (time.zone ?? zoneOtherwise) * MINUTE) as EpochMs
}

/** Milliseconds since midnight; null where no clock shows that. 24:00 ends the day, a 60th second is a leap second. */
export function sinceMidnight(hour: number, minute: number, second: number, fraction: number): number | null {
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return null
  return hour * HOUR + minute * MINUTE + Math.round((second + fraction) * 1000)
}

/** The day of an ordinal date: the `count`th of a year. */
export function ordinalDay(year: number, count: number): Day | null {
  if (count < 1 || count > 366) return null
  return dayAt(Date.UTC(year, 0, 1) + (count - 1) * DAY)
}

/** The day of a week date (ISO 8601): week 1 holds the year's first Thursday, Monday is 1. */
export function weekDay(year: number, week: number, weekday: number): Day | null {
  if (week < 1 || week > 53 || weekday < 1 || weekday > 7) return null
  const fourth = Date.UTC(year, 0, 4)
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY
  return dayAt(monday + ((week - 1) * 7 + weekday - 1) * DAY)
}

/** The year of two or three digits: the latest century that is not beyond next year; 103 is 2003 (RFC 2822, 4.3). */
export function fullYear(written: string, now: EpochMs): number {
  const year = Number(written)
  if (written.length === 3) return 1900 + year
  if (written.length > 2) return year
  const nextYear = new Date(now).getUTCFullYear() + 1
  return 2000 + year > nextYear ? 1900 + year : 2000 + year
}

/** The latest year in which this day is not more than a day ahead, for dates that leave the year out. */
export function unsaidYear(month: number, day: number, now: EpochMs): number {
  const year = new Date(now).getUTCFullYear()
  return Date.UTC(year, month - 1, day) > now + DAY ? year - 1 : year
}

function dayAt(instant: number): Day | null {
  const date = new Date(instant)
  const year = date.getUTCFullYear()
  return Number.isNaN(year) ? null : { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}
