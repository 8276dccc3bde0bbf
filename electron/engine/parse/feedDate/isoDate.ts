import type { EpochMs } from '../../../../shared/time.ts'
import { fullYear, instantOf, ordinalDay, sinceMidnight, unsaidYear, weekDay, type Day, type TimeOfDay } from './calendar.ts'
import { findTime, zoneAt } from './timeOfDay.ts'

type Parts = readonly (string | undefined)[]

/** Dates of ISO 8601 (1988 to 2019) and of the W3C's profile, whole and partial, and what each pattern's groups mean. */
const DAYS: readonly (readonly [RegExp, (parts: Parts, now: EpochMs) => Day | null])[] = [
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/, ([, year, , month, day]) => dayOf(year, month, day)],
  [/^(\d{4})-0(\d{2})-(\d{2})(?!\d)/, ([, year, month, day]) => dayOf(year, month, day)],
  [/^(\d{4})(\d{2})(\d{2})(?!\d)/, ([, year, month, day]) => dayOf(year, month, day)],
  [/^(\d{4})(\d{2})(\d{2})(?=\d{4}(?:\d{2})?(?!\d))/, ([, year, month, day]) => dayOf(year, month, day)],
  [/^(\d{4})-?W(\d{2})(?:-?(\d))?(?!\d)/i, ([, year, week, day]) => weekDay(Number(year), Number(week), Number(day ?? 1))],
  [/^(\d{4})-?(\d{3})(?!\d)/, ([, year, count]) => ordinalDay(Number(year), Number(count))],
  [/^(\d{4})[-/](\d{1,2})(?![\d-])/, ([, year, month]) => dayOf(year, month, '1')],
  [/^(\d{2})-?(\d{2})-?(\d{2})(?!\d)(?=$|T)/i, ([, year, month, day], now) => dayOf(String(fullYear(year ?? '', now)), month, day)],
  [/^-(\d{2})-?(\d{2})$/, ([, year, month], now) => dayOf(String(fullYear(year ?? '', now)), month, '1')],
  [/^--(\d{2})-?(\d{2})$/, ([, month, day], now) => dayOf(String(unsaidYear(Number(month), Number(day), now)), month, day)],
  [/^(\d{4})$/, ([, year]) => dayOf(year, '1', '1')],
]
/** A date with a zone and no time: `2020-11-17Z`, `2020-11-17+01:00`. */
const ZONE_ALONE = /^(?:Z|[+-]\d\d:\d\d)$/i
const TIME = /^(\d{2}):?(\d{2})?(?::?(\d{2}))?(?:[.,](\d{1,9}))?/

/** Reads a date that starts with digits in the order of ISO 8601; undefined where the text is of another kind. */
export function isoDate(text: string, now: EpochMs): EpochMs | null | undefined {
  for (const [pattern, read] of DAYS) {
    const match = pattern.exec(text)
    if (match === null) continue
    const day = read(match, now)
    const time = timeAfter(text.slice(match[0].length))
    if (day === null || time === 'wrong') return null
    return time === 'unknown' ? undefined : instantOf(day, time)
  }
  return undefined
}

function dayOf(year = '', month = '', day = ''): Day {
  return { year: Number(year), month: Number(month), day: Number(day) }
}

/** 'unknown' where what follows the date is neither nothing nor a time. */
function timeAfter(text: string): TimeOfDay | null | 'wrong' | 'unknown' {
  const rest = ZONE_ALONE.test(text) ? text : text.replace(/^(?:T|[\s,_:-]{1,4}(?=\d))/i, '').trim()
  if (rest === '') return null
  const match = TIME.exec(rest)
  if (match === null || match[2] === undefined) return looseTime(rest)
  return strictTime(match, rest.slice(match[0].length))
}

/** A fraction is of the last part that is given: 15:05,5 is half past the fifth minute. */
function strictTime([, hours, minutes, seconds, fraction]: Parts, after: string): TimeOfDay | 'wrong' | 'unknown' {
  if (/^\s?[ap]\.?m/i.test(after)) return looseTime(`${hours}:${minutes}:${seconds ?? '00'}${after}`)
  const part = fraction === undefined ? 0 : Number(`0.${fraction}`)
  const second = seconds === undefined ? part * 60 : Number(seconds) + part
  const time = sinceMidnight(Number(hours), Number(minutes), Math.floor(second), second % 1)
  const zone = zoneAt(after)
  return time === null || zone === 'wrong' ? 'wrong' : { sinceMidnight: time, zone: zone?.minutes ?? null }
}

function looseTime(rest: string): TimeOfDay | 'wrong' | 'unknown' {
  if (ZONE_ALONE.test(rest)) {
    const zone = zoneAt(rest)
    return zone === null || zone === 'wrong' ? 'wrong' : { sinceMidnight: 0, zone: zone.minutes }
  }
  const found = findTime(rest, true)
  if (found === 'wrong') return 'wrong'
  return found === null ? 'unknown' : found.time
}
