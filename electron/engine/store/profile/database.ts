import { DatabaseSync, constants } from 'node:sqlite'
import type { SQLInputValue, StatementSync } from 'node:sqlite'

/** An open database. Only files of this room see it. */
export type Database = DatabaseSync

/** What a named parameter of a statement may be. */
export type Parameters = Readonly<Record<string, SQLInputValue>>

/** A prepared statement whose rows and parameters have a type; the row types stay in the file that writes the SQL. */
export interface Query<Row, Given extends Parameters> {
  all(given: Given): Row[]
  get(given: Given): Row | undefined
  /** One after the other, where all at once would fill the memory. */
  each(given: Given): Iterable<Row>
  /** Answers how many rows it changed. */
  run(given: Given): number
}

/** How a database is opened. `isDurable`: every commit reaches the disk before it is acknowledged. */
export interface Opening {
  readonly isDurable: boolean
  readonly isReadOnly: boolean
}

const BUSY_TIMEOUT_MS = 5_000

/**
 * Opens a database with the pragmas of the house; creates it where there is none. Throws what SQLite throws.
 *
 * @param location a path, `:memory:`, or a `file:` address.
 */
export function openDatabase(location: string | URL, opening: Opening): Database {
  const database = new DatabaseSync(location, { timeout: BUSY_TIMEOUT_MS, readOnly: opening.isReadOnly, defensive: true })
  try {
    configure(database, opening)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Databases with a batch open: see {@link inBatch}. */
const batches = new WeakMap<Database, { steps: number }>()

/**
 * Does work as a step of a batch, which is committed after so many steps, before anything else is written, or by {@link settle}.
 * For work that can be done again and is much dearer when each little piece is committed by itself.
 */
export function inBatch<Value>(database: Database, steps: number, work: () => Value): Value {
  const batch = batches.get(database) ?? { steps: 0 }
  if (!database.isTransaction) database.exec('BEGIN IMMEDIATE')
  batches.delete(database)
  try {
    const value = work()
    batches.set(database, { steps: batch.steps + 1 })
    if (batch.steps + 1 >= steps) settle(database)
    return value
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** Commits the batch that is open, if there is one. */
export function settle(database: Database): void {
  if (batches.delete(database) && database.isTransaction) database.exec('COMMIT')
}

/** Prepares a statement; its rows are what the caller says they are. */
export function prepare<Row, Given extends Parameters = Parameters>(database: Database, sql: string): Query<Row, Given> {
  const statement: StatementSync = database.prepare(sql)
  return {
    all: (given) => statement.all(given) as unknown as Row[],
    // RETURNING lets a change answer as a row does; those stand within transactions, which settle for themselves.
    get: (given) => statement.get(given) as unknown as Row | undefined,
    each: (given) => statement.iterate(given) as unknown as Iterable<Row>,
    run: (given) => {
      settle(database)
      return Number(statement.run(given).changes)
    },
  }
}

/**
 * Prepares a statement that is read often and long: its rows come as lists of values, which are several times quicker to read than
 * SQLite's objects, and `rowOf` makes of each what it is.
 */
export function prepareQuick<Row, Given extends Parameters = Parameters>(
  database: Database,
  sql: string,
  rowOf: (values: never) => Row,
): Pick<Query<Row, Given>, 'all'> {
  const statement: StatementSync = database.prepare(sql)
  statement.setReturnArrays(true)
  return { all: (given) => (statement.all(given) as unknown as never[]).map((values) => rowOf(values)) }
}

/** Does all of `work` or nothing of it. Inside another transaction it is simply part of that one. */
export function inTransaction<Value>(database: Database, work: () => Value): Value {
  settle(database)
  if (database.isTransaction) return work()
  database.exec('BEGIN IMMEDIATE')
  try {
    const value = work()
    database.exec('COMMIT')
    return value
  } catch (error) {
    // A full disk or a broken page may have ended the transaction already.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** SQLite escapes Node's permission model through ATTACH, so that is denied for as long as the database is open. */
export function denyAttach(database: Database): void {
  database.setAuthorizer((action) => (action === constants.SQLITE_ATTACH ? constants.SQLITE_DENY : constants.SQLITE_OK))
}

/** A consistent copy into a file that does not exist yet. It needs ATTACH, which is let through for this one statement. */
export function copyInto(database: Database, file: string): void {
  database.setAuthorizer(null)
  try {
    database.prepare('VACUUM INTO :file').run({ file })
  } finally {
    denyAttach(database)
  }
}

/** Brings what the journal holds into the database and gives its space back, as far as the disk has room for that. */
export function emptyJournal(database: Database): void {
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } catch {
    // Too full even for that: what comes next says so.
  }
}

/** From now on keeps the journal small: a journal that took the last of the disk could not be brought in any more. */
export function keepJournalSmall(database: Database): void {
  emptyJournal(database)
  database.exec('PRAGMA wal_autocheckpoint = 16')
}

/** Makes a copy stand by itself: without a journal, nothing is left beside it when it is read. */
export function makeSoleFile(file: string): void {
  const copy = new DatabaseSync(file, { defensive: true })
  try {
    copy.exec('PRAGMA journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

function configure(database: Database, opening: Opening): void {
  if (!opening.isReadOnly) {
    database.exec('PRAGMA auto_vacuum = INCREMENTAL')
    database.exec('PRAGMA journal_mode = WAL')
    database.exec('PRAGMA journal_size_limit = 16777216')
    database.exec(opening.isDurable ? 'PRAGMA synchronous = FULL' : 'PRAGMA synchronous = NORMAL')
    if (opening.isDurable) database.exec('PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON')
  }
  database.exec('PRAGMA cache_size = -32768')
  database.exec('PRAGMA temp_store = MEMORY')
  database.exec('PRAGMA foreign_keys = ON')
  database.exec('PRAGMA trusted_schema = OFF')
  database.exec('PRAGMA cell_size_check = ON')
  denyAttach(database)
}
