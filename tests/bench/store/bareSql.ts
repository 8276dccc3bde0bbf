import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The same questions in plain SQL on the store's own file, with nothing around them: the floor. Each answers its number of rows. */
export interface BareQuestions {
  page(cursor?: string | null): number
  unreadPage(): number
  categoryPage(): number
  sourcePage(sourceId: string): number
  folderPage(sourceIds: readonly string[]): number
  article(id: string): number
  counts(): number
  /** The newest 500 matches with their times, their number up to 1,000, and rows and texts of 50. */
  search(match: string): number
  close(): void
}

const COLUMNS = `row, id, source, category, is_read, offline, listed_at_ms, first_seen_at_ms, published_at_ms, updated_at_ms, title, url, author,
  thumbnail_hash, excerpt`
const LAST = Number.MAX_SAFE_INTEGER

/** Opens a store's cache for reading. */
export function bareQuestions(profile: string): BareQuestions {
  const database = new DatabaseSync(join(profile, 'cache.sqlite'), { readOnly: true })
  database.exec('PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY')
  const list = (where: string) =>
    database.prepare(
      `SELECT ${COLUMNS} FROM articles
       WHERE ${where} (listed_at_ms, row) < (:at, :row)
       ORDER BY listed_at_ms DESC, row DESC
       LIMIT 50`,
    )
  const [all, unread, category, source] = [list(''), list('is_read = 0 AND'), list('category = 1 AND'), list('source = :source AND')]
  const folder = list('source IN (SELECT value FROM json_each(:sources)) AND')
  const numbers = new Map(
    database
      .prepare('SELECT source_id, source FROM cached_sources')
      .all()
      .map((row) => [row['source_id'] as string, row['source'] as number]),
  )
  const total = database.prepare('SELECT sum(total) FROM cached_sources')
  const content = database.prepare('SELECT * FROM articles JOIN article_texts ON article = row WHERE id = :id')
  const counts = database.prepare('SELECT source_id, total, unread FROM cached_sources')
  const newest = database.prepare(
    `SELECT articles.row, listed_at_ms
     FROM (SELECT rowid AS found FROM article_index WHERE article_index MATCH :match ORDER BY rowid DESC LIMIT 500)
       CROSS JOIN articles ON articles.row = found`,
  )
  const upTo = database.prepare('SELECT count(*) FROM (SELECT 1 FROM article_index WHERE article_index MATCH :match LIMIT 1001)')
  const rows = database.prepare(
    `SELECT ${COLUMNS}, feed_text FROM articles JOIN article_texts ON article = row
     WHERE row IN (SELECT value FROM json_each(:rows))`,
  )
  const first = { at: LAST, row: LAST }
  return {
    page: (cursor = null) => {
      const [at, row] = cursor === null ? [LAST, LAST] : cursor.split('.').map(Number)
      total.get()
      return all.all({ at: at ?? LAST, row: row ?? LAST }).length
    },
    unreadPage: () => unread.all(first).length + (total.get() ? 0 : 1),
    categoryPage: () => category.all(first).length + (total.get() ? 0 : 1),
    sourcePage: (sourceId) => source.all({ ...first, source: numbers.get(sourceId) ?? 0 }).length + (total.get() ? 0 : 1),
    folderPage: (sourceIds) => folder.all({ ...first, sources: JSON.stringify(sourceIds.map((id) => numbers.get(id))) }).length,
    article: (id) => (content.get({ id }) ? 1 : 0),
    counts: () => counts.all().length,
    search: (match) => {
      const expression = `{title body about} : (${match})`
      const found = newest.all({ match: expression })
      upTo.get({ match: expression })
      return rows.all({ rows: JSON.stringify(found.slice(0, 50).map((row) => row['row'])) }).length
    },
    close: () => database.close(),
  }
}
