import type { EpochMs } from '../../../../shared/time.ts'
import { prepareQuick } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { CachedSource, CachedSources } from './cachedSources.ts'
import { beginning, cursorOf, narrowing, placeOf, walkOf } from './listScope.ts'
import type { Place, StoredScope } from './listScope.ts'
import { listStatements } from './listStatements.ts'
import type { PageBounds } from './listStatements.ts'
import { listTotals } from './listTotals.ts'
import { mergeNewest } from './mergeSources.ts'
import { listedArticle, storedRow } from './storedRow.ts'
import type { ListedArticle, StoredRow } from './storedRow.ts'

/** What to list: `after` is the cursor of the page before, null for the first. */
export interface PageRequest {
  readonly scope: StoredScope
  readonly order: 'newest' | 'oldest'
  readonly limit: number
  readonly after: string | null
}

/** A page of a list. `next` is null on the last; `total` counts the whole scope. */
export interface ArticlePage {
  readonly rows: StoredRow[]
  readonly next: string | null
  readonly total: number
}

/** Lists of articles, in keyset pages. */
export interface ArticleLists {
  page(request: PageRequest): ArticlePage
  /** How many articles of a scope arrived after a moment. */
  countArrived(request: { scope: StoredScope; since: EpochMs }): number
  /** When a source's articles were listed, from a moment on. */
  listedSince(sourceId: string, since: EpochMs): EpochMs[]
  row(id: string): StoredRow | null
  /** The rows of these ids that exist, in the order asked. */
  rows(ids: readonly string[]): StoredRow[]
}

/** Before the first article of a list, by its order. */
const FIRST: Record<PageRequest['order'], Place> = {
  newest: { at: Number.MAX_SAFE_INTEGER, row: Number.MAX_SAFE_INTEGER },
  oldest: { at: Number.MIN_SAFE_INTEGER, row: Number.MIN_SAFE_INTEGER },
}

/** The lists of the cache. */
export function articleLists(database: Database, sources: CachedSources): ArticleLists {
  return new CachedLists(database, sources)
}

class CachedLists implements ArticleLists {
  readonly #sources: CachedSources
  readonly #statements: ReturnType<typeof listStatements>
  readonly #rows: ReturnType<typeof prepareRows>
  readonly #totals: ReturnType<typeof listTotals>

  constructor(database: Database, sources: CachedSources) {
    this.#sources = sources
    this.#statements = listStatements(database)
    this.#rows = prepareRows(database)
    this.#totals = listTotals(database, sources)
  }

  readonly page = (request: PageRequest): ArticlePage => {
    const { scope, order, limit, after } = request
    const place = after === null ? FIRST[order] : placeOf(after)
    const total = this.#totals.total(scope)
    if (!place) return { rows: [], next: null, total }
    // One more than asked tells whether there is a next page.
    const found = this.#listed(request, { since: scope.since ?? beginning, ...place, limit: limit + 1 })
    const shown = found.slice(0, limit)
    const last = shown.at(-1)
    const next = found.length > limit && last ? cursorOf({ at: last.listed_at_ms, row: last.row }) : null
    return { rows: shown.map(storedRow), next, total }
  }

  readonly rows = (ids: readonly string[]): StoredRow[] => {
    const found = new Map(this.#rows.byIds.all({ ids: JSON.stringify(ids) }).map((row) => [row.id, row]))
    return ids
      .map((id) => found.get(id))
      .filter((row) => row !== undefined)
      .map(storedRow)
  }

  readonly row = (id: string): StoredRow | null => this.rows([id])[0] ?? null

  readonly countArrived = ({ scope, since }: { scope: StoredScope; since: EpochMs }): number => this.#totals.arrived(scope, since)

  readonly listedSince = (sourceId: string, since: EpochMs): EpochMs[] => this.#rows.times.all({ sourceId, since })

  #listed(request: PageRequest, bounds: PageBounds): ListedArticle[] {
    const { scope, order } = request
    const statements = this.#statements
    const which = scope.unreadOnly ? 'unread' : 'any'
    const walk = walkOf(scope, this.#sources)
    switch (walk.kind) {
      case 'all':
        return statements.all[which][order].all(bounds)
      case 'category':
        return statements.category[which][order].all({ ...bounds, category: walk.category })
      case 'sources':
        return this.#merged(walk.sources, request, bounds)
      case 'mentions':
        return statements.mentions[order].all({ ...bounds, ...narrowing(scope), companyId: walk.companyId })
      case 'watched':
        return statements.watched[order].all({ ...bounds, ...narrowing(scope) })
    }
  }

  #merged(among: readonly CachedSource[], { scope, order }: PageRequest, bounds: PageBounds): ListedArticle[] {
    const keysOf = this.#statements.source[scope.unreadOnly ? 'unread' : 'any'][order]
    const keys = mergeNewest(among, bounds, order, (source, bounds) => keysOf.all({ ...bounds, source: source.source }))
    const numbers = JSON.stringify(keys.map((key) => key.row))
    const found = new Map(this.#rows.byNumbers.all({ numbers }).map((row) => [row.row, row]))
    return keys.map((key) => found.get(key.row)).filter((row) => row !== undefined)
  }
}

function prepareRows(database: Database) {
  return {
    byIds: prepareQuick(
      database,
      `SELECT * FROM listed_articles
       WHERE id IN (SELECT value FROM json_each(:ids))`,
      listedArticle,
    ),
    byNumbers: prepareQuick(
      database,
      `SELECT * FROM listed_articles
       WHERE row IN (SELECT value FROM json_each(:numbers))`,
      listedArticle,
    ),
    times: prepareQuick(
      database,
      `SELECT listed_at_ms FROM articles
       WHERE source = (SELECT source FROM cached_sources WHERE source_id = :sourceId AND is_hidden = 0) AND listed_at_ms >= :since
         AND row NOT IN (SELECT article FROM muted)`,
      ([listedAt]: readonly [EpochMs]) => listedAt,
    ),
  }
}
