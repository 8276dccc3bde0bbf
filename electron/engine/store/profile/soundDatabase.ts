import { existsSync, statSync } from 'node:fs'
import type { Clock } from '../../../../shared/time.ts'
import { damagedTexts } from '../library/damagedTexts.ts'
import { migrate, newestVersion, schemaVersion } from '../migrations/migrate.ts'
import type { Migration } from '../migrations/migration.ts'
import { isBroken } from '../storeFailure.ts'
import { problemsOf } from './checkDatabase.ts'
import { openDatabase } from './database.ts'
import type { Database } from './database.ts'
import type { Generations } from './generations.ts'
import { setAside } from './setAside.ts'

/** How one of the two databases is opened. */
export interface DatabasePlan {
  readonly file: string
  readonly name: 'library' | 'cache'
  readonly isDurable: boolean
  readonly migrations: readonly Migration[]
  readonly generations: Generations
  readonly now: Clock
}

/**
 * Opens a database that is sound and at the newest schema. One that is broken is set aside; `whenBroken` may put another in its place,
 * else an empty one is made.
 */
export function openSound(plan: DatabasePlan, whenBroken: () => void): Database {
  const found = openIfSound(plan)
  if (found) return found
  setAside(plan.file, plan.now())
  whenBroken()
  const replaced = openIfSound(plan)
  if (!replaced) throw new Error(`the ${plan.name} that was put in place is broken as well`)
  return replaced
}

/** Null where the file is broken. It is looked at before it is opened for writing, so that what is kept is as it was found. */
function openIfSound(plan: DatabasePlan): Database | null {
  try {
    if (existsSync(plan.file) && !isSpared(plan) && !isWhole(plan)) return null
    return opened(plan)
  } catch (error) {
    if (isBroken(error)) return null
    throw error
  }
}

/** A larger cache than this is read through at the start only after an unclean end. */
const QUICKLY_CHECKED_BYTES = 32 * 1024 * 1024

/** SQLite takes the journal away when the last connection is closed well; reading through gigabytes would hold the first list up. */
function isSpared({ name, file }: DatabasePlan): boolean {
  return name === 'cache' && statSync(file).size > QUICKLY_CHECKED_BYTES && !existsSync(`${file}-wal`)
}

function isWhole(plan: DatabasePlan): boolean {
  const database = openDatabase(plan.file, { isDurable: plan.isDurable, isReadOnly: true })
  try {
    return (
      problemsOf(database, plan.name === 'library' ? 'full' : 'quick').length === 0 &&
      (plan.name === 'cache' || damagedTexts(database).length === 0)
    )
  } finally {
    database.close()
  }
}

function opened(plan: DatabasePlan): Database {
  const database = openDatabase(plan.file, { isDurable: plan.isDurable, isReadOnly: false })
  try {
    bringUp(database, plan)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function bringUp(database: Database, { name, migrations, generations, now }: DatabasePlan): void {
  const version = schemaVersion(database)
  const isOld = version > 0 && version < newestVersion(migrations)
  if (isOld) generations.keepBefore(database, name, version + 1, now())
  migrate(database, migrations)
}
