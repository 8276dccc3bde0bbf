import { inTransaction, prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { LibraryWriter } from './libraryWriter.ts'

/** What the mirror still has to write. `isWhole`: all that is saved, anew. */
export interface MirrorWork {
  readonly ids: readonly string[]
  readonly isWhole: boolean
  /** The last change that is in it. */
  readonly upTo: number
}

/** Which saved items the mirror does not say yet. Triggers note them with each change. */
export interface ToMirror {
  work(): MirrorWork
  /** These have been written as far as a change; those that changed since then stay. */
  done(work: Pick<MirrorWork, 'upTo'>): void
  /** All has been written anew. */
  wholeDone(): void
  /** Notes these once more. */
  again(ids: readonly string[]): void
}

/** The id that stands for all. */
const ALL = ''

/** The table of what the mirror still has to write. */
export function toMirrorTable(database: Database, write: LibraryWriter): ToMirror {
  const all = prepare<{ change: number; saved_id: string }>(database, 'SELECT change, saved_id FROM to_mirror ORDER BY change')
  const done = prepare(database, 'DELETE FROM to_mirror WHERE change <= :upTo AND saved_id <> :all')
  const remove = prepare(database, 'DELETE FROM to_mirror WHERE saved_id = :id')
  const add = prepare(database, 'INSERT INTO to_mirror (saved_id) VALUES (:id)')
  return {
    work: () => {
      const rows = all.all({})
      return {
        ids: rows.flatMap((row) => (row.saved_id === ALL ? [] : [row.saved_id])),
        isWhole: rows.some((row) => row.saved_id === ALL),
        upTo: rows.at(-1)?.change ?? 0,
      }
    },
    done: ({ upTo }) => write(() => void done.run({ upTo, all: ALL })),
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
    prepare(library, 'INSERT INTO to_mirror (saved_id) VALUES (:all)').run({ all: ALL })
  })
}
