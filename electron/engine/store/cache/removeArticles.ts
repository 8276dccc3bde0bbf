import type { Category } from '../../../../shared/contract/schemas.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import { inTransaction, prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import { categoryNumber } from './cachedSources.ts'
import type { CachedSources } from './cachedSources.ts'

/** Takes articles out of the cache, and sources out of the lists. */
export interface ArticleRemoval {
  /** Takes a source's articles out of lists, counts and search at once, to be taken back by `showSource`. */
  hideSource(sourceId: string): void
  showSource(sourceId: string): void
  /** Deletes some of a source's articles for good and answers how many; 0 when the source is gone altogether. */
  purgeSourceSlice(sourceId: string, limit: number): number
  /** Deletes articles so that they do not come back while their source still carries them. */
  prune(ids: readonly string[], at: EpochMs): number
  /** Moves a source to a category: its counts at once, its articles some at a time. 0 when all are moved. */
  changeCategorySlice(sourceId: string, category: Category, limit: number): number
  /** Ids of sources that have articles here. */
  sourceIds(): string[]
}

interface RowNumber {
  readonly row: number
}

/** The ways by which articles leave. What was read stays known. */
export function articleRemoval(database: Database, sources: CachedSources): ArticleRemoval {
  const statements = prepareStatements(database)

  function remove(article: number): void {
    statements.dropFromIndex.run({ article })
    statements.dropFromQueue.run({ article })
    // Texts, versions and aliases go with it by their foreign keys.
    statements.remove.run({ article })
  }

  function purgeSlice(sourceId: string, limit: number): number {
    const source = sources.get(sourceId)?.source
    if (source === undefined) return 0
    const rows = statements.ofSource.all({ source, limit })
    for (const { row } of rows) remove(row)
    if (rows.length < limit) {
      sources.forget(sourceId)
      statements.dropSchedule.run({ sourceId })
    }
    return rows.length
  }

  function prune(ids: readonly string[], at: EpochMs): number {
    const rows = statements.byIds.all({ ids: JSON.stringify(ids) })
    for (const { row, id } of rows) {
      remove(row)
      statements.bury.run({ id, at })
    }
    return rows.length
  }

  function moveSlice(sourceId: string, category: Category, limit: number): number {
    const source = sources.get(sourceId)?.source
    if (source === undefined) return 0
    sources.setCategory(sourceId, category)
    return statements.move.run({ source, category: categoryNumber(category), limit })
  }

  return {
    hideSource: (sourceId) => sources.setHidden(sourceId, true),
    showSource: (sourceId) => sources.setHidden(sourceId, false),
    purgeSourceSlice: (sourceId, limit) => inTransaction(database, () => purgeSlice(sourceId, limit)),
    prune: (ids, at) => inTransaction(database, () => prune(ids, at)),
    changeCategorySlice: (sourceId, category, limit) => inTransaction(database, () => moveSlice(sourceId, category, limit)),
    sourceIds: () => sources.all().map((source) => source.sourceId),
  }
}

function prepareStatements(database: Database) {
  return {
    ofSource: prepare<RowNumber>(database, 'SELECT row FROM articles WHERE source = :source LIMIT :limit'),
    byIds: prepare<RowNumber & { readonly id: string }>(
      database,
      'SELECT row, id FROM articles WHERE id IN (SELECT value FROM json_each(:ids))',
    ),
    remove: prepare(database, 'DELETE FROM articles WHERE row = :article'),
    dropFromIndex: prepare(database, 'DELETE FROM article_index WHERE rowid = :article'),
    dropFromQueue: prepare(database, 'DELETE FROM to_index WHERE article = :article'),
    dropSchedule: prepare(database, 'DELETE FROM schedule WHERE source_id = :sourceId'),
    bury: prepare(database, 'INSERT OR REPLACE INTO tombstones (article_id, deleted_at_ms) VALUES (:id, :at)'),
    move: prepare(
      database,
      `UPDATE articles SET category = :category
       WHERE row IN (SELECT row FROM articles WHERE source = :source AND category <> :category LIMIT :limit)`,
    ),
  }
}
