import { settle } from './database.ts'
import type { Database } from './database.ts'

/** Closes databases and then does what is left to do; a second call does nothing. */
export function closing(databases: readonly Database[], letGo: () => void): () => void {
  let isOpen = true
  return () => {
    if (!isOpen) return
    isOpen = false
    for (const database of databases) {
      settle(database)
      database.close()
    }
    letGo()
  }
}
