import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { ProfileFailure } from '../../../../shared/failures.ts'
import { failed, ok } from '../../../../shared/result.ts'
import type { Result } from '../../../../shared/result.ts'
import { isBroken, storeFailure } from '../storeFailure.ts'
import { OWNER_FILE } from './profileFolder.ts'

/** The right to a profile, held until it is let go or the process ends in whatever way. */
export interface Owner {
  readonly letGo: () => void
}

/** Claims a profile folder. The lock is the operating system's, on a small file, so that nothing stale is left after a kill. */
export function claimProfile(profile: string): Result<Owner, ProfileFailure> {
  const file = join(profile, OWNER_FILE)
  try {
    return ok(lock(file))
  } catch (error) {
    if (!isBroken(error)) return failed(failureOf(error))
  }
  try {
    // Nobody holds a file that is no database, and it holds nothing itself.
    rmSync(file)
    return ok(lock(file))
  } catch (error) {
    return failed(failureOf(error))
  }
}

/** Held here, since a lock whose database nobody refers to is let go by the garbage collector. */
const held = new Set<DatabaseSync>()

function lock(file: string): Owner {
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    // Nothing is ever written; a journal on the disk would keep the app from starting where that is full.
    database.exec('PRAGMA journal_mode = MEMORY')
    database.exec('BEGIN EXCLUSIVE')
    held.add(database)
    return { letGo: () => letGo(database) }
  } catch (error) {
    database.close()
    throw error
  }
}

function letGo(database: DatabaseSync): void {
  held.delete(database)
  database.close()
}

function failureOf(error: unknown): ProfileFailure {
  const failure = storeFailure(error)
  if (!failure) throw error
  return failure
}
