import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase, prepare } from '../../../electron/engine/store/profile/database.ts'
import type { Database } from '../../../electron/engine/store/profile/database.ts'
import { generationsOf } from '../../../electron/engine/store/profile/generations.ts'
import { openSound } from '../../../electron/engine/store/profile/soundDatabase.ts'
import { cacheMigrations } from '../../../electron/engine/store/migrations/cache/index.ts'
import { libraryMigrations } from '../../../electron/engine/store/migrations/library/index.ts'
import { migrate, schemaVersion } from '../../../electron/engine/store/migrations/migrate.ts'
import type { Migration } from '../../../electron/engine/store/migrations/migration.ts'
import { NOON, savedCopyOf } from './news.ts'
import { openedStore, temporaryFolder } from './profiles.ts'

/** A step that the library has not taken yet. */
const next: Migration = {
  number: libraryMigrations.length + 1,
  name: 'shelves',
  reason: 'A step for the tests.',
  statements: [
    'ALTER TABLE saved ADD COLUMN collection TEXT',
    'CREATE TABLE shelves (name TEXT NOT NULL PRIMARY KEY) STRICT',
    "INSERT INTO shelves (name) SELECT 'all' FROM saved LIMIT 1",
    'DROP INDEX saved_by_source',
  ],
}

function schemaOf(database: Database): unknown {
  return [schemaVersion(database), prepare(database, 'SELECT type, name, sql FROM sqlite_schema ORDER BY name').all({})]
}

describe('migrate', () => {
  it.each([
    ['library', libraryMigrations],
    ['cache', cacheMigrations],
  ])('has numbers without a gap, names and reasons in the %s', (_, migrations) => {
    expect(migrations.map((migration) => migration.number)).toEqual(migrations.map((_, index) => index + 1))
    for (const { name, reason } of migrations) expect([name, reason].every((words) => words.length > 0)).toBe(true)
  })

  it.each([
    ['library', libraryMigrations],
    ['cache', cacheMigrations],
  ])('makes only STRICT tables in the %s', (_, migrations) => {
    const database = openDatabase(':memory:', { isDurable: false, isReadOnly: false })
    migrate(database, migrations)
    const loose = prepare<{ name: string }>(
      database,
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    ).all({})
    expect(loose).toEqual([])
    database.close()
  })

  it('is at the old step or the new one, whichever statement fails (D03)', () => {
    const database = openDatabase(':memory:', { isDurable: false, isReadOnly: false })
    migrate(database, libraryMigrations)
    const before = schemaOf(database)
    for (let stop = 0; stop <= next.statements.length; stop += 1) {
      let count = 0
      const fail = (): void => {
        if (count === stop) throw new Error('the power fails')
        count += 1
      }
      expect(() => migrate(database, [...libraryMigrations, next], fail)).toThrow('the power fails')
      expect(schemaOf(database)).toEqual(before)
    }
    migrate(database, [...libraryMigrations, next])
    expect(schemaVersion(database)).toBe(next.number)
    database.close()
  })

  it('is at the old step or the new one when the process is killed after any statement (D03)', async () => {
    for (let stop = 0; stop <= next.statements.length + 1; stop += 2) {
      const profile = temporaryFolder()
      const store = openedStore(profile)
      store.saved.save(savedCopyOf('one'))
      store.close()
      const script = new URL('migrating.ts', import.meta.url).pathname
      const child = fork(script, [join(profile, 'library.sqlite'), JSON.stringify(next), `${stop}`], { execArgv: [] })
      await once(child, 'exit')
      const again = openDatabase(join(profile, 'library.sqlite'), { isDurable: true, isReadOnly: false })
      const columns = prepare<{ name: string }>(again, "SELECT name FROM pragma_table_info('saved') WHERE name = 'collection'").all({})
      const isNew = stop > next.statements.length
      expect([schemaVersion(again), columns.length]).toEqual(isNew ? [next.number, 1] : [next.number - 1, 0])
      expect(prepare(again, 'SELECT id FROM saved').all({})).toHaveLength(1)
      again.close()
    }
  })
})

describe('openSound', () => {
  it('copies a database that is about to change, before its first statement (D03)', () => {
    const profile = temporaryFolder()
    const store = openedStore(profile)
    store.saved.save(savedCopyOf('one'))
    store.close()
    const plan = { file: join(profile, 'library.sqlite'), name: 'library', isDurable: true, now: () => NOON } as const
    const failing: Migration = { ...next, statements: ['CREATE TABLE twice (a INTEGER) STRICT', 'CREATE TABLE twice (a INTEGER) STRICT'] }
    const open = (step: Migration): Database =>
      openSound({ ...plan, migrations: [...libraryMigrations, step], generations: generationsOf(profile) }, () => {})
    expect(() => open(failing)).toThrow('already exists')
    expect(readdirSync(join(profile, 'backups'))).toEqual([`library-2026-01-15-before-${next.number}.sqlite`])
    const database = open(next)
    expect(schemaVersion(database)).toBe(next.number)
    database.close()
    const copy = openDatabase(join(profile, 'backups', `library-2026-01-15-before-${next.number}.sqlite`), {
      isDurable: true,
      isReadOnly: true,
    })
    expect([schemaVersion(copy), prepare(copy, 'SELECT id FROM saved').all({}).length]).toEqual([next.number - 1, 1])
    copy.close()
  })
})

function pragma(database: Database, name: string): unknown {
  return Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]
}

describe('openDatabase', () => {
  it('lets no statement open another file', () => {
    const database = openDatabase(':memory:', { isDurable: false, isReadOnly: false })
    expect(() => database.exec(`ATTACH '${join(temporaryFolder(), 'x')}' AS x`)).toThrow('not authorized')
    expect(() => database.exec(`VACUUM INTO '${join(temporaryFolder(), 'x')}'`)).toThrow('authorization denied')
    database.close()
  })

  it('has the pragmas of the house', () => {
    const folder = temporaryFolder()
    const names = ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'cache_size', 'temp_store']
    for (const isDurable of [true, false]) {
      const database = openDatabase(join(folder, `${isDurable}`), { isDurable, isReadOnly: false })
      expect(names.map((name) => pragma(database, name))).toEqual(['wal', isDurable ? 2 : 1, 1, 0, 1, -32_768, 2])
      expect(pragma(database, 'busy_timeout')).toBe(5000)
      database.close()
    }
  })
})
