import type { EpochMs } from '../../../../shared/time.ts'
import { fullYear, instantOf, unsaidYear, type Day } from './calendar.ts'
import { monthNamed } from './monthNames.ts'
import { findTime } from './timeOfDay.ts'

const WORDS = /\p{L}+/gu
const NUMBERS = /\d+/g
/** "3 days ago" is no date, and `ago` is August in three languages. */
const AGE = /\b(?:second|minute|min|hour|day|week|month|year)s?\b/i
/** Three numbers with one sign between them. */
const NUMERIC = /(?<!\d)(\d{1,4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?!\d)/

/**
 * Dates as people and mail software write them (RFC 822 and 2822, asctime, `date`, "17. November 2020", "11/17/2020"):
 * the words that are no month are passed over, so that a wrong weekday does no harm. Null where no day comes out.
 */
export function writtenDate(text: string, now: EpochMs): EpochMs | null {
  const found = AGE.test(text) ? 'wrong' : findTime(text, false)
  if (found === 'wrong') return null
  const rest = found?.rest ?? text
  const day = dayWithMonthName(rest, now) ?? numericDay(rest, now)
  return day === null ? null : instantOf(day, found?.time ?? lateTime(rest))
}

/** "17. November 2020, 15.05 Uhr": points part the time as they part a date, so it is looked for behind the year. */
function lateTime(rest: string): { sinceMidnight: number; zone: number | null } | null {
  const year = /(?<!\d)\d{4}(?!\d)/.exec(rest)
  const found = year === null ? null : findTime(rest.slice(year.index + 4), true)
  return found === null || found === 'wrong' ? null : found.time
}

function dayWithMonthName(text: string, now: EpochMs): Day | null {
  // The last one: "mar. 4 févr." starts with a Tuesday.
  const name = [...text.matchAll(WORDS)].findLast(([word]) => monthNamed(word) !== null)
  if (name === undefined) return null
  const month = monthNamed(name[0]) ?? 0
  const numbers = [...text.matchAll(NUMBERS)].map(([digits]) => digits)
  const longAt = numbers.findIndex((digits) => digits.length >= 3)
  const yearAt = longAt >= 0 ? longAt : numbers.findIndex((digits) => Number(digits) > 31)
  if (yearAt >= 0) {
    const day = numbers.find((digits, index) => index !== yearAt && digits.length <= 2)
    return { year: fullYear(numbers[yearAt] ?? '', now), month, day: Number(day ?? 1) }
  }
  const [day, year] = numbers
  if (day === undefined) return null
  return { year: year === undefined ? unsaidYear(month, Number(day), now) : fullYear(year, now), month, day: Number(day) }
}

/** 17.11.2020 and 17-11-2020 start with the day; 11/17/2020 with the month, unless that cannot be. */
function numericDay(text: string, now: EpochMs): Day | null {
  const match = NUMERIC.exec(text)
  if (match === null) return null
  const [, first = '', sign = '', second = '', third = ''] = match
  if (first.length > 2) return { year: Number(first), month: Number(second), day: Number(third) }
  const year = fullYear(third, now)
  const isMonthFirst = sign === '/' ? Number(first) <= 12 : Number(second) > 12
  return isMonthFirst ? { year, month: Number(first), day: Number(second) } : { year, month: Number(second), day: Number(first) }
}
