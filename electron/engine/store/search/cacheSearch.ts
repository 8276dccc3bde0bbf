import { prepare, prepareQuick } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { WordGuess } from '../cache/commonWords.ts'
import { listedArticle } from '../cache/storedRow.ts'
import type { ListedArticle } from '../cache/storedRow.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import { costOf } from './boundTerms.ts'
import type { BoundTerm } from './boundTerms.ts'
import { wordsExpression } from './matchExpression.ts'
import { finderOfAll } from './snippet.ts'

/** What the cache's index is asked. */
export interface CacheQuestion {
  readonly match: string
  readonly wanted: readonly BoundTerm[]
  readonly inTitle: boolean
  readonly isRead: boolean | null
  readonly after: EpochMs | null
  readonly before: EpochMs | null
  /** Companies of which an article must be the own news, or mention one; null where none are named. */
  readonly company: OfCompanies | null
  /** Companies of which an article must be neither. */
  readonly notCompany: OfCompanies | null
  /** Articles that must not be among them, by their ids. */
  readonly notIds: readonly string[]
}

/** Companies, and the sources that are their own. */
export interface OfCompanies {
  readonly companyIds: readonly string[]
  readonly sourceIds: readonly string[]
}

/** An article that matches. `relevance`: more is better. */
export interface Candidate {
  readonly row: number
  readonly listedAt: number
  readonly relevance: number
}

/** The newest matches, up to {@link MOST_FOUND}, and how many there are: up to there, exactly. */
export interface CacheMatches {
  readonly candidates: Candidate[]
  readonly total: number
  readonly isTotalExact: boolean
}

/** The search of cached articles. */
export interface CacheSearch {
  find(question: CacheQuestion): CacheMatches
  rows(numbers: readonly number[]): Map<number, ListedArticle>
  /** The rows of those of these articles that lists show. */
  rowsOf(ids: readonly string[]): Map<string, number>
}

/** So many of the newest matches are weighed and counted: a common word has too many to look at them all while one types. */
export const MOST_FOUND = 1_000
/** What the index must read for bm25 to be worth its time: it counts every article that has a word. */
const MOST_TO_WEIGH = 2_000
/** Rows that a filter leaves are listed beforehand where they are no more than these; else each match is looked at. */
const MOST_LISTED = 10_000
const TITLE_RELEVANCE = 3

interface MatchRow {
  readonly row: number
  readonly listed_at_ms: number
  readonly title: string
}

/** The search of the cache's index. */
export function cacheSearch(database: Database, guess: WordGuess): CacheSearch {
  const statements = prepareStatements(database)

  function find(question: CacheQuestion): CacheMatches {
    const more = isFiltered(question) ? findFiltered(question) : statements.newest.all({ match: question.match, limit: MOST_FOUND + 1 })
    const found = more.slice(0, MOST_FOUND)
    const relevance = relevanceOf(question, found)
    return {
      candidates: found.map((match) => ({ row: match.row, listedAt: match.listed_at_ms, relevance: relevance(match) })),
      total: found.length,
      isTotalExact: more.length === found.length,
    }
  }

  function findFiltered(question: CacheQuestion): MatchRow[] {
    const { match, isRead, after, before, company, notCompany, notIds } = question
    const rows = fewRows(question)
    const filters = { isRead: isRead === null ? null : Number(isRead), after, before, rows: rows && JSON.stringify(rows) }
    const named = { companies: company && JSON.stringify(company.companyIds), sources: company && JSON.stringify(company.sourceIds) }
    const notNamed = {
      notCompanies: notCompany && JSON.stringify(notCompany.companyIds),
      notSources: notCompany && JSON.stringify(notCompany.sourceIds),
    }
    const not = { ...notNamed, notIds: notIds.length === 0 ? null : JSON.stringify(notIds) }
    return statements.newestFiltered.all({ ...filters, ...named, ...not, match, limit: MOST_FOUND + 1 })
  }

  /** The rows that a filter leaves, where they are few: it is then quick to see of a match that it is none of them. */
  function fewRows({ isRead, after, before }: CacheQuestion): number[] | null {
    const unread = isRead === false ? statements.unread.all({ limit: MOST_LISTED + 1 }) : null
    if (unread !== null && unread.length <= MOST_LISTED) return unread.map(({ row }) => row)
    if (after === null && before === null) return null
    const within = statements.listedWithin.all({ after: after ?? 0, before: before ?? Number.MAX_SAFE_INTEGER, limit: MOST_LISTED + 1 })
    return within.length <= MOST_LISTED ? within.map(({ row }) => row) : null
  }

  /** By bm25 where that is quick. Else by whether the title has the words. */
  function relevanceOf({ wanted, inTitle }: CacheQuestion, found: readonly MatchRow[]): (match: MatchRow) => number {
    if (found.length < 2 || wanted.length === 0) return () => 1
    if (wanted.some((term) => costOf(term, guess) > MOST_TO_WEIGH)) {
      const isInTitle = finderOfAll(wanted)
      return ({ title }) => (isInTitle(title) ? TITLE_RELEVANCE : 1)
    }
    const span = { from: found.at(-1)?.row ?? 0, to: found[0]?.row ?? 0 }
    const scores = new Map(
      statements.scores.all({ match: wordsExpression(wanted, inTitle), ...span }).map(({ row, score }) => [row, -score]),
    )
    return ({ row }) => scores.get(row) ?? 0
  }

  return {
    find,
    rows: (numbers) => new Map(statements.rows.all({ numbers: JSON.stringify(numbers) }).map((row) => [row.row, row])),
    rowsOf: (ids) => new Map(statements.byIds.all({ ids: JSON.stringify(ids) }).map(({ id, row }) => [id, row])),
  }
}

function isFiltered({ isRead, after, before, company, notCompany, notIds }: CacheQuestion): boolean {
  return company !== null || notCompany !== null || notIds.length > 0 || isRead !== null || after !== null || before !== null
}

/** The unary plus has the index walked from its newest match, and no match looked up by its row. */
function prepareStatements(database: Database) {
  return {
    newest: prepare<MatchRow>(
      database,
      `SELECT articles.row, listed_at_ms, articles.title
       FROM (SELECT rowid AS found FROM article_index WHERE article_index MATCH :match ORDER BY rowid DESC LIMIT :limit)
         CROSS JOIN articles ON articles.row = found`,
    ),
    newestFiltered: prepare<MatchRow>(
      database,
      `SELECT articles.row, listed_at_ms, articles.title
       FROM article_index CROSS JOIN articles ON articles.row = article_index.rowid
       WHERE article_index MATCH :match
         AND (:rows IS NULL OR +article_index.rowid IN (SELECT value FROM json_each(:rows)))
         AND (:isRead IS NULL OR is_read = :isRead)
         AND (:after IS NULL OR listed_at_ms >= :after)
         AND (:before IS NULL OR listed_at_ms < :before)
         AND (:companies IS NULL
           OR source IN (SELECT source FROM cached_sources WHERE source_id IN (SELECT value FROM json_each(:sources)))
           OR EXISTS (
             SELECT 1 FROM mentions CROSS JOIN mentioned_companies ON mentioned_companies.company = mentions.company
             WHERE mentions.article = articles.row AND company_id IN (SELECT value FROM json_each(:companies))))
         AND (:notCompanies IS NULL
           OR NOT (source IN (SELECT source FROM cached_sources WHERE source_id IN (SELECT value FROM json_each(:notSources)))
             OR EXISTS (
               SELECT 1 FROM mentions CROSS JOIN mentioned_companies ON mentioned_companies.company = mentions.company
               WHERE mentions.article = articles.row AND company_id IN (SELECT value FROM json_each(:notCompanies)))))
         AND (:notIds IS NULL OR articles.id NOT IN (SELECT value FROM json_each(:notIds)))
       ORDER BY article_index.rowid DESC
       LIMIT :limit`,
    ),
    unread: prepare<{ row: number }>(database, 'SELECT row FROM articles WHERE is_read = 0 LIMIT :limit'),
    listedWithin: prepare<{ row: number }>(
      database,
      `SELECT row FROM articles
       WHERE listed_at_ms >= :after AND listed_at_ms < :before
       LIMIT :limit`,
    ),
    // A match in the title weighs most, then one in names and categories; facets weigh nothing.
    scores: prepare<{ row: number; score: number }>(
      database,
      `SELECT rowid AS row, bm25(article_index, 10.0, 1.0, 3.0, 0.0) AS score FROM article_index
       WHERE article_index MATCH :match AND rowid BETWEEN :from AND :to`,
    ),
    rows: prepareQuick(
      database,
      `SELECT * FROM listed_articles
       WHERE row IN (SELECT value FROM json_each(:numbers))`,
      listedArticle,
    ),
    byIds: prepare<{ id: string; row: number }>(
      database,
      `SELECT id, row FROM listed_articles
       WHERE id IN (SELECT value FROM json_each(:ids))`,
    ),
  }
}
