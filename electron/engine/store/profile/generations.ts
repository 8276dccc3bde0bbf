import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { backup } from 'node:sqlite'
import { isoTime } from '../../../../shared/time.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import { libraryMigrations } from '../migrations/library/index.ts'
import { newestVersion, schemaVersion } from '../migrations/migrate.ts'
import { problemsOf } from './checkDatabase.ts'
import { copyInto, makeSoleFile, openDatabase } from './database.ts'
import type { Database } from './database.ts'
import { syncFile, syncFolder } from './syncing.ts'

const GENERATIONS_KEPT = 15

/** Copies of the library, in the profile's `backups/`: one a day, and one before each migration. */
export interface Generations {
  /** Copies a database before a migration, and makes sure that the copy is sound. Throws where it is not. */
  keepBefore(database: Database, name: string, version: number, at: EpochMs): void
  /** Makes the day's copy of the library where there is none, beside other work; answers whether it made one. */
  keepDaily(library: Database, at: EpochMs): Promise<boolean>
  /** The newest copy of the library that is sound and not from the future; null where there is none. */
  newestSound(): LibraryGeneration | null
}

/** A copy of the library. */
export interface LibraryGeneration {
  readonly file: string
  readonly madeAt: number
}

/** The generations of a profile. */
export function generationsOf(profile: string): Generations {
  const folder = join(profile, 'backups')

  function begin(name: string): string {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const unfinished = join(folder, `${name}.part`)
    rmSync(unfinished, { force: true })
    return unfinished
  }

  function finish(unfinished: string, name: string): void {
    makeSoleFile(unfinished)
    if (!isSound(unfinished, 'any')) throw new Error(`the copy ${name} is not sound`)
    chmodSync(unfinished, 0o600)
    syncFile(unfinished)
    renameSync(unfinished, join(folder, name))
    syncFolder(folder)
    trim(folder)
  }

  return {
    keepBefore: (database, name, version, at) => {
      const file = `${name}-${day(at)}-before-${version}.sqlite`
      const unfinished = begin(file)
      copyInto(database, unfinished)
      finish(unfinished, file)
    },
    keepDaily: async (library, at) => {
      const name = `library-${day(at)}.sqlite`
      if (existsSync(join(folder, name))) return false
      const unfinished = begin(name)
      await backup(library, unfinished)
      finish(unfinished, name)
      return true
    },
    newestSound: () => generations(folder).find(({ file }) => isSound(file, 'library')) ?? null,
  }
}

/** Copies a library, beside other work, into a file that is not there yet, and makes sure that the copy is sound. Throws where it is not. */
export async function copySound(library: Database, file: string): Promise<void> {
  await backup(library, file)
  makeSoleFile(file)
  if (!isSound(file, 'library')) throw new Error('the copy of the library is not sound')
  syncFile(file)
}

/** The library's copies, newest first. */
function generations(folder: string): LibraryGeneration[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => /^library-.*\.sqlite$/.test(name))
  const aged = files.map((name) => ({ file: join(folder, name), madeAt: statSync(join(folder, name)).mtimeMs }))
  return aged.sort((a, b) => b.madeAt - a.madeAt)
}

function trim(folder: string): void {
  for (const { file } of generations(folder).slice(GENERATIONS_KEPT)) rmSync(file, { force: true })
}

function isSound(file: string, schema: 'library' | 'any'): boolean {
  try {
    const copy = openDatabase(file, { isDurable: true, isReadOnly: true })
    try {
      return problemsOf(copy, 'full').length === 0 && (schema === 'any' || schemaVersion(copy) <= newestVersion(libraryMigrations))
    } finally {
      copy.close()
    }
  } catch {
    return false
  }
}

function day(at: EpochMs): string {
  return isoTime(at)?.slice(0, 10) ?? ''
}
