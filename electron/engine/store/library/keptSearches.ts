import type { KeptSearch } from '../../../../shared/contract/keptSearch.ts'
import type { Clock } from '../../../../shared/time.ts'
import { freshId } from '../base32.ts'
import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { LibraryWriter } from './libraryWriter.ts'

/** The searches that a person keeps. */
export interface KeptSearchesTable {
  /** In their order. */
  list(): KeptSearch[]
  get(id: string): KeptSearch | null
  /** Keeps a search below all others. */
  add(search: Omit<KeptSearch, 'id'>): KeptSearch
  /** Null where there is no such search. */
  change(id: string, change: { name?: string | undefined; query?: string | undefined }): KeptSearch | null
  /** Puts all in this order; those left out come after, as they stand. */
  order(ids: readonly string[]): void
  /** Answers what it let go and those that came after, so that `restore` can put it back where it was; null where there was none. */
  remove(id: string): RemovedSearch | null
  restore(removed: RemovedSearch): void
}

/** A search that was let go, and in which order all stood. */
export interface RemovedSearch {
  readonly search: KeptSearch
  readonly order: readonly string[]
}

/** The table of kept searches. */
export function keptSearchesTable(database: Database, write: LibraryWriter, now: Clock): KeptSearchesTable {
  const statements = prepareStatements(database)
  const list = (): KeptSearch[] => statements.all.all({}).map((row) => ({ ...row }))
  const get = (id: string): KeptSearch | null => list().find((search) => search.id === id) ?? null
  const add = (search: KeptSearch): KeptSearch => {
    statements.add.run({ ...search, at: now() })
    return search
  }
  const order = (ids: readonly string[]): void => {
    const rest = list().flatMap(({ id }) => (ids.includes(id) ? [] : [id]))
    for (const [place, id] of [...ids, ...rest].entries()) statements.place.run({ id, place })
  }
  return {
    list,
    get,
    add: ({ name, query }) => write(() => add({ id: freshId(), name, query })),
    change: (id, change) =>
      write(() => {
        const search = get(id)
        if (search === null) return null
        const changed = { id, name: change.name ?? search.name, query: change.query ?? search.query }
        statements.put.run(changed)
        return changed
      }),
    order: (ids) => write(() => order(ids)),
    remove: (id) =>
      write(() => {
        const all = list()
        const search = all.find((one) => one.id === id)
        return search !== undefined && statements.remove.run({ id }) > 0 ? { search, order: all.map((one) => one.id) } : null
      }),
    restore: (removed) =>
      write(() => {
        if (get(removed.search.id) !== null) return
        add(removed.search)
        order(removed.order)
      }),
  }
}

function prepareStatements(database: Database) {
  return {
    all: prepare<KeptSearch>(
      database,
      `SELECT id, name, query FROM kept_searches
       ORDER BY place, kept_at_ms, id`,
    ),
    add: prepare(
      database,
      `INSERT INTO kept_searches (id, place, name, query, kept_at_ms)
       VALUES (:id, (SELECT coalesce(max(place), 0) + 1 FROM kept_searches), :name, :query, :at)`,
    ),
    put: prepare(database, 'UPDATE kept_searches SET name = :name, query = :query WHERE id = :id'),
    place: prepare(database, 'UPDATE kept_searches SET place = :place WHERE id = :id'),
    remove: prepare(database, 'DELETE FROM kept_searches WHERE id = :id'),
  }
}
