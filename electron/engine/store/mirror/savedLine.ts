import type { EpochMs } from '../../../../shared/time.ts'
import type { SavedCopy } from '../library/savedCopy.ts'

/** What a mirror that says nothing of a field means by it, as one that an older Newsdesk wrote. */
const blank: Omit<SavedCopy, 'id' | 'title'> = {
  sourceId: '',
  sourceTitle: '',
  sourceUrl: '',
  siteUrl: null,
  category: 'industry',
  url: null,
  author: null,
  publishedAt: null,
  updatedAt: null,
  firstSeenAt: 0 as EpochMs,
  savedAt: 0 as EpochMs,
  excerpt: '',
  note: '',
  tags: [],
  language: null,
  categories: [],
  origin: 'feed',
  html: '',
  text: '',
  pictures: [],
  collectionId: null,
  collectionName: null,
  companyId: null,
  companyName: null,
  wantsPage: false,
  kept: [],
}

/** A saved item as a line of JSON. Times are ISO 8601, for people and for other programs. */
export function savedLine(copy: SavedCopy): string {
  return JSON.stringify(copy, (key, value: unknown) => (isTime(key) && typeof value === 'number' ? new Date(value).toISOString() : value))
}

/** The saved item of a line; null where it is none, as where the file is damaged. */
export function copyOfLine(line: string): SavedCopy | null {
  const said = jsonOf(line)
  if (typeof said !== 'object' || said === null) return null
  const { id, title, ...rest } = said as Readonly<Record<string, unknown>>
  if (typeof id !== 'string' || id === '' || typeof title !== 'string') return null
  const known = Object.entries(blank).map(([key, fallback]) => [key, fits(rest[key], fallback) ? rest[key] : fallback])
  return { id, title, ...(Object.fromEntries(known) as typeof blank) }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line, (key, value: unknown) => (isTime(key) && typeof value === 'string' ? Date.parse(value) : value))
  } catch {
    return null
  }
}

function isTime(key: string): boolean {
  return /[a-z]At$/.test(key)
}

function fits(value: unknown, fallback: unknown): boolean {
  if (value === undefined) return false
  if (fallback === null) return value === null || typeof value === 'string' || Number.isSafeInteger(value)
  return typeof value === typeof fallback && Array.isArray(value) === Array.isArray(fallback) && value !== null
}
