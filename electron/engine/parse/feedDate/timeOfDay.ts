import { sinceMidnight, type TimeOfDay } from './calendar.ts'
import { zoneNamed, zoneNumbered } from './zones.ts'

/** A time found in a text, and the text that it leaves: what stood before and after it and its zone. */
export interface FoundTime {
  readonly time: TimeOfDay
  readonly rest: string
}

// One mark for each count of parts; no quantifier stands inside another (P03).
const COLONS = /(\d{1,2})\s?:\s?(\d{1,2})(?:\s?:\s?(\d{1,2}))?(?:[.,](\d{1,9}))?/
const HOURS_AND_MINUTES = /(\d{1,2})(?:h|\.)(\d{2})()()(?=\s?uhr|\s?h\b|$|[^\d.])/i
const HOUR_ALONE = /\b(\d{1,2})()()()(?=\s?(?:[ap]\.?m\b|uhr\b|h\b))/i
const MERIDIEM = /^\s?([ap])\.?\s?m\b\.?/i
const AFTER_NOON = /下午|午後|晚上|傍晚|夜|오후/
const BEFORE_NOON = /上午|午前|早上|凌晨|오전/
const NUMBERED_ZONE = /^\s?(?:gmt|utc|ut|z)?\s?([+\-\u2212])\s?(\d{1,2}):?(\d{2})?(?!\d)/i
const NAMED_ZONE = /^\s?\(?([a-z]{1,4})\b(?!\.?\s?\d{1,2}\s?[,.])\)?/i

/**
 * Finds the time of day in a text; null where there is none, or where what stands there is no time or no zone.
 *
 * @param isDateKnown true where the text follows a date, so that a bare "15.05" can only be a time.
 */
export function findTime(text: string, isDateKnown: boolean): FoundTime | null | 'wrong' {
  const match = COLONS.exec(text) ?? HOUR_ALONE.exec(text) ?? (isDateKnown ? HOURS_AND_MINUTES.exec(text) : null)
  if (match === null) return null
  const [whole, hours, minutes, seconds, fraction] = match
  const after = text.slice(match.index + whole.length)
  const before = text.slice(0, match.index)
  const noon = meridiemIn(before, after)
  const hour = hourBy(Number(hours), noon.isAfternoon)
  const time = sinceMidnight(hour, Number(minutes || 0), Number(seconds || 0), fraction ? Number(`0.${fraction}`) : 0)
  const zone = zoneAt(noon.after)
  if (time === null || zone === 'wrong') return 'wrong'
  return { time: { sinceMidnight: time, zone: zone?.minutes ?? null }, rest: `${before} ${zone?.rest ?? noon.after}` }
}

/** The zone that a text starts with, and the rest. */
export function zoneAt(text: string): { readonly minutes: number; readonly rest: string } | null | 'wrong' {
  const numbered = NUMBERED_ZONE.exec(text)
  if (numbered !== null) {
    const minutes = zoneNumbered(numbered[1] ?? '', Number(numbered[2]), Number(numbered[3] ?? 0))
    return minutes === null ? 'wrong' : { minutes, rest: text.slice(numbered[0].length) }
  }
  const named = NAMED_ZONE.exec(text)
  const minutes = named === null ? null : zoneNamed(named[1] ?? '')
  return named === null || minutes === null ? null : { minutes, rest: text.slice(named[0].length) }
}

function meridiemIn(before: string, after: string): { isAfternoon: boolean | null; after: string } {
  const latin = MERIDIEM.exec(after)
  if (latin !== null) return { isAfternoon: latin[1]?.toLowerCase() === 'p', after: after.slice(latin[0].length) }
  if (AFTER_NOON.test(before)) return { isAfternoon: true, after }
  return { isAfternoon: BEFORE_NOON.test(before) ? false : null, after }
}

/** 12 in the morning is 0; 15 in the afternoon stays 15. */
function hourBy(hour: number, isAfternoon: boolean | null): number {
  if (isAfternoon === null || hour > 12) return hour
  return (hour % 12) + (isAfternoon ? 12 : 0)
}
