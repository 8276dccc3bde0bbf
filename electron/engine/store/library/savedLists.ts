import type { SavedOrder } from '../../../../shared/contract/article.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { ListedSavedRow } from './savedRow.ts'

/** Which saved items a list shows; what is left out does not narrow it. */
export interface SavedFilter {
  readonly ids?: readonly string[] | undefined
  readonly tag?: string | undefined
  /** Null: those in no collection. */
  readonly collectionId?: string | null | undefined
  readonly sourceId?: string | undefined
  readonly companyId?: string | undefined
  /** Those with a note. */
  readonly hasNote?: boolean | undefined
  /** Those that lack a picture or their text. */
  readonly isIncomplete?: boolean | undefined
  /** Saved at this moment or later, and before the other. */
  readonly after?: EpochMs | undefined
  readonly before?: EpochMs | undefined
  readonly order?: SavedOrder | undefined
}

/** The rows of a list of saved items. */
export type SavedLists = (filter: SavedFilter) => ListedSavedRow[]

/** Makes the lists of saved items. There are thousands of them at most, so that one statement serves every order. */
export function savedLists(database: Database): SavedLists {
  const listed = prepare<ListedSavedRow>(
    database,
    `SELECT saved.*, NULL AS collection_name,
       (SELECT count(*) FROM saved_pictures WHERE saved = saved.row AND hash IS NULL) AS missing_pictures,
       (SELECT hash FROM saved_pictures WHERE saved = saved.row AND hash IS NOT NULL ORDER BY place LIMIT 1) AS thumbnail_hash
     FROM saved
     WHERE (:ids IS NULL OR id IN (SELECT value FROM json_each(:ids)))
       AND (:tag IS NULL OR EXISTS (SELECT 1 FROM saved_tags WHERE saved = saved.row AND tag = :tag))
       AND (:isPlaced IS NULL OR (:isPlaced = 0 AND collection_id IS NULL) OR collection_id = :collectionId)
       AND (:sourceId IS NULL OR source_id = :sourceId)
       AND (:companyId IS NULL OR company_id = :companyId)
       AND (:hasNote = 0 OR note <> '')
       AND (:isIncomplete = 0 OR wants_page = 1 OR EXISTS (SELECT 1 FROM saved_pictures WHERE saved = saved.row AND hash IS NULL))
       AND (:after IS NULL OR saved_at_ms >= :after)
       AND (:before IS NULL OR saved_at_ms < :before)
     ORDER BY CASE :order WHEN 'title' THEN title END COLLATE NOCASE,
       CASE :order WHEN 'savedOldest' THEN saved_at_ms WHEN 'publishedOldest' THEN coalesce(published_at_ms, first_seen_at_ms) END,
       CASE :order WHEN 'savedNewest' THEN saved_at_ms WHEN 'publishedNewest' THEN coalesce(published_at_ms, first_seen_at_ms) END DESC,
       saved.row DESC`,
  )
  return (filter) =>
    listed.all({
      ids: filter.ids === undefined ? null : JSON.stringify(filter.ids),
      tag: filter.tag ?? null,
      isPlaced: filter.collectionId === undefined ? null : Number(filter.collectionId !== null),
      collectionId: filter.collectionId ?? null,
      sourceId: filter.sourceId ?? null,
      companyId: filter.companyId ?? null,
      hasNote: Number(filter.hasNote ?? false),
      isIncomplete: Number(filter.isIncomplete ?? false),
      after: filter.after ?? null,
      before: filter.before ?? null,
      order: filter.order ?? 'savedNewest',
    })
}
