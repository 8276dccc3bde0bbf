import type { Eviction } from '../../../../shared/contract/missing.ts'
import { DAY, later, durationOf, type Clock, type EpochMs } from '../../../../shared/time.ts'
import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'

/** Whose pictures go first: what nothing shows, then articles that were read, then those that were not. */
export type EvictionPhase = 'unused' | 'read' | 'unread'

/** Bytes that may be let go, and the articles that show them. */
export interface Evictable {
  readonly hash: string
  readonly bytes: number
  readonly articles: readonly { readonly id: string; readonly isRead: boolean }[]
}

/** Where a walk through a phase goes on. */
export interface EvictionPlace {
  readonly at: number
  readonly row: number
}

/** What may be let go, in order, and what was. */
export interface Evictions {
  /**
   * A slice of what may go in a phase, the oldest news first; `next` is null at its end. Bytes that a saved item shows, or an article that
   * goes later, are left out: they come up with that one. What nothing shows comes all at once.
   */
  slice(phase: EvictionPhase, after: EvictionPlace | null, limit: number): { evictable: Evictable[]; next: EvictionPlace | null }
  note(eviction: Eviction): void
  /** The newest; null while nothing was ever let go. */
  last(): Eviction | null
}

interface ArticlePlace {
  readonly row: number
  readonly listed_at_ms: EpochMs
}

interface UserRow extends ArticlePlace {
  readonly id: string
  readonly is_read: number
}

interface HashRow {
  readonly hash: string
  readonly bytes: number
}

const START: EvictionPlace = { at: Number.MIN_SAFE_INTEGER, row: 0 }
const KEPT = 20
/** What came since may be on its way to the article that shows it. */
const A_DAY_AGO = durationOf(-1, DAY)

/**
 * The order in which pictures go.
 *
 * @param isSaved which of these articles a person saved.
 */
export function evictions(database: Database, isSaved: (ids: readonly string[]) => ReadonlySet<string>, now: Clock): Evictions {
  const statements = prepareStatements(database)

  function ofArticle(article: ArticlePlace, phase: 'read' | 'unread'): Evictable[] {
    return statements.hashes.all({ article: article.row }).flatMap(({ hash, bytes }) => {
      const users = statements.users.all({ hash })
      const saved = isSaved(users.map((user) => user.id))
      if (users.some((user) => saved.has(user.id) || goesLater(user, article, phase))) return []
      return [{ hash, bytes, articles: users.map(({ id, is_read }) => ({ id, isRead: is_read === 1 })) }]
    })
  }

  function sliceOfArticles(phase: 'read' | 'unread', after: EvictionPlace, limit: number) {
    const articles = (phase === 'read' ? statements.read : statements.unread).all({ at: after.at, row: after.row, limit })
    const last = articles.at(-1)
    const next = last === undefined || articles.length < limit ? null : { at: last.listed_at_ms, row: last.row }
    return { evictable: articles.flatMap((article) => ofArticle(article, phase)), next }
  }

  return {
    slice: (phase, after, limit) => {
      if (phase !== 'unused') return sliceOfArticles(phase, after ?? START, limit)
      const evictable = statements.unused.all({ before: later(now(), A_DAY_AGO) }).map((row) => ({ ...row, articles: [] }))
      return { evictable, next: null }
    },
    note: ({ at, ...rest }) => {
      statements.note.run({ at, ...rest })
      statements.trim.run({ kept: KEPT })
    },
    last: () => {
      const row = statements.last.get({})
      return row
        ? { at: row.at_ms, pictures: row.pictures, bytes: row.bytes, read: row.read, unread: row.unread, budget: row.budget }
        : null
    },
  }
}

function goesLater(user: UserRow, article: ArticlePlace, phase: 'read' | 'unread'): boolean {
  if (phase === 'read' && user.is_read === 0) return true
  // Read ones that show the same are older in rank than any unread one.
  if (phase === 'unread' && user.is_read === 1) return false
  return user.listed_at_ms > article.listed_at_ms || (user.listed_at_ms === article.listed_at_ms && user.row > article.row)
}

function prepareStatements(database: Database) {
  return {
    // Those of articles that are still to be judged are not known to be used.
    unused: prepare<HashRow>(
      database,
      `SELECT hash, max(bytes) AS bytes FROM pictures
       WHERE hash IS NOT NULL AND checked_at_ms < :before
         AND NOT EXISTS (SELECT 1 FROM to_judge)
       GROUP BY hash
       HAVING NOT EXISTS (
         SELECT 1 FROM pictures AS same CROSS JOIN picture_uses ON picture_uses.url_key = same.url_key
         WHERE same.hash = pictures.hash)`,
    ),
    read: prepare<ArticlePlace>(
      database,
      `SELECT row, listed_at_ms FROM articles
       WHERE is_read = 1 AND thumbnail_hash IS NOT NULL AND (listed_at_ms, row) > (:at, :row)
       ORDER BY listed_at_ms, row
       LIMIT :limit`,
    ),
    unread: prepare<ArticlePlace>(
      database,
      `SELECT row, listed_at_ms FROM articles
       WHERE is_read = 0 AND thumbnail_hash IS NOT NULL AND (listed_at_ms, row) > (:at, :row)
       ORDER BY listed_at_ms, row
       LIMIT :limit`,
    ),
    hashes: prepare<HashRow>(
      database,
      `SELECT DISTINCT hash, bytes
       FROM picture_uses CROSS JOIN pictures ON pictures.url_key = picture_uses.url_key
       WHERE article = :article AND hash IS NOT NULL`,
    ),
    users: prepare<UserRow>(
      database,
      `SELECT DISTINCT articles.row, articles.id, is_read, listed_at_ms
       FROM pictures
         CROSS JOIN picture_uses ON picture_uses.url_key = pictures.url_key
         CROSS JOIN articles ON articles.row = picture_uses.article
       WHERE hash = :hash`,
    ),
    note: prepare(
      database,
      `INSERT OR REPLACE INTO evictions (at_ms, pictures, bytes, read, unread, budget)
       VALUES (:at, :pictures, :bytes, :read, :unread, :budget)`,
    ),
    trim: prepare(database, 'DELETE FROM evictions WHERE at_ms NOT IN (SELECT at_ms FROM evictions ORDER BY at_ms DESC LIMIT :kept)'),
    last: prepare<Omit<Eviction, 'at'> & { readonly at_ms: number }>(database, 'SELECT * FROM evictions ORDER BY at_ms DESC LIMIT 1'),
  }
}
