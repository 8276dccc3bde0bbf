import { existsSync } from 'node:fs'
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

/** Null where the file is broken. */
function openIfSound(plan: DatabasePlan): Database | null {
  const isNew = !existsSync(plan.file)
  let database: Database | null = null
  try {
    database = openDatabase(plan.file, { isDurable: plan.isDurable, isReadOnly: false })
    if (!isNew && !isWhole(database, plan)) return given(database)
    bringUp(database, plan)
    return database
  } catch (error) {
    database?.close()
    if (isBroken(error)) return null
    throw error
  }
}

function given(database: Database): null {
  database.close()
  return null
}

function isWhole(database: Database, { name }: DatabasePlan): boolean {
  switch (name) {
    case 'library':
      return problemsOf(database, 'full').length === 0 && damagedTexts(database).length === 0
    case 'cache':
      return problemsOf(database, 'quick').length === 0
  }
}

function bringUp(database: Database, { name, migrations, generations, now }: DatabasePlan): void {
  const version = schemaVersion(database)
  const isOld = version > 0 && version < newestVersion(migrations)
  if (isOld) generations.keepBefore(database, name, version + 1, now())
  migrate(database, migrations)
}
