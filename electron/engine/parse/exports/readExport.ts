import { MOST_STARS } from '../../../../shared/importLimits.ts'
import { failed, ok, type Result } from '../../../../shared/result.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import type { JsonValue } from '../json/jsonValue.ts'
import { parseOpml } from '../opml/parseOpml.ts'
import type { ParsedExport } from './parsedExport.ts'
import { readFluentExport } from './readFluentExport.ts'
import { readStarredJson } from './readStarredJson.ts'

/** Why a file is no export. */
export type NoExport = { readonly kind: 'not-opml' } | { readonly kind: 'not-an-export' }

/** Reads what another reader exported, known by what it holds and not by its name: OPML, a Fluent Reader backup, or a `starred.json`. */
export function readExport(text: string, now: EpochMs): Result<ParsedExport, NoExport> {
  if (!/^\s*[[{]/.test(text)) {
    const opml = parseOpml(text)
    return opml.ok ? ok({ feeds: opml.value.outlines, stars: [], skipped: opml.value.skipped }) : opml
  }
  const document = parsedJson(text)
  const stars = readStarredJson(document, now)
  const read = stars === null ? readFluentExport(document, now) : { feeds: [], stars, skipped: [] }
  return read === null ? failed({ kind: 'not-an-export' }) : ok(withoutExcess(read))
}

function withoutExcess(read: ParsedExport): ParsedExport {
  if (read.stars.length <= MOST_STARS) return read
  const reason = 'many-stars'
  const left = read.stars.slice(MOST_STARS, MOST_STARS + 100).map(({ entry }) => ({ text: entry.title, reason }) as const)
  return { ...read, stars: read.stars.slice(0, MOST_STARS), skipped: [...read.skipped, ...left] }
}

/** JSON that breaks off, or nests without end, is no export. */
function parsedJson(text: string): JsonValue {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
