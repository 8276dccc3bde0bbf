import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openStore, storeFailure } from '../../../electron/engine/store/store.ts'
import { draftOf, EVERYTHING, followed, kept, NOON, savedCopyOf, titlesOf } from './news.ts'
import { openedStore, temporaryFolder } from './profiles.ts'

const holder = new URL('holder.ts', import.meta.url).pathname
const isRoot = process.getuid?.() === 0

function open(profile: string, isReadOnlyAllowed = true) {
  return openStore({ profile, now: () => NOON, isReadOnlyAllowed })
}

/** Another process that does something with a profile and then says how it went. */
async function elsewhere(task: string, profile: string, options: { uid?: number } = {}) {
  const child = fork(holder, [task, profile], { execArgv: [], ...options })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = (await once(child, 'message')) as [unknown]
  return { child, said }
}

async function killed(child: ReturnType<typeof fork>): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

describe('openStore', () => {
  it('keeps what was written for the next time', () => {
    const profile = join(temporaryFolder(), 'deep', 'profile')
    const first = openedStore(profile)
    kept(first, followed(first), [draftOf('launch')])
    first.saved.save(savedCopyOf('one'))
    first.settings.write('theme', 'dark')
    first.close()
    first.close()
    const second = openedStore(profile)
    expect(titlesOf(second, EVERYTHING)).toEqual(['About launch'])
    expect(second.saved.get('saved-one')).toEqual(savedCopyOf('one'))
    expect(second.settings.read()).toEqual({ theme: 'dark' })
    expect([second.notices, second.isReadOnly, second.check()]).toEqual([[], false, []])
  })

  it.skipIf(process.platform === 'win32')('lets nobody else look into the profile', () => {
    const profile = temporaryFolder()
    chmodSync(profile, 0o755)
    const store = openedStore(profile)
    followed(store)
    expect(statSync(profile).mode & 0o777).toBe(0o700)
    for (const name of readdirSync(profile)) expect([name, statSync(join(profile, name)).mode & 0o177]).toEqual([name, 0])
  })

  it('gives a profile to one owner alone, here and in another process (D11)', async () => {
    const profile = temporaryFolder()
    openedStore(profile)
    expect(open(profile)).toEqual({ ok: false, failure: { kind: 'profile-in-use' } })
    const { child, said } = await elsewhere('own', profile)
    expect(said).toBe('profile-in-use')
    await killed(child)
  })

  it('leaves nothing stale when its owner is killed (D11)', async () => {
    const profile = temporaryFolder()
    for (let round = 0; round < 3; round += 1) {
      const { child, said } = await elsewhere('own', profile)
      expect(said).toBe('opened')
      expect(open(profile)).toMatchObject({ ok: false, failure: { kind: 'profile-in-use' } })
      await killed(child)
    }
    expect(openedStore(profile).check()).toEqual([])
  })

  it('loses nothing that was acknowledged before a kill (D01, D02)', async () => {
    const profile = temporaryFolder()
    for (let round = 0; round < 3; round += 1) {
      const child = fork(holder, ['save', profile], { execArgv: [] })
      onTestFinished(() => void child.kill('SIGKILL'))
      const acknowledged: string[] = []
      child.on('message', (id) => acknowledged.push(id as string))
      while (acknowledged.length < 12 * (round + 1)) await once(child, 'message')
      await killed(child)
      const store = openedStore(profile)
      expect(store.saved.isSaved(acknowledged)).toEqual(new Set(acknowledged))
      expect(store.articles.readAmong(acknowledged).size).toBe(acknowledged.length)
      expect(store.check()).toEqual([])
      store.close()
    }
  })

  it('heals an owner file that is no database', () => {
    const profile = temporaryFolder()
    writeFileSync(join(profile, 'owner.sqlite'), 'not a database at all'.repeat(100))
    expect(open(profile).ok).toBe(true)
  })

  it('refuses a database from the future and leaves every byte of it (D19)', () => {
    for (const file of ['library.sqlite', 'cache.sqlite']) {
      const profile = temporaryFolder()
      openedStore(profile).close()
      const database = new DatabaseSync(join(profile, file))
      database.exec('PRAGMA user_version = 99')
      database.close()
      const before = readdirSync(profile).map((name) => [name, readFileSync(join(profile, name))])
      expect(open(profile)).toEqual({ ok: false, failure: { kind: 'profile-from-future', file } })
      expect(readdirSync(profile).map((name) => [name, readFileSync(join(profile, name))])).toEqual(before)
    }
  })

  it('sees a future that is still in the journal (D19)', () => {
    const profile = temporaryFolder()
    openedStore(profile).close()
    const database = new DatabaseSync(join(profile, 'library.sqlite'))
    database.exec('PRAGMA user_version = 99')
    const copied = join(temporaryFolder(), 'copy')
    cpSync(profile, copied, { recursive: true })
    database.close()
    const before = readFileSync(join(copied, 'library.sqlite'))
    expect(open(copied)).toMatchObject({ failure: { kind: 'profile-from-future' } })
    expect(readFileSync(join(copied, 'library.sqlite'))).toEqual(before)
  })

  it('says so where a profile can be neither made nor written', () => {
    const file = join(temporaryFolder(), 'a-file')
    writeFileSync(file, '')
    expect(open(join(file, 'profile'))).toEqual({ ok: false, failure: { kind: 'profile-read-only' } })
  })

  it.runIf(isRoot)('opens a profile that cannot be written for reading (D09)', async () => {
    const profile = await readOnlyProfile()
    const { child, said } = await elsewhere('read', profile, { uid: 65_534 })
    expect(said).toEqual({
      isReadOnly: true,
      notices: ['read-only'],
      titles: ['About launch'],
      saved: ['saved-one'],
      problems: [],
      refused: { kind: 'profile-read-only' },
    })
    await killed(child)
    expect(readdirSync(profile).filter((name) => /wal|shm/.test(name))).toEqual([])
  })

  it.runIf(isRoot)('reads a profile that was left in the middle and cannot be written (D09)', async () => {
    const profile = await readOnlyProfile(true)
    const { child, said } = await elsewhere('read', profile, { uid: 65_534 })
    expect(said).toMatchObject({ isReadOnly: true, titles: ['About launch'], saved: ['saved-one'], refused: { kind: 'profile-read-only' } })
    await killed(child)
  })
})

/** A profile of somebody else's. `isLeft`: with its journals still beside it, as after a kill. */
async function readOnlyProfile(isLeft = false): Promise<string> {
  const folder = temporaryFolder()
  const made = join(folder, 'made')
  const profile = join(folder, 'profile')
  const store = openedStore(made)
  kept(store, followed(store), [draftOf('launch')])
  store.saved.save(savedCopyOf('one'))
  if (!isLeft) store.close()
  cpSync(made, profile, { recursive: true })
  expect(existsSync(join(profile, 'library.sqlite-wal'))).toBe(isLeft)
  for (const name of readdirSync(profile)) chmodSync(join(profile, name), 0o444)
  chmodSync(profile, 0o555)
  chmodSync(folder, 0o755)
  return profile
}

describe('storeFailure', () => {
  it('tells the faults of the world from ours', () => {
    const rules = [
      [5, 'profile-in-use'],
      [261, 'profile-in-use'],
      [8, 'profile-read-only'],
      [1032, 'profile-read-only'],
      [11, 'profile-unreadable'],
      [13, 'disk-full'],
      [4874, 'disk-full'],
      [26, 'profile-unreadable'],
      [1, undefined],
      [19, undefined],
    ] as const
    for (const [errcode, kind] of rules) expect(storeFailure(Object.assign(new Error('x'), { errcode }))?.kind).toBe(kind)
    expect(storeFailure(Object.assign(new Error('x'), { code: 'ENOSPC' }))).toEqual({ kind: 'disk-full' })
    expect(storeFailure('no error')).toBeNull()
  })

  it('knows a database that another process holds (D10)', () => {
    const profile = temporaryFolder()
    const store = openedStore(profile)
    const other = new DatabaseSync(join(profile, 'library.sqlite'))
    other.exec('BEGIN IMMEDIATE')
    const started = performance.now()
    let thrown: unknown = null
    try {
      store.settings.write('theme', 'dark')
    } catch (error) {
      thrown = error
    }
    expect(storeFailure(thrown)).toEqual({ kind: 'profile-in-use' })
    expect(performance.now() - started).toBeLessThan(10_000)
    other.exec('ROLLBACK')
    other.close()
    store.settings.write('theme', 'light')
    expect(store.settings.read()).toEqual({ theme: 'light' })
  })
})
