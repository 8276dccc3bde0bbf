import type { EpochMs } from '../../../../shared/time.ts'
import { inTransaction, prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'

/** What was read and how far, apart from the articles: it outlives them. */
export interface ReadState {
  readonly isRead: (id: string) => boolean
  readonly readTo: (id: string) => number
  /** Keeps how far an article was read, 0 to 1. */
  readonly setReadTo: (id: string, readTo: number) => void
  /** Which of these are read, whether or not the cache still has them. */
  readonly readAmong: (ids: readonly string[]) => Set<string>
  /**
   * Marks articles and answers the ids that changed.
   *
   * @param alsoKnown ids that are articles though the cache has them no more, as saved items may be.
   */
  readonly mark: (ids: readonly string[], isRead: boolean, at: EpochMs, alsoKnown?: ReadonlySet<string>) => string[]
}

interface ReadStateRow {
  readonly read_at_ms: EpochMs | null
  readonly read_to: number
}

const NOTHING_ELSE: ReadonlySet<string> = new Set()

/** The table of read state; `articles.is_read` says the same again for the lists, but for muted articles, which count as read there. */
export function readStateTable(database: Database): ReadState {
  const statements = prepareStatements(database)
  const stateOf = (id: string): ReadStateRow | undefined => statements.state.get({ id })
  const isRead = (id: string): boolean => (stateOf(id)?.read_at_ms ?? null) !== null
  const isMuted = (id: string): boolean => statements.muted.get({ id }) !== undefined
  const markOne = (id: string, read: boolean, at: EpochMs, isKnown: boolean): boolean => {
    const isMarked = statements.markArticle.run({ id, isRead: Number(read) }) > 0
    const changed = isMarked || ((isKnown || isMuted(id)) && isRead(id) !== read)
    if (changed) statements.put.run({ id, at: read ? at : null })
    return changed
  }
  return {
    isRead,
    readTo: (id) => stateOf(id)?.read_to ?? 0,
    setReadTo: (id, readTo) => void statements.putPlace.run({ id, readTo }),
    readAmong: (ids) => new Set(statements.among.all({ ids: JSON.stringify(ids) }).map((row) => row.article_id)),
    mark: (ids, read, at, alsoKnown = NOTHING_ELSE) =>
      inTransaction(database, () => ids.filter((id) => markOne(id, read, at, alsoKnown.has(id)))),
  }
}

function prepareStatements(database: Database) {
  return {
    state: prepare<ReadStateRow>(database, 'SELECT read_at_ms, read_to FROM read_state WHERE article_id = :id'),
    among: prepare<{ article_id: string }>(
      database,
      `SELECT article_id FROM read_state
       WHERE read_at_ms IS NOT NULL AND article_id IN (SELECT value FROM json_each(:ids))`,
    ),
    markArticle: prepare(
      database,
      `UPDATE articles SET is_read = :isRead
       WHERE id = :id AND is_read <> :isRead AND row NOT IN (SELECT article FROM muted)`,
    ),
    muted: prepare<{ article: number }>(database, 'SELECT article FROM muted WHERE article = (SELECT row FROM articles WHERE id = :id)'),
    put: prepare(
      database,
      `INSERT INTO read_state (article_id, read_at_ms) VALUES (:id, :at)
       ON CONFLICT (article_id) DO UPDATE SET read_at_ms = excluded.read_at_ms`,
    ),
    putPlace: prepare(
      database,
      `INSERT INTO read_state (article_id, read_to) VALUES (:id, :readTo)
       ON CONFLICT (article_id) DO UPDATE SET read_to = excluded.read_to`,
    ),
  }
}
