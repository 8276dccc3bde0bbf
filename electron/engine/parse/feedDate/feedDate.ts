import type { EpochMs } from '../../../../shared/time.ts'
import { eastAsianDate } from './eastAsianDate.ts'
import { isoDate } from './isoDate.ts'
import { plainDate } from './plainDate.ts'
import { writtenDate } from './writtenDate.ts'

/** No date is longer; what is, is cut, so that no text costs time. */
const LONGEST = 120

/**
 * Reads a date as publishers write them: RFC 822, ISO 8601, Unix time, East Asian and written-out forms, with their
 * usual mistakes. Without a zone it is UTC (East Asian forms: the time of their home); a day without a time is its
 * midnight UTC. Null where it says nothing. Never throws.
 *
 * @param now decides what two-digit years and left-out years mean.
 */
export function feedDate(raw: string, now: EpochMs): EpochMs | null {
  const plain = raw.length < LONGEST ? plainDate(raw.trim()) : undefined
  if (plain !== undefined) return plain
  const text = tidy(raw)
  if (!/\d/.test(text)) return null
  const unix = unixTime(text)
  if (unix !== undefined) return unix
  const eastAsian = isAscii(text) ? undefined : eastAsianDate(text, now)
  if (eastAsian !== undefined) return eastAsian
  const iso = /^[\d-]/.test(text) ? isoDate(text, now) : undefined
  return iso === undefined ? writtenDate(text, now) : iso
}

/** One line; full-width signs as plain ones; without the comment behind a zone (RFC 822) and zone names in brackets (RFC 9557). */
function tidy(raw: string): string {
  const text = raw
    .slice(0, LONGEST * 4)
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
  return text.replace(/\[[^\]]*\]/g, '').replace(/([+-]\d\d:?\d\d) ?\([^()]*\)/g, '$1')
}

function isAscii(text: string): boolean {
  return !/[^\u0000-\u007f]/.test(text)
}

/** Seconds or milliseconds since 1970, told apart by their digits; undefined where it is something else. */
function unixTime(text: string): EpochMs | null | undefined {
  const match = /^(\d{9,10}|\d{13})(?:\.\d{1,9})?$/.exec(text)
  if (match === null) return undefined
  const count = Number(match[0])
  return Math.round((match[1]?.length ?? 0) === 13 ? count : count * 1000) as EpochMs
}
