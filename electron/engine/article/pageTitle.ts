import { cleanLine } from './cleanLine.ts'
import { sameWords } from './excerpt.ts'

const DIVIDER = /\s+[|–—·»«:\-_]+\s+|\s*[|｜_»]\s*|\s*[—–]{1,2}\s*(?=[\p{Script=Han}])|(?<=\p{Script=Han})-(?=\p{Script=Han})/u

/** The titles that a page gives itself. */
export interface TitleCandidates {
  readonly headline: string | null
  readonly social: string | null
  readonly heading: string | null
  readonly windowTitle: string | null
  readonly siteName: string | null
  readonly host: string
}

/** The title of a page's article, without the site's name around it; null where it gives none. */
export function pageTitle(candidates: TitleCandidates): string | null {
  const { headline, social, heading, windowTitle } = candidates
  const plain = [headline, social, windowTitle].map((title) => (title === null ? '' : undecorated(title, candidates)))
  // A heading that the window's title begins with or repeats is the article's; another may be the site's name.
  if (heading !== null && [social, windowTitle].some((title) => title?.includes(heading))) return cleanLine(heading, 1_000) || null
  const best = plain.find((title) => title !== '') ?? heading ?? ''
  return cleanLine(best, 1_000) || null
}

/** A title without the parts at its ends that only name the site. */
function undecorated(title: string, { siteName, host, heading }: TitleCandidates): string {
  const line = cleanLine(title, 1_000)
  if (heading !== null && sameWords(line, heading)) return line
  const parts = line.split(DIVIDER)
  const isSite = (part: string): boolean => namesSite(part, siteName, host)
  let end = parts.length
  while (end > 1 && isSite(parts[end - 1] ?? '')) end -= 1
  if (end === parts.length && parts.length > 1) return isSite(parts[0] ?? '') ? line.slice(line.indexOf(parts[1] ?? '')) : line
  const lastKept = parts[end - 1] ?? ''
  return line.slice(0, line.lastIndexOf(lastKept) + lastKept.length).trim()
}

function namesSite(part: string, siteName: string | null, host: string): boolean {
  if (siteName !== null && sameWords(part, siteName)) return true
  const bare = part.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  const label = host
    .replace(/^www\./, '')
    .split('.')
    .slice(0, -1)
    .join('')
    .replaceAll('-', '')
  return bare.length >= 3 && (label.includes(bare) || bare.includes(label) || bare === host.replace(/[^a-z0-9]/g, ''))
}
