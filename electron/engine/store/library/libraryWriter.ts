import { inTransaction } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { Reserve } from '../profile/reserve.ts'
import { storeFailure } from '../storeFailure.ts'

/** Runs a change of the library: all of it or nothing, durable when it returns. */
export type LibraryWriter = <Value>(work: () => Value) => Value

/** Writes in transactions; on a full disk lets the reserve go and tries once more, so that what a person saves is kept. */
export function libraryWriter(database: Database, reserve: Reserve): LibraryWriter {
  return (work) => {
    try {
      return inTransaction(database, work)
    } catch (error) {
      if (storeFailure(error)?.kind !== 'disk-full' || !reserve.release()) throw error
      return inTransaction(database, work)
    }
  }
}
