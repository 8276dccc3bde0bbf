import type { ArticlesTable } from '../cache/articles.ts'
import type { SavedTable } from '../library/saved.ts'
import { anyTermExpression, wordsExpression } from './matchExpression.ts'
import { namedBoth } from './named.ts'
import type { Named, NamedBoth, NamedTables } from './named.ts'
import type { FindSaved, SavedMatch } from './savedSearch.ts'
import { isEmptyQuery } from './searchQuery.ts'
import type { ParsedQuery } from './searchQuery.ts'

/** Where saved items are looked for. */
export interface SavedTables {
  readonly saved: Pick<SavedTable, 'ids'>
  readonly articles: Pick<ArticlesTable, 'readAmong'>
  readonly inLibrary: FindSaved
}

/** The ids of the saved items that a query finds; null where it asks for nothing. */
export type FindSavedIds = (query: ParsedQuery) => string[] | null

const ALL = { match: null, tags: [], collectionIds: null, after: null, before: null }

/** Makes the search among saved items alone. */
export function findSavedIds(tables: SavedTables & NamedTables): FindSavedIds {
  return (query) => (isEmptyQuery(query) ? null : savedFound(query, namedBoth(query, tables), tables).map(({ id }) => id))
}

/** The saved items that match, newest saved first. What is muted is of the cache. */
export function savedFound(query: ParsedQuery, only: NamedBoth, tables: SavedTables): SavedMatch[] {
  if (query.isMuted) return []
  const { wanted, unwanted, inTitle, tags, after, before, isRead } = query
  const words = wanted.length === 0 ? null : wordsExpression(wanted, inTitle)
  const asked = { tags, collectionIds: only.collectionIds, after, before }
  const found = tables.inLibrary({ ...asked, match: words })
  const wrong = unwanted.length === 0 ? [] : tables.inLibrary({ ...asked, match: anyTermExpression(unwanted) })
  const wrongIds = new Set(wrong.map((saved) => saved.id))
  for (const id of savedWithout(query, only, tables)) wrongIds.add(id)
  const isNamed = savedNamed(only, tables, true)
  const isLeftOut = savedNamed(only.without, tables, false)
  const right = found.filter((saved) => !wrongIds.has(saved.id) && isNamed(saved) && !isLeftOut(saved))
  const read = isRead === null ? null : tables.articles.readAmong(right.map((saved) => saved.id))
  return right.filter((saved) => read === null || read.has(saved.id) === isRead)
}

/** The saved items that a query leaves out: all, those with a tag, or those of a collection. */
export function savedWithout({ without }: ParsedQuery, only: NamedBoth, { saved, inLibrary }: SavedTables): Set<string> {
  if (without.isSaved) return new Set(saved.ids())
  const tagged = without.tags.flatMap((tag) => inLibrary({ ...ALL, tags: [tag] }))
  const { collectionIds } = only.without
  const placed = collectionIds === null ? [] : inLibrary({ ...ALL, collectionIds })
  return new Set([...tagged, ...placed].map(({ id }) => id))
}

/** Whether a saved item is of what the query names; `otherwise`: where it names nothing. Its own words say which companies it mentions, for the cache may have lost it. */
function savedNamed({ sourceIds, companies }: Named, { inLibrary }: SavedTables, otherwise: boolean): (saved: SavedMatch) => boolean {
  const match = companies !== null && companies.names.length > 0 ? anyTermExpression(companies.names) : null
  const mentioning = new Set(match === null ? [] : inLibrary({ ...ALL, match }).map((saved) => saved.id))
  const answers: ((saved: SavedMatch) => boolean)[] = []
  if (sourceIds !== null) answers.push(({ sourceId }) => sourceIds.has(sourceId))
  if (companies !== null) answers.push(({ id, sourceId }) => companies.sourceIds.has(sourceId) || mentioning.has(id))
  if (answers.length === 0) return () => otherwise
  // All of what is wanted, any of what is not.
  return (saved) => (otherwise ? answers.every((is) => is(saved)) : answers.some((is) => is(saved)))
}
