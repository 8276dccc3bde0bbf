import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { cacheMigrations } from '../migrations/cache/index.ts'
import { libraryMigrations } from '../migrations/library/index.ts'
import { newestVersion, schemaVersion } from '../migrations/migrate.ts'
import type { Migration } from '../migrations/migration.ts'
import { openDatabase } from './database.ts'
import { CACHE_FILE, LIBRARY_FILE } from './profileFolder.ts'

/** Where SQLite's header keeps `user_version`, big-endian. */
const VERSION_AT = 60
const HEADER_BYTES = 100
const MAGIC = 'SQLite format 3\0'

/** The name of a database that a newer build has made; null where there is none. Nothing is changed by looking. */
export function fileFromFuture(profile: string): string | null {
  const isNewer = (name: string, migrations: readonly Migration[]): boolean => versionOf(join(profile, name)) > newestVersion(migrations)
  if (isNewer(LIBRARY_FILE, libraryMigrations)) return LIBRARY_FILE
  return isNewer(CACHE_FILE, cacheMigrations) ? CACHE_FILE : null
}

/** The schema's number of a database file; 0 where it is none. Its header says it, unless it is still in the journal. */
function versionOf(file: string): number {
  try {
    return Math.max(headerVersion(file), existsSync(`${file}-wal`) ? journalVersion(file) : 0)
  } catch {
    // Missing or broken: whoever opens it finds out.
    return 0
  }
}

function headerVersion(file: string): number {
  const descriptor = openSync(file, 'r')
  try {
    const header = Buffer.alloc(HEADER_BYTES)
    readSync(descriptor, header, 0, HEADER_BYTES, 0)
    return header.toString('latin1', 0, MAGIC.length) === MAGIC ? header.readUInt32BE(VERSION_AT) : 0
  } finally {
    closeSync(descriptor)
  }
}

function journalVersion(file: string): number {
  const database = openDatabase(file, { isDurable: true, isReadOnly: true })
  try {
    return schemaVersion(database)
  } finally {
    database.close()
  }
}
