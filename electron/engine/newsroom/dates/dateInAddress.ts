import type { EpochMs } from '../../../../shared/time.ts'
import { findDate, type DateHints } from './findDate.ts'

const DAY = /(?:^|[^\d])((?:19|20)\d\d)[/_-]?(\d\d)[/_-]?(\d\d)(?!\d)/u
const YEAR = /\/((?:199|20[0-4])\d)(?=[/.]|$)|[?&]\w*=((?:199|20[0-4])\d)(?!\d)/u

/** The day in `/2020/11/17/…`, `/2020-11-17-…`, `/t20201117_12.html`; null where an address has none. */
export function dateInAddress(
  url: string,
  hints: DateHints,
): { readonly at: EpochMs; readonly raw: string; readonly hasYear: true } | null {
  const parts = DAY.exec(pathOf(url))
  if (parts === null) return null
  const found = findDate(`${parts[1]}-${parts[2]}-${parts[3]}`, hints)
  return found === null || found.at > hints.now + 2 * 86_400_000
    ? null
    : { at: found.at, raw: parts[0].replace(/^[^\d]/u, ''), hasYear: true }
}

/** The year that an address speaks of, as a section of its path or a choice in its query; null for none. */
export function yearInAddress(url: string): number | null {
  const parts = YEAR.exec(pathOf(url))
  return parts === null ? null : Number(parts[1] ?? parts[2])
}

function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/]*/iu, '').slice(0, 500)
}
