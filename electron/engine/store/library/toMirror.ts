import { inTransaction, prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { LibraryWriter } from './libraryWriter.ts'

/** What the mirror still has to write. `isWhole`: all that is saved, anew. */
export interface MirrorWork {
  readonly ids: readonly string[]
  readonly isWhole: boolean
  /** Sources or collections have changed. */
  readonly hasLists: boolean
  /** The last change that is in it. */
  readonly upTo: number
}

/** What the mirror does not say yet: saved items, and the lists of sources and collections. Triggers note it with each change. */
export interface ToMirror {
  work(): MirrorWork
  /** These have been written as far as a change; those that changed since then stay. */
  done(work: Pick<MirrorWork, 'upTo'>): void
  /** The same for the lists. */
  listsDone(work: Pick<MirrorWork, 'upTo'>): void
  /** All that is saved has been written anew. */
  wholeDone(): void
  /** Notes these once more. */
  again(ids: readonly string[]): void
}

/** The id that stands for all that is saved. */
const ALL = ''
/** The id that stands for the lists of sources and collections. */
const LISTS = ':lists'

/** The table of what the mirror still has to write. */
export function toMirrorTable(database: Database, write: LibraryWriter): ToMirror {
  const all = prepare<{ change: number; saved_id: string }>(database, 'SELECT change, saved_id FROM to_mirror ORDER BY change')
  const done = prepare(database, 'DELETE FROM to_mirror WHERE change <= :upTo AND saved_id NOT IN (:all, :lists)')
  const listsDone = prepare(database, 'DELETE FROM to_mirror WHERE change <= :upTo AND saved_id = :lists')
  const remove = prepare(database, 'DELETE FROM to_mirror WHERE saved_id = :id')
  const add = prepare(database, 'INSERT INTO to_mirror (saved_id) VALUES (:id)')
  return {
    work: () => {
      const rows = all.all({})
      return {
        ids: rows.map((row) => row.saved_id).filter((id) => id !== ALL && id !== LISTS),
        isWhole: rows.some((row) => row.saved_id === ALL),
        hasLists: rows.some((row) => row.saved_id === LISTS),
        upTo: rows.at(-1)?.change ?? 0,
      }
    },
    done: ({ upTo }) => write(() => void done.run({ upTo, all: ALL, lists: LISTS })),
    listsDone: ({ upTo }) => write(() => void listsDone.run({ upTo, lists: LISTS })),
    wholeDone: () => write(() => void remove.run({ id: ALL })),
    again: (ids) =>
      write(() => {
        for (const id of ids) {
          remove.run({ id })
          add.run({ id })
        }
      }),
  }
}

/** Has the mirror write everything anew: what it holds is of another library. */
export function mirrorAllAnew(library: Database): void {
  inTransaction(library, () => {
    prepare(library, 'DELETE FROM to_mirror').run({})
    prepare(library, 'INSERT INTO to_mirror (saved_id) VALUES (:all), (:lists)').run({ all: ALL, lists: LISTS })
  })
}
