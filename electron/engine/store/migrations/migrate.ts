import { inTransaction, prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { Migration } from './migration.ts'

/** The schema's number that a database is at; 0 when it is empty. */
export function schemaVersion(database: Database): number {
  return prepare<{ user_version: number }>(database, 'PRAGMA user_version').get({})?.user_version ?? 0
}

/** The number that these migrations lead to. */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.number ?? 0
}

/**
 * Brings a database to the newest schema, each step in a transaction of its own: it is at the old step or the new one,
 * never between.
 *
 * @param afterStatement told after every statement; tests stop the process there.
 */
export function migrate(database: Database, migrations: readonly Migration[], afterStatement: () => void = nothing): void {
  const from = schemaVersion(database)
  for (const migration of migrations.filter((migration) => migration.number > from)) {
    inTransaction(database, () => {
      for (const statement of migration.statements) {
        database.exec(statement)
        afterStatement()
      }
      // PRAGMA takes no parameters; the number is one of ours.
      database.exec(`PRAGMA user_version = ${Math.trunc(migration.number)}`)
      afterStatement()
    })
  }
}

function nothing(): void {}
