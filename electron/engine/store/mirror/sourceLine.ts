import type { Category, SourceKind } from '../../../../shared/contract/schemas.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import type { KeptSource } from '../library/sources.ts'
import { isOpenable } from '../openable.ts'
import { fieldsOf, lineOf, saidIn } from './jsonLine.ts'

/** What a line that says nothing of a field means by it. */
const blank: Omit<KeptSource, 'id' | 'title' | 'url' | 'kind' | 'category' | 'recipe' | 'removedAt'> = {
  siteUrl: null,
  folder: null,
  companyId: null,
  checkEvery: null,
  keepsPictures: true,
  addedAt: 0 as EpochMs,
}

/** A followed source as a line of JSON, a newsroom with how its list is found. */
export function sourceLine({ removedAt: _removedAt, recipe, ...source }: KeptSource): string {
  return lineOf({ ...source, recipe: recipe === null ? null : (JSON.parse(recipe) as unknown) })
}

/** The source of a line; null where it is none. */
export function sourceOfLine(line: string): KeptSource | null {
  const said = saidIn(line)
  if (said === null) return null
  const { id, title, url, kind, category, recipe } = said
  if (!isWord(id) || typeof title !== 'string' || !isWord(url) || !isOpenable(url) || !isKind(kind) || !isCategory(category)) return null
  const read = { ...fieldsOf(said, blank), id, title, url, kind, category, removedAt: null }
  return { ...read, recipe: typeof recipe === 'object' && recipe !== null ? JSON.stringify(recipe) : null }
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isKind(value: unknown): value is SourceKind {
  return value === 'feed' || value === 'newsroom'
}

function isCategory(value: unknown): value is Category {
  return value === 'company' || value === 'industry'
}
