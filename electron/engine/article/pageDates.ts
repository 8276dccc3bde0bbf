import type { EpochMs } from '../../../shared/time.ts'

const ISO_LIKE =
  /(?<![\d])(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?/i

/**
 * Reads a date in ISO's order: year, month, day, perhaps a time and a zone (`2024-05-01`, `2024/5/1 09:30`, `2024年5月1日`).
 * Without a zone it is taken as UTC. Null for anything else.
 */
export function isoDate(raw: string): EpochMs | null {
  const match = ISO_LIKE.exec(raw.slice(0, 200))
  if (match === null) return null
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0))
  if (year === undefined || month === undefined || day === undefined || year < 1 || month < 1 || month > 12 || day < 1 || day > 31)
    return null
  const at = Date.UTC(year, month - 1, day, hour, minute, second) - zoneMs(match[7])
  return (hour ?? 0) <= 24 && (minute ?? 0) < 60 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day ? (at as EpochMs) : null
}

function zoneMs(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '')
  if (match === null) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return (match[1] === '-' ? -minutes : minutes) * 60_000
}
