import { inTransaction, prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'

/** Which rules caught an article, and what that means for the lists. */
export interface ArticleCatch {
  readonly ruleIds: readonly string[]
  readonly isWatched: boolean
  readonly isMuted: boolean
}

/** What rules caught of the cached articles. */
export interface CatchesTable {
  /** Puts what caught an article in place of what did before; true where that changed anything. */
  put(id: string, caught: ArticleCatch): boolean
  /** The rules that caught each of these articles. */
  of(ids: readonly string[]): Map<string, string[]>
  /** How much there is to read of what is watched. */
  unread(): number
  isAnyMuted(): boolean
}

interface StateRow {
  readonly is_watched: number
  readonly is_muted: number
}

const NOTHING: StateRow = { is_watched: 0, is_muted: 0 }

/** The tables of what rules caught. */
export function catchesTable(database: Database): CatchesTable {
  const statements = { ...prepareQuestions(database), ...prepareChanges(database) }

  function put(id: string, { ruleIds, isWatched, isMuted }: ArticleCatch): boolean {
    const article = statements.row.get({ id })?.row
    if (article === undefined) return false
    const rules = ruleIds.toSorted()
    const before = statements.rules.all({ article }).map((row) => row.rule)
    const state = statements.state.get({ article }) ?? NOTHING
    const isSame = JSON.stringify(before) === JSON.stringify(rules)
    if (isSame && (state.is_watched === 1) === isWatched && (state.is_muted === 1) === isMuted) return false
    statements.drop.run({ article })
    for (const rule of rules) statements.add.run({ article, rule })
    if ((state.is_watched === 1) !== isWatched) (isWatched ? statements.watch : statements.unwatch).run({ article })
    if ((state.is_muted === 1) !== isMuted) setMuted(article, isMuted)
    return true
  }

  /** The search index knows muted articles by a facet. */
  function setMuted(article: number, isMuted: boolean): void {
    if (isMuted) {
      statements.mute.run({ article })
      statements.markRead.run({ article })
    } else {
      statements.unmute.run({ article })
      statements.markAsBefore.run({ article })
    }
    statements.waitForIndex.run({ article })
  }

  return {
    put: (id, caught) => inTransaction(database, () => put(id, caught)),
    of: (ids) => {
      const rows = statements.of.all({ ids: JSON.stringify(ids) })
      return new Map([...Map.groupBy(rows, (row) => row.id)].map(([id, some]) => [id, some.map((row) => row.rule)]))
    },
    unread: () => statements.unread.get({})?.count ?? 0,
    isAnyMuted: () => statements.anyMuted.get({}) !== undefined,
  }
}

function prepareQuestions(database: Database) {
  return {
    row: prepare<{ row: number }>(database, 'SELECT row FROM articles WHERE id = :id'),
    rules: prepare<{ rule: string }>(database, 'SELECT rule FROM catches WHERE article = :article ORDER BY rule'),
    state: prepare<StateRow>(
      database,
      `SELECT EXISTS (SELECT 1 FROM watched WHERE article = :article) AS is_watched,
              EXISTS (SELECT 1 FROM muted WHERE article = :article) AS is_muted`,
    ),
    of: prepare<{ id: string; rule: string }>(
      database,
      `SELECT id, rule FROM articles CROSS JOIN catches ON catches.article = articles.row
       WHERE id IN (SELECT value FROM json_each(:ids))`,
    ),
    unread: prepare<{ count: number }>(
      database,
      `SELECT count(*) AS count FROM watched
       WHERE is_read = 0
         AND source NOT IN (SELECT source FROM cached_sources WHERE is_hidden = 1)
         AND article NOT IN (SELECT article FROM muted)`,
    ),
    anyMuted: prepare<{ article: number }>(database, 'SELECT article FROM muted LIMIT 1'),
  }
}

function prepareChanges(database: Database) {
  return {
    drop: prepare(database, 'DELETE FROM catches WHERE article = :article'),
    add: prepare(database, 'INSERT INTO catches (article, rule) VALUES (:article, :rule)'),
    watch: prepare(
      database,
      `INSERT OR IGNORE INTO watched (article, source, listed_at_ms, is_read)
       SELECT row, source, listed_at_ms, is_read FROM articles WHERE row = :article`,
    ),
    unwatch: prepare(database, 'DELETE FROM watched WHERE article = :article'),
    mute: prepare(database, 'INSERT OR IGNORE INTO muted (article, source) SELECT row, source FROM articles WHERE row = :article'),
    unmute: prepare(database, 'DELETE FROM muted WHERE article = :article'),
    markRead: prepare(database, 'UPDATE articles SET is_read = 1 WHERE row = :article'),
    markAsBefore: prepare(
      database,
      `UPDATE articles
       SET is_read = EXISTS (SELECT 1 FROM read_state WHERE article_id = articles.id AND read_at_ms IS NOT NULL)
       WHERE row = :article`,
    ),
    waitForIndex: prepare(database, 'INSERT OR IGNORE INTO to_index (article) VALUES (:article)'),
  }
}
