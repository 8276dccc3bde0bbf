import type { Category } from '../../../../shared/contract/schemas.ts'
import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'

/** How many articles a source has. */
export interface SourceCounts {
  readonly sourceId: string
  readonly total: number
  readonly unread: number
}

/** A source as the cache counts it. `source`: its short number. */
export interface CachedSource extends SourceCounts {
  readonly source: number
  readonly category: Category
  readonly isHidden: boolean
}

/** The sources that have, or had, articles in the cache, with their counts. */
export interface CachedSources {
  /** The source's number; makes one where it is new. */
  numberOf(sourceId: string, category: Category): number
  get(sourceId: string): CachedSource | null
  all(): CachedSource[]
  /** Those of these ids that are known, each once. */
  among(sourceIds: readonly string[]): CachedSource[]
  counts(): SourceCounts[]
  /** Those that are hidden, by their number. */
  hidden(): number[]
  /** The counts of all that are shown, or of those of a category or of these ids, added up. */
  sum(category: Category | null, sourceIds: readonly string[] | null): { total: number; unread: number }
  setHidden(sourceId: string, isHidden: boolean): void
  setCategory(sourceId: string, category: Category): void
  /** Forgets a source that has no articles left. */
  forget(sourceId: string): void
}

interface CachedSourceRow {
  readonly source: number
  readonly source_id: string
  readonly category: number
  readonly is_hidden: number
  readonly total: number
  readonly unread: number
}

/** A category as the cache writes it. */
export function categoryNumber(category: Category): number {
  return category === 'company' ? 1 : 2
}

/** The category that a number of the cache stands for. */
export function categoryOf(number: number): Category {
  return number === 1 ? 'company' : 'industry'
}

/** The table of cached sources. */
export function cachedSources(database: Database): CachedSources {
  const byId = prepare<CachedSourceRow>(database, 'SELECT * FROM cached_sources WHERE source_id = :sourceId')
  const all = prepare<CachedSourceRow>(database, 'SELECT * FROM cached_sources')
  const among = prepare<CachedSourceRow>(
    database,
    `SELECT * FROM cached_sources
     WHERE source_id IN (SELECT value FROM json_each(:sourceIds))`,
  )
  const hidden = prepare<{ source: number }>(database, 'SELECT source FROM cached_sources WHERE is_hidden = 1')
  const sum = prepare<{ total: number; unread: number }>(
    database,
    `SELECT coalesce(sum(total), 0) AS total, coalesce(sum(unread), 0) AS unread FROM cached_sources
     WHERE is_hidden = 0
       AND (:category IS NULL OR category = :category)
       AND (:sourceIds IS NULL OR source_id IN (SELECT value FROM json_each(:sourceIds)))`,
  )
  const add = prepare<{ source: number }>(
    database,
    `INSERT INTO cached_sources (source_id, category) VALUES (:sourceId, :category)
     RETURNING source`,
  )
  const hide = prepare(database, 'UPDATE cached_sources SET is_hidden = :isHidden WHERE source_id = :sourceId')
  const move = prepare(database, 'UPDATE cached_sources SET category = :category WHERE source_id = :sourceId')
  const forget = prepare(database, 'DELETE FROM cached_sources WHERE source_id = :sourceId AND total = 0')
  return {
    numberOf: (sourceId, category) =>
      byId.get({ sourceId })?.source ?? add.get({ sourceId, category: categoryNumber(category) })?.source ?? 0,
    get: (sourceId) => {
      const row = byId.get({ sourceId })
      return row ? cachedSource(row) : null
    },
    all: () => all.all({}).map(cachedSource),
    among: (sourceIds) => among.all({ sourceIds: JSON.stringify(sourceIds) }).map(cachedSource),
    counts: () => all.all({}).map(({ source_id, total, unread }) => ({ sourceId: source_id, total, unread })),
    hidden: () => hidden.all({}).map((row) => row.source),
    sum: (category, sourceIds) =>
      sum.get({ category: category && categoryNumber(category), sourceIds: sourceIds && JSON.stringify(sourceIds) }) ?? {
        total: 0,
        unread: 0,
      },
    setHidden: (sourceId, isHidden) => void hide.run({ sourceId, isHidden: Number(isHidden) }),
    setCategory: (sourceId, category) => void move.run({ sourceId, category: categoryNumber(category) }),
    forget: (sourceId) => void forget.run({ sourceId }),
  }
}

function cachedSource(row: CachedSourceRow): CachedSource {
  const { source, total, unread } = row
  return { source, sourceId: row.source_id, category: categoryOf(row.category), isHidden: row.is_hidden === 1, total, unread }
}
