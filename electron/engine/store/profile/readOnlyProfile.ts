import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ProfileFailure } from '../../../../shared/failures.ts'
import { failed, ok } from '../../../../shared/result.ts'
import type { Result } from '../../../../shared/result.ts'
import { cacheMigrations } from '../migrations/cache/index.ts'
import { libraryMigrations } from '../migrations/library/index.ts'
import { migrate, newestVersion, schemaVersion } from '../migrations/migrate.ts'
import type { Migration } from '../migrations/migration.ts'
import { storeFailure } from '../storeFailure.ts'
import { closing } from './closing.ts'
import { openDatabase } from './database.ts'
import type { Database } from './database.ts'
import { notices } from './notices.ts'
import type { OpenProfile, WriteRefusal } from './openedProfile.ts'
import { CACHE_FILE, LIBRARY_FILE } from './profileFolder.ts'
import { makeReserve } from './reserve.ts'

/** Opens a profile that cannot be written, for reading. Nothing in its folder is changed. */
export function openToRead(profile: string, refusal: WriteRefusal): Result<OpenProfile, ProfileFailure> {
  const copies = mkdtempSync(join(tmpdir(), 'newsdesk-'))
  const removeCopies = (): void => rmSync(copies, { recursive: true, force: true })
  try {
    const library = openOne(join(profile, LIBRARY_FILE), join(copies, LIBRARY_FILE), libraryMigrations)
    const cache = openCache(profile, copies)
    const close = closing([cache, library], removeCopies)
    const rest = { reserve: makeReserve(null), notices: [refusal.kind === 'disk-full' ? notices.diskFull : notices.readOnly], refusal }
    return ok({ folder: profile, library, cache, ...rest, close })
  } catch (error) {
    removeCopies()
    const failure = storeFailure(error)
    if (!failure) throw error
    return failed(failure.kind === 'disk-full' ? failure : { kind: 'profile-unreadable', file: LIBRARY_FILE })
  }
}

/** Without its cache a profile still shows what was saved. */
function openCache(profile: string, copies: string): Database {
  try {
    return openOne(join(profile, CACHE_FILE), join(copies, CACHE_FILE), cacheMigrations)
  } catch (error) {
    if (!storeFailure(error)) throw error
    return sealed(openDatabase(':memory:', { isDurable: false, isReadOnly: false }), cacheMigrations)
  }
}

function openOne(file: string, copy: string, migrations: readonly Migration[]): Database {
  // SQLite reads a journal only where it may write beside it; a copy can be given one.
  if (!existsSync(`${file}-wal`)) {
    const database = openDatabase(new URL(`${pathToFileURL(file).href}?immutable=1`), { isDurable: true, isReadOnly: true })
    if (schemaVersion(database) === newestVersion(migrations)) return database
    database.close()
  }
  for (const end of ['', '-wal'].filter((end) => existsSync(file + end))) {
    copyFileSync(file + end, copy + end)
    // A copy is as little writable as what it was made from.
    chmodSync(copy + end, 0o600)
  }
  return sealed(openDatabase(copy, { isDurable: false, isReadOnly: false }), migrations)
}

function sealed(database: Database, migrations: readonly Migration[]): Database {
  migrate(database, migrations)
  database.exec('PRAGMA query_only = ON')
  return database
}
