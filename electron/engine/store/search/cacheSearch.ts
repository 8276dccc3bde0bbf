import { prepare, prepareQuick } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import { listedArticle } from '../cache/storedRow.ts'
import type { ListedArticle } from '../cache/storedRow.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import { termExpression, wordsExpression } from './matchExpression.ts'
import type { QueryTerm } from './searchQuery.ts'

/** What the cache's index is asked. */
export interface CacheQuestion {
  readonly match: string
  readonly wanted: readonly QueryTerm[]
  readonly inTitle: boolean
  readonly isRead: boolean | null
  readonly after: EpochMs | null
  readonly before: EpochMs | null
  /** Companies of which an article must be the own news, or mention one; null where none are named. */
  readonly company: { readonly companyIds: readonly string[]; readonly sourceIds: readonly string[] } | null
}

/** An article that matches. `relevance`: more is better. */
export interface Candidate {
  readonly row: number
  readonly listedAt: number
  readonly relevance: number
}

/** The newest matches, and how many there are in all: up to {@link MOST_COUNTED}, exactly. */
export interface CacheMatches {
  readonly candidates: Candidate[]
  readonly total: number
  readonly isTotalExact: boolean
}

/** The search of cached articles. */
export interface CacheSearch {
  find(question: CacheQuestion): CacheMatches
  /** Whether one article matches. */
  matches(match: string, row: number): boolean
  rows(numbers: readonly number[]): Map<number, ListedArticle>
  /** The row of an article that lists show; null where there is none. */
  rowOf(id: string): number | null
}

/** Ranking looks at this many of the newest matches: a common word has too many to weigh them all while one types. */
const WINDOW = 500
/** Matches are counted exactly up to here. */
export const MOST_COUNTED = 10_000
/** A word that more articles have is too dear to weigh by bm25. */
const MOST_RARE = 2_000
const TITLE_RELEVANCE = 3

interface MatchRow {
  readonly row: number
  readonly listed_at_ms: number
}

/** The search of the cache's index. */
export function cacheSearch(database: Database): CacheSearch {
  const statements = prepareStatements(database)

  function find(question: CacheQuestion): CacheMatches {
    const { found, count } = isFiltered(question) ? findFiltered(question) : findPlain(question.match)
    const relevance = relevanceOf(question, found, count)
    return {
      candidates: found.map(({ row, listed_at_ms }) => ({ row, listedAt: listed_at_ms, relevance: relevance(row) })),
      total: Math.min(count, MOST_COUNTED),
      isTotalExact: count <= MOST_COUNTED,
    }
  }

  function findPlain(match: string): { found: MatchRow[]; count: number } {
    const found = statements.newest.all({ match, limit: WINDOW, most: MOST_COUNTED + 1 })
    return { found, count: found[0]?.count ?? 0 }
  }

  /** Looks through as many of the newest matches as are counted. */
  function findFiltered({ match, isRead, after, before, company }: CacheQuestion): { found: MatchRow[]; count: number } {
    const ids = company && { companies: JSON.stringify(company.companyIds), sources: JSON.stringify(company.sourceIds) }
    const named = ids ?? { companies: null, sources: null }
    const filters = { isRead: isRead === null ? null : Number(isRead), after, before, ...named }
    const found = statements.newestFiltered.all({ ...filters, match, among: MOST_COUNTED + 1 })
    const isAll = countUpTo(match, MOST_COUNTED + 1) <= MOST_COUNTED
    return { found: found.slice(0, WINDOW), count: isAll ? found.length : Math.max(found.length, MOST_COUNTED + 1) }
  }

  function countUpTo(match: string, limit: number): number {
    return statements.count.get({ match, limit })?.count ?? 0
  }

  /** By bm25 where that is quick: it counts every article that has a word. Else by whether the title has the words. */
  function relevanceOf({ wanted, inTitle }: CacheQuestion, found: readonly MatchRow[], count: number): (row: number) => number {
    if (found.length < 2 || wanted.length === 0) return () => 1
    const from = found.at(-1)?.row ?? 0
    const to = found[0]?.row ?? 0
    if (count <= MOST_RARE && wanted.every(isRare)) {
      const scores = new Map(
        statements.scores.all({ match: wordsExpression(wanted, inTitle), from, to }).map((row) => [row.row, -row.score]),
      )
      return (row) => scores.get(row) ?? 0
    }
    const inTitles = new Set(statements.within.all({ match: wordsExpression(wanted, true), from, to }).map((row) => row.row))
    return (row) => (inTitles.has(row) ? TITLE_RELEVANCE : 1)
  }

  function isRare(term: QueryTerm): boolean {
    return countUpTo(termExpression(term), MOST_RARE + 1) <= MOST_RARE
  }

  return {
    find,
    matches: (match, row) => statements.one.get({ match, row }) !== undefined,
    rows: (numbers) => new Map(statements.rows.all({ numbers: JSON.stringify(numbers) }).map((row) => [row.row, row])),
    rowOf: (id) => statements.byId.get({ id })?.row ?? null,
  }
}

function isFiltered({ isRead, after, before, company }: CacheQuestion): boolean {
  return company !== null || isRead !== null || after !== null || before !== null
}

function prepareStatements(database: Database) {
  return {
    // One look into the index for both, the newest and how many there are: a prefix is dear to look up.
    newest: prepare<MatchRow & { readonly count: number }>(
      database,
      `WITH matches AS MATERIALIZED (
         SELECT rowid AS found FROM article_index WHERE article_index MATCH :match ORDER BY rowid DESC LIMIT :most)
       SELECT articles.row, listed_at_ms, (SELECT count(*) FROM matches) AS count
       FROM (SELECT found FROM matches LIMIT :limit) CROSS JOIN articles ON articles.row = found`,
    ),
    newestFiltered: prepare<MatchRow>(
      database,
      `SELECT articles.row, listed_at_ms
       FROM (SELECT rowid AS found FROM article_index WHERE article_index MATCH :match ORDER BY rowid DESC LIMIT :among)
         CROSS JOIN articles ON articles.row = found
       WHERE (:isRead IS NULL OR is_read = :isRead)
         AND (:after IS NULL OR listed_at_ms >= :after)
         AND (:before IS NULL OR listed_at_ms < :before)
         AND (:companies IS NULL
           OR source IN (SELECT source FROM cached_sources WHERE source_id IN (SELECT value FROM json_each(:sources)))
           OR EXISTS (
             SELECT 1 FROM mentions CROSS JOIN mentioned_companies ON mentioned_companies.company = mentions.company
             WHERE mentions.article = articles.row AND company_id IN (SELECT value FROM json_each(:companies))))`,
    ),
    count: prepare<{ count: number }>(
      database,
      'SELECT count(*) AS count FROM (SELECT 1 FROM article_index WHERE article_index MATCH :match LIMIT :limit)',
    ),
    // A match in the title weighs most, then one in names and categories; facets weigh nothing.
    scores: prepare<{ row: number; score: number }>(
      database,
      `SELECT rowid AS row, bm25(article_index, 10.0, 1.0, 3.0, 0.0) AS score FROM article_index
       WHERE article_index MATCH :match AND rowid BETWEEN :from AND :to`,
    ),
    within: prepare<{ row: number }>(
      database,
      `SELECT rowid AS row FROM article_index
       WHERE article_index MATCH :match AND rowid BETWEEN :from AND :to`,
    ),
    one: prepare<{ row: number }>(
      database,
      `SELECT rowid AS row FROM article_index
       WHERE article_index MATCH :match AND rowid = :row`,
    ),
    rows: prepareQuick(
      database,
      `SELECT * FROM listed_articles
       WHERE row IN (SELECT value FROM json_each(:numbers))`,
      listedArticle,
    ),
    byId: prepare<{ row: number }>(database, 'SELECT row FROM listed_articles WHERE id = :id'),
  }
}
