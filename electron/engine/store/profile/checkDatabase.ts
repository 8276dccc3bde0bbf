import { prepare } from './database.ts'
import type { Database } from './database.ts'

/** How closely to look: `quick` leaves out whether indexes say the same as their tables. */
export type Closeness = 'quick' | 'full'

const MOST_PROBLEMS = 20

/** What SQLite finds wrong with a database; empty where it is sound. Throws where it cannot even be read. */
export function problemsOf(database: Database, closeness: Closeness): string[] {
  const rows =
    closeness === 'quick'
      ? prepare<{ quick_check: string }>(database, `PRAGMA quick_check(${MOST_PROBLEMS})`)
          .all({})
          .map((row) => row.quick_check)
      : prepare<{ integrity_check: string }>(database, `PRAGMA integrity_check(${MOST_PROBLEMS})`)
          .all({})
          .map((row) => row.integrity_check)
  return rows.filter((line) => line !== 'ok')
}
