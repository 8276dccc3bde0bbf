import { emptyJournal, inTransaction, keepJournalSmall } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { Reserve } from '../profile/reserve.ts'
import { storeFailure } from '../storeFailure.ts'

/** Runs a change of the library: all of it or nothing, durable when it returns. */
export type LibraryWriter = <Value>(work: () => Value) => Value

/** Writes in transactions; on a full disk makes room and tries again, so that what a person saves is kept. */
export function libraryWriter(database: Database, reserve: Reserve): LibraryWriter {
  // The journal may be larger than what it holds; the reserve is let go only when that is not enough.
  const waysToRoom = [
    () => emptyJournal(database),
    () => {
      reserve.release()
      keepJournalSmall(database)
    },
  ]
  return (work) => {
    for (const makeRoom of waysToRoom) {
      try {
        return inTransaction(database, work)
      } catch (error) {
        if (storeFailure(error)?.kind !== 'disk-full') throw error
        makeRoom()
      }
    }
    return inTransaction(database, work)
  }
}
