import { randomBytes } from 'node:crypto'
import { base32 } from '../base32.ts'
import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { LibraryWriter } from './libraryWriter.ts'

/** A collection of saved items, in a person's order. */
export interface KeptCollection {
  readonly id: string
  readonly name: string
}

/** A collection with all that is needed to put it back. */
export interface WholeCollection extends KeptCollection {
  readonly place: number
  readonly savedIds: readonly string[]
}

/** The collections that a person puts saved items into. */
export interface CollectionsTable {
  list(): (KeptCollection & { readonly count: number })[]
  get(id: string): KeptCollection | null
  /** The saved items in it. */
  savedIds(id: string): string[]
  /** At the end. */
  make(name: string): KeptCollection
  /** Null where there is no such collection. */
  rename(id: string, name: string): KeptCollection | null
  /** Moves one to a place, counted from 0; false where there is none such. */
  move(id: string, place: number): boolean
  /** Its items stay saved, in no collection. Null where there is none such. */
  remove(id: string): WholeCollection | null
  /** Puts one back, with those of its items that are still saved and stand in no other. */
  restore(collection: WholeCollection): void
}

/** The table of collections. */
export function collectionsTable(database: Database, write: LibraryWriter): CollectionsTable {
  const statements = prepareStatements(database)
  const get = (id: string): KeptCollection | null => statements.one.get({ id }) ?? null
  const ids = (): string[] => statements.all.all({}).map((row) => row.id)
  const order = (wanted: readonly string[]): void => {
    for (const [place, id] of wanted.entries()) statements.place.run({ id, place })
  }
  return {
    list: () => statements.all.all({}).map(({ id, name, count }) => ({ id, name, count })),
    get,
    savedIds: (id) => statements.items.all({ id }).map((row) => row.id),
    make: (name) =>
      write(() => {
        const made = { id: base32(randomBytes(8)), name }
        statements.add.run({ ...made, place: ids().length })
        return made
      }),
    rename: (id, name) => write(() => (statements.rename.run({ id, name }) > 0 ? { id, name } : null)),
    move: (id, place) =>
      write(() => {
        if (get(id) === null) return false
        order(
          ids()
            .filter((one) => one !== id)
            .toSpliced(place, 0, id),
        )
        return true
      }),
    remove: (id) =>
      write(() => {
        const place = ids().indexOf(id)
        const collection = get(id)
        if (collection === null) return null
        const savedIds = statements.items.all({ id }).map((row) => row.id)
        statements.remove.run({ id })
        order(ids())
        return { ...collection, place, savedIds }
      }),
    restore: ({ id, name, place, savedIds }) =>
      write(() => {
        if (get(id) !== null) return
        const others = ids()
        statements.add.run({ id, name, place })
        order(others.toSpliced(place, 0, id))
        statements.takeIn.run({ id, savedIds: JSON.stringify(savedIds) })
      }),
  }
}

function prepareStatements(database: Database) {
  return {
    all: prepare<{ id: string; name: string; count: number }>(
      database,
      `SELECT collections.id, name, count(saved.row) AS count
       FROM collections LEFT JOIN saved ON saved.collection_id = collections.id
       GROUP BY collection
       ORDER BY place, collection`,
    ),
    one: prepare<{ id: string; name: string }>(database, 'SELECT id, name FROM collections WHERE id = :id'),
    items: prepare<{ id: string }>(database, 'SELECT id FROM saved WHERE collection_id = :id'),
    add: prepare(database, 'INSERT INTO collections (id, name, place) VALUES (:id, :name, :place)'),
    rename: prepare(database, 'UPDATE collections SET name = :name WHERE id = :id'),
    place: prepare(database, 'UPDATE collections SET place = :place WHERE id = :id'),
    remove: prepare(database, 'DELETE FROM collections WHERE id = :id'),
    takeIn: prepare(
      database,
      `UPDATE saved SET collection_id = :id
       WHERE collection_id IS NULL AND id IN (SELECT value FROM json_each(:savedIds))`,
    ),
  }
}
