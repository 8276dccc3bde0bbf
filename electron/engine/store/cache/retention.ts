import type { RetentionPolicy } from '../../../../shared/retention.ts'
import { DAY, durationOf, later, type EpochMs } from '../../../../shared/time.ts'
import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'

/** An article that a policy lets go. */
export interface DueArticle {
  readonly id: string
  readonly isRead: boolean
}

/** Which articles a policy lets go, a source at a time. What is saved never goes. */
export interface Retention {
  /** The numbers of followed sources that have more than so many articles. */
  sources(keepAtLeast: number): number[]
  /** What goes of a source. */
  due(source: number, policy: RetentionPolicy, at: EpochMs): DueArticle[]
}

interface DueRow {
  readonly id: string
  readonly is_read: number
}

/**
 * The rule of retention over the cache. A read article's time runs from when it was read, an unread one's from when it arrived:
 * a publisher's date may be years old.
 *
 * @param savedAmong which of these ids are saved.
 */
export function retention(database: Database, savedAmong: (ids: readonly string[]) => ReadonlySet<string>): Retention {
  // Lists leave muted articles out, and so do the counts; they are there all the same.
  const sources = prepare<{ source: number }>(
    database,
    `SELECT cached_sources.source
     FROM cached_sources
       LEFT JOIN (SELECT source, count(*) AS muted FROM muted GROUP BY source) AS away ON away.source = cached_sources.source
     WHERE is_hidden = 0 AND total + coalesce(muted, 0) > :keep`,
  )
  const due = prepare<DueRow>(
    database,
    `SELECT id, is_read
     FROM (SELECT id, is_read, first_seen_at_ms FROM articles WHERE source = :source ORDER BY listed_at_ms DESC LIMIT -1 OFFSET :keep)
       LEFT JOIN read_state ON article_id = id
     WHERE (is_read = 1 AND max(first_seen_at_ms, coalesce(read_at_ms, 0)) < :readBefore)
       OR (is_read = 0 AND first_seen_at_ms < :unreadBefore)`,
  )
  return {
    sources: (keep) => sources.all({ keep }).map((row) => row.source),
    due: (source, { keepReadDays, keepUnreadDays, keepAtLeast: keep }, at) => {
      const rows = due.all({ source, keep, readBefore: before(keepReadDays, at), unreadBefore: before(keepUnreadDays, at) })
      const saved = rows.length === 0 ? null : savedAmong(rows.map((row) => row.id))
      return rows.filter((row) => saved?.has(row.id) !== true).map((row) => ({ id: row.id, isRead: row.is_read === 1 }))
    },
  }
}

/** The moment before which something is too old; null, which nothing is before, where it is kept for ever. */
function before(days: number | null, at: EpochMs): EpochMs | null {
  return days === null ? null : later(at, durationOf(-days, DAY))
}
