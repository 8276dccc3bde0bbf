import type { EpochMs } from '../../../../shared/time.ts'
import type { SavedCopy } from '../library/savedCopy.ts'
import { fieldsOf, lineOf, saidIn } from './jsonLine.ts'

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

/** A saved item as a line of JSON. */
export function savedLine(copy: SavedCopy): string {
  return lineOf(copy)
}

/** The saved item of a line; null where it is none, as where the file is damaged. */
export function copyOfLine(line: string): SavedCopy | null {
  const said = saidIn(line)
  if (said === null) return null
  const { id, title } = said
  if (typeof id !== 'string' || id === '' || typeof title !== 'string') return null
  return { id, title, ...fieldsOf(said, blank) }
}
