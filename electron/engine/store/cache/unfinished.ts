import { inTransaction, prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { CachedSources } from './cachedSources.ts'

/** How many articles of followed sources open complete offline, in part, or not at all. */
export interface OfflineCounts {
  readonly ready: number
  readonly partial: number
  readonly none: number
}

/** Articles that are not ready for offline. */
export interface UnfinishedArticles {
  offlineCounts(): OfflineCounts
  /** Articles of a source whose pictures may still be had, newest first. */
  wantingPictures(sourceId: string, limit: number): string[]
  /** Sources some of whose articles wait for pages or pictures. */
  sourcesWaiting(): string[]
  /** Articles of a source that are not ready, newest first. */
  unfinished(sourceId: string): string[]
  /** Ids of articles of an earlier build that are still to be judged; a slice that was judged is taken away by {@link judged}. */
  toJudge(limit: number): string[]
  judged(ids: readonly string[]): void
}

/** The ways to what is not ready. */
export function unfinishedArticles(database: Database, sources: CachedSources): UnfinishedArticles {
  const statements = prepareStatements(database)
  const countOf = (offline: number): number => statements.count.get({ offline })?.count ?? 0
  return {
    offlineCounts: () => {
      const none = countOf(0)
      const partial = countOf(1)
      return { ready: sources.sum(null, null).total + (statements.muted.get({})?.count ?? 0) - none - partial, partial, none }
    },
    wantingPictures: (sourceId, limit) => statements.wanting.all({ sourceId, limit }).map((row) => row.id),
    sourcesWaiting: () => statements.waiting.all({}).map((row) => row.source_id),
    unfinished: (sourceId) => statements.unfinished.all({ sourceId }).map((row) => row.id),
    toJudge: (limit) => statements.toJudge.all({ limit }).map((row) => row.id),
    judged: (ids) => inTransaction(database, () => void statements.judged.run({ ids: JSON.stringify(ids) })),
  }
}

function prepareStatements(database: Database) {
  return {
    // The literals let the partial indexes be used.
    count: prepare<{ count: number }>(
      database,
      `SELECT count(*) AS count
       FROM cached_sources CROSS JOIN articles ON articles.source = cached_sources.source
       WHERE is_hidden = 0 AND offline = :offline AND offline <> 2`,
    ),
    muted: prepare<{ count: number }>(
      database,
      'SELECT count(*) AS count FROM muted CROSS JOIN cached_sources ON cached_sources.source = muted.source WHERE is_hidden = 0',
    ),
    wanting: prepare<{ id: string }>(
      database,
      `SELECT id FROM articles
       WHERE source = (SELECT source FROM cached_sources WHERE source_id = :sourceId) AND wants_pictures = 1
       ORDER BY row DESC
       LIMIT :limit`,
    ),
    waiting: prepare<{ source_id: string }>(
      database,
      `SELECT source_id FROM cached_sources
       WHERE is_hidden = 0
         AND (EXISTS (SELECT 1 FROM articles WHERE source = cached_sources.source AND wants_pictures = 1)
           OR EXISTS (SELECT 1 FROM articles WHERE source = cached_sources.source AND offline <> 2 AND page_state = 1))`,
    ),
    unfinished: prepare<{ id: string }>(
      database,
      `SELECT id FROM articles
       WHERE source = (SELECT source FROM cached_sources WHERE source_id = :sourceId) AND offline <> 2
       ORDER BY row DESC`,
    ),
    toJudge: prepare<{ id: string }>(
      database,
      'SELECT id FROM to_judge CROSS JOIN articles ON articles.row = to_judge.article ORDER BY article DESC LIMIT :limit',
    ),
    judged: prepare(
      database,
      `DELETE FROM to_judge
       WHERE article IN (SELECT row FROM articles WHERE id IN (SELECT value FROM json_each(:ids)))`,
    ),
  }
}
