import type { Snippet } from '../../../../shared/contract/article.ts'
import type { Clock } from '../../../../shared/time.ts'
import { DAY } from '../../../../shared/time.ts'
import type { ArticlesTable } from '../cache/articles.ts'
import { listedAt } from '../cache/articleWriter.ts'
import type { ArticleTexts } from '../cache/articleTexts.ts'
import type { CatchesTable } from '../cache/catches.ts'
import type { CachedSources } from '../cache/cachedSources.ts'
import type { WordGuess } from '../cache/commonWords.ts'
import type { MentionsTable } from '../cache/mentions.ts'
import type { PicturesTable } from '../cache/pictures.ts'
import { MUTED, sourceFacet, yearFacet } from '../cache/searchIndex.ts'
import { storedRow } from '../cache/storedRow.ts'
import type { StoredRow } from '../cache/storedRow.ts'
import type { CollectionsTable } from '../library/collections.ts'
import type { CompaniesTable } from '../library/companies.ts'
import type { SavedTable } from '../library/saved.ts'
import type { SavedCopy } from '../library/savedCopy.ts'
import { listedCopy } from '../library/savedRow.ts'
import type { SourcesTable } from '../library/sources.ts'
import type { CacheMatches, CacheSearch, Candidate, OfCompanies } from './cacheSearch.ts'
import { boundTerms } from './boundTerms.ts'
import { matchExpression } from './matchExpression.ts'
import { savedFound, savedWithout } from './savedFound.ts'
import type { FindSaved, SavedMatch } from './savedSearch.ts'
import { isEmptyQuery } from './searchQuery.ts'
import type { ParsedQuery } from './searchQuery.ts'
import { namedBoth } from './named.ts'
import type { NamedBoth, NamedCompanies } from './named.ts'
import { snippetOf, termFinder } from './snippet.ts'
import type { Finder, Mark } from './snippet.ts'

/** An article that was found. `sourceTitle`: of a saved copy whose source may be gone; null where the source is followed. */
export interface FoundArticle {
  readonly row: StoredRow
  readonly sourceTitle: string | null
  readonly snippet: Snippet
  readonly titleMarks: Mark[]
}

/** What a search found, best first. */
export interface SearchFound {
  readonly hits: FoundArticle[]
  readonly total: number
  readonly isTotalExact: boolean
}

/** The tables that a search reads. */
export interface SearchedTables {
  readonly sources: SourcesTable
  readonly companies: CompaniesTable
  readonly collections: CollectionsTable
  readonly mentions: MentionsTable
  readonly saved: SavedTable
  readonly articles: ArticlesTable
  readonly cachedSources: CachedSources
  readonly texts: ArticleTexts
  readonly pictures: PicturesTable
  readonly inCache: CacheSearch
  readonly catches: CatchesTable
  readonly guess: WordGuess
  readonly inLibrary: FindSaved
  readonly now: Clock
}

/** Finds articles and saved items; each is told once. */
export type Search = (query: ParsedQuery, limit: number) => SearchFound

type Ranked = { readonly score: number; readonly listedAt: number } & ({ readonly article: number } | { readonly savedId: string })

/** After this long an article of the same relevance counts about two thirds. */
const HALF_FADED = 90 * DAY
const NOTHING: CacheMatches = { candidates: [], total: 0, isTotalExact: true }

/** Makes the search over both databases. */
export function search(tables: SearchedTables): Search {
  return (query, limit) => {
    if (isEmptyQuery(query)) return { hits: [], total: 0, isTotalExact: true }
    const only = namedBoth(query, tables)
    const cached = wantsLibraryOnly(query) ? NOTHING : inCache(query, only, tables)
    const found = savedFound(query, only, tables)
    const saved = wantsLibraryOnly(query) ? found : withoutTold(found, cached.candidates, tables.inCache)
    const scoreOf = scorer(tables.now())
    const ranked: Ranked[] = [
      ...cached.candidates.map((found) => ({ ...found, score: scoreOf(found), article: found.row })),
      ...saved.map((found) => ({ ...found, score: scoreOf(found), savedId: found.id })),
    ]
    const best = ranked.sort((a, b) => b.score - a.score || b.listedAt - a.listedAt).slice(0, limit)
    return { hits: tell(best, query, tables), total: cached.total + saved.length, isTotalExact: cached.isTotalExact }
  }
}

function inCache(query: ParsedQuery, only: NamedBoth, tables: SearchedTables): CacheMatches {
  const wanted = boundTerms(query.wanted, tables.guess)
  const match = matchExpression({ ...query, wanted, ...facetsOf(query, only, tables) })
  const companies = { company: ofCompanies(only.companies), notCompany: ofCompanies(only.without.companies) }
  return tables.inCache.find({ ...query, wanted, match, ...companies, notIds: [...savedWithout(query, only, tables)] })
}

function ofCompanies(companies: NamedCompanies | null): OfCompanies | null {
  return companies && { companyIds: companies.companyIds, sourceIds: [...companies.sourceIds] }
}

/** Only saved items have tags and stand in collections. */
function wantsLibraryOnly({ isSaved, tags, collections }: ParsedQuery): boolean {
  return isSaved || tags.length > 0 || collections.length > 0
}

function facetsOf(
  { after, before, isMuted }: ParsedQuery,
  { sourceIds, companies, without }: NamedBoth,
  { cachedSources, catches }: SearchedTables,
) {
  const facets: string[][] = isMuted ? [[MUTED]] : []
  if (sourceIds) facets.push(sourceFacets(sourceIds, cachedSources))
  if (after !== null || before !== null) facets.push(years(after, before))
  const names = companies && { terms: companies.names, facets: sourceFacets(companies.sourceIds, cachedSources) }
  const muted = !isMuted && catches.isAnyMuted() ? [MUTED] : []
  const left = without.sourceIds === null ? [] : sourceFacets(without.sourceIds, cachedSources)
  return { facets, names, unwantedFacets: [...cachedSources.hidden().map(sourceFacet), ...muted, ...left] }
}

function sourceFacets(sourceIds: ReadonlySet<string>, cachedSources: CachedSources): string[] {
  const found = [...sourceIds].map((sourceId) => cachedSources.get(sourceId))
  const facets = found.flatMap((source) => (source ? [sourceFacet(source.source)] : []))
  // A facet that no article has: the named source has no articles, or is none.
  return facets.length > 0 ? facets : [sourceFacet(0)]
}

/** The years that a span touches, within those that news can be of. */
function years(after: number | null, before: number | null): string[] {
  const first = Math.max(1990, after === null ? 1990 : new Date(after).getUTCFullYear())
  const last = Math.min(2100, before === null ? 2100 : new Date(before).getUTCFullYear())
  const count = Math.max(0, last - first + 1)
  return count === 0 ? [yearFacet(0)] : Array.from({ length: count }, (_, index) => yearFacet(first + index))
}

/** Without those that the cache's own search tells. */
function withoutTold(saved: readonly SavedMatch[], told: readonly Candidate[], inCache: CacheSearch): SavedMatch[] {
  const rows = new Set(told.map(({ row }) => row))
  const rowOf = inCache.rowsOf(saved.map(({ id }) => id))
  return saved.filter(({ id }) => !rows.has(rowOf.get(id) ?? -1))
}

/** Relevance, fading with age down to a half. */
function scorer(now: number): (found: { relevance: number; listedAt: number }) => number {
  return ({ relevance, listedAt }) => relevance * (0.5 + 0.5 * Math.exp(-Math.max(0, now - listedAt) / HALF_FADED))
}

function tell(best: readonly Ranked[], query: ParsedQuery, tables: SearchedTables): FoundArticle[] {
  const find = termFinder(query.wanted)
  const rows = tables.inCache.rows(best.flatMap((found) => ('article' in found ? [found.article] : [])))
  return best.flatMap((found) => {
    if ('savedId' in found) return tellSaved(found.savedId, find, tables)
    const row = rows.get(found.article)
    return row ? [tellArticle(found.article, storedRow(row), find, tables)] : []
  })
}

function tellArticle(article: number, row: StoredRow, find: Finder, { texts }: SearchedTables): FoundArticle {
  const text = texts.shown(article)?.text ?? row.excerpt
  return { row, sourceTitle: null, snippet: snippetOf(text, find), titleMarks: find(row.title) }
}

function tellSaved(id: string, find: Finder, tables: SearchedTables): FoundArticle[] {
  const copy = tables.saved.get(id)
  if (!copy) return []
  const row = tables.articles.row(id) ?? rowOfSaved(copy, tables)
  const text = copy.note === '' ? copy.text : `${copy.text}\n${copy.note}`
  return [{ row, sourceTitle: copy.sourceTitle, snippet: snippetOf(text, find), titleMarks: find(row.title) }]
}

/** A saved copy as lists show an article, for when the cache has it no more. */
export function rowOfSaved(copy: SavedCopy, { articles }: Pick<SearchedTables, 'articles'>): StoredRow {
  const { id, sourceId, category, title, url, author, publishedAt, updatedAt, firstSeenAt, excerpt } = copy
  const said = { id, sourceId, category, title, url, author, publishedAt, updatedAt, firstSeenAt, excerpt }
  const { thumbnailHash, missingPictures, lacksText } = listedCopy(copy)
  const missing = lacksText ? ('text-waiting' as const) : missingPictures > 0 ? ('pictures-waiting' as const) : null
  return {
    ...said,
    offline: missing === null ? 'ready' : 'partial',
    thumbnailHash,
    missing,
    listedAt: listedAt(publishedAt, firstSeenAt),
    isRead: articles.readAmong([id]).has(id),
  }
}
