import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import { foldText } from '../../../../shared/foldText.ts'
import type { EpochMs } from '../../../../shared/time.ts'

/** A saved item that matches. `relevance`: more is better. */
export interface SavedMatch {
  readonly id: string
  readonly sourceId: string
  readonly listedAt: number
  readonly relevance: number
}

/**
 * What saved items are asked: `match` null means all of them; tags are all to be there, however their case and accents are written;
 * `collectionIds` null means in any and in none.
 */
export interface SavedQuestion {
  readonly match: string | null
  readonly tags: readonly string[]
  readonly collectionIds: readonly string[] | null
  readonly after: EpochMs | null
  readonly before: EpochMs | null
}

/** All saved items that match, newest saved first: of each only what is weighed, so that there may be very many. */
export type FindSaved = (question: SavedQuestion) => SavedMatch[]

interface SavedMatchRow {
  readonly id: string
  readonly source_id: string
  readonly listed_at_ms: number
  readonly score: number
}

/** Makes the search of the library's index. */
export function savedSearch(database: Database): FindSaved {
  const matching = prepare<SavedMatchRow>(
    database,
    `SELECT saved.id, source_id, coalesce(published_at_ms, first_seen_at_ms) AS listed_at_ms, bm25(saved_index, 10.0, 1.0, 3.0) AS score
     FROM saved_index CROSS JOIN saved ON saved.row = saved_index.rowid
     WHERE saved_index MATCH :match
       AND NOT EXISTS (
         SELECT 1 FROM json_each(:tags) AS wanted
         WHERE NOT EXISTS (
           SELECT 1 FROM saved_tags
           WHERE saved = saved.row AND tag IN (SELECT value FROM json_each(wanted.value))))
       AND (:collectionIds IS NULL OR collection_id IN (SELECT value FROM json_each(:collectionIds)))
       AND (:after IS NULL OR listed_at_ms >= :after)
       AND (:before IS NULL OR listed_at_ms < :before)
     ORDER BY saved_at_ms DESC, saved.row DESC`,
  )
  const all = prepare<SavedMatchRow>(
    database,
    `SELECT saved.id, source_id, coalesce(published_at_ms, first_seen_at_ms) AS listed_at_ms, -1.0 AS score
     FROM saved
     WHERE NOT EXISTS (
         SELECT 1 FROM json_each(:tags) AS wanted
         WHERE NOT EXISTS (
           SELECT 1 FROM saved_tags
           WHERE saved = saved.row AND tag IN (SELECT value FROM json_each(wanted.value))))
       AND (:collectionIds IS NULL OR collection_id IN (SELECT value FROM json_each(:collectionIds)))
       AND (:after IS NULL OR listed_at_ms >= :after)
       AND (:before IS NULL OR listed_at_ms < :before)
     ORDER BY saved_at_ms DESC, row DESC`,
  )
  const known = prepare<{ tag: string }>(database, 'SELECT DISTINCT tag FROM saved_tags')
  return ({ match, tags, collectionIds, after, before }) => {
    const given = {
      tags: JSON.stringify(tags.length === 0 ? [] : spellings(tags, known.all({}))),
      collectionIds: collectionIds && JSON.stringify(collectionIds),
      after,
      before,
    }
    return (match === null ? all.all(given) : matching.all({ ...given, match })).map(savedMatch)
  }
}

/** Of each tag that is wanted, how it is written: SQLite cannot fold what is no ASCII. */
function spellings(wanted: readonly string[], known: readonly { tag: string }[]): string[][] {
  const written = known.map(({ tag }) => ({ tag, folded: foldText(tag).folded }))
  return wanted.map((one) => {
    const { folded } = foldText(one)
    return written.filter((each) => each.folded === folded).map(({ tag }) => tag)
  })
}

function savedMatch(row: SavedMatchRow): SavedMatch {
  return { id: row.id, sourceId: row.source_id, listedAt: row.listed_at_ms, relevance: -row.score }
}
