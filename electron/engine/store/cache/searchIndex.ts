import { inBatch, prepare, settle } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import { EVERY_ARTICLE } from '../search/matchExpression.ts'
import { indexableText } from '../search/words.ts'
import type { ArticleTexts } from './articleTexts.ts'
import type { CachedSources } from './cachedSources.ts'
import type { CommonWords } from './commonWords.ts'

/** The search index of the cache. It follows behind the articles, in slices of idle time. */
export interface SearchIndex {
  /** Indexes the next articles that wait and answers how many. In order of arrival: the index writes itself out at every step back. */
  indexSlice(limit: number): number
  /** How many articles search does not find yet. */
  waiting(): number
  /** Tidies the index a little; false when there is nothing left to tidy. */
  mergeIndexSlice(): boolean
  /** Queues all articles of a source again, as when its title changed. */
  requeueSource(sourceId: string): void
}

interface WaitingRow {
  readonly article: number
  readonly source: number | null
  readonly source_id: string
  readonly listed_at_ms: number
  readonly title: string
  readonly author: string | null
  readonly categories: string | null
  readonly is_muted: number
}

const PAGES_A_SLICE = 64
/** Each commit makes a piece of index of its own, to be merged later: many small ones cost twice as much. */
const ARTICLES_A_COMMIT = 200

/** The facet of a source. */
export function sourceFacet(source: number): string {
  return `s${source}`
}

/** The facet of what a rule mutes. */
export const MUTED = 'muted'

/** The facet of a year. */
export function yearFacet(year: number): string {
  return `y${year}`
}

/**
 * The table of the index.
 *
 * @param titleOf the title of a source, which is searched with its articles.
 */
export function searchIndex(
  database: Database,
  texts: ArticleTexts,
  sources: CachedSources,
  common: CommonWords,
  titleOf: (sourceId: string) => string,
): SearchIndex {
  const statements = prepareStatements(database)

  function put(row: WaitingRow): void {
    const categories = row.categories === null ? [] : (JSON.parse(row.categories) as string[])
    const text = texts.shown(row.article)?.text ?? ''
    common.take(row.article, `${row.title}\n${text}`)
    statements.put.run({
      article: row.article,
      title: indexableText(row.title),
      body: indexableText(text),
      about: indexableText([titleOf(row.source_id), row.author ?? '', ...categories].join('\n')),
      facets: facetsOf(row).join(' '),
    })
  }

  function indexSlice(limit: number): number {
    const waiting = statements.next.all({ limit })
    for (const row of waiting) {
      if (row.source !== null) put(row)
      statements.done.run({ article: row.article })
    }
    return waiting.length
  }

  /** The last slice commits what the ones before it left open. */
  function indexInBatch(limit: number): number {
    const done = inBatch(database, Math.ceil(ARTICLES_A_COMMIT / Math.max(1, limit)), () => indexSlice(limit))
    if (done < limit) settle(database)
    return done
  }

  return {
    indexSlice: indexInBatch,
    waiting: () => statements.waiting.get({})?.count ?? 0,
    mergeIndexSlice: () => {
      const before = statements.changes.get({})?.count ?? 0
      statements.merge.run({ pages: PAGES_A_SLICE })
      // SQLite counts two changes or more when it merged anything.
      return (statements.changes.get({})?.count ?? 0) - before >= 2
    },
    requeueSource: (sourceId) => {
      const source = sources.get(sourceId)?.source
      if (source !== undefined) statements.requeue.run({ source })
    },
  }
}

function facetsOf({ source, listed_at_ms, is_muted }: WaitingRow): string[] {
  const facets = [EVERY_ARTICLE, sourceFacet(source ?? 0), yearFacet(new Date(listed_at_ms).getUTCFullYear())]
  return is_muted === 1 ? [...facets, MUTED] : facets
}

function prepareStatements(database: Database) {
  return {
    next: prepare<WaitingRow>(
      database,
      `SELECT to_index.article, articles.source, source_id, listed_at_ms, title, author, categories,
              EXISTS (SELECT 1 FROM muted WHERE muted.article = to_index.article) AS is_muted
       FROM to_index
         LEFT JOIN articles ON articles.row = to_index.article
         LEFT JOIN cached_sources ON cached_sources.source = articles.source
       ORDER BY to_index.article
       LIMIT :limit`,
    ),
    put: prepare(
      database,
      `INSERT OR REPLACE INTO article_index (rowid, title, body, about, facets)
       VALUES (:article, :title, :body, :about, :facets)`,
    ),
    done: prepare(database, 'DELETE FROM to_index WHERE article = :article'),
    waiting: prepare<{ count: number }>(database, 'SELECT count(*) AS count FROM to_index'),
    changes: prepare<{ count: number }>(database, 'SELECT total_changes() AS count'),
    merge: prepare(database, "INSERT INTO article_index (article_index, rank) VALUES ('merge', :pages)"),
    requeue: prepare(database, 'INSERT OR IGNORE INTO to_index (article) SELECT row FROM articles WHERE source = :source'),
  }
}
