import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../../electron/engine/store/store.ts'
import type { Store } from '../../../electron/engine/store/store.ts'
import { draftOf, EVERYTHING, followed, indexed, kept, minute, savedCopyOf, textOf, titlesOf } from './news.ts'
import { openedStore, temporaryFolder } from './profiles.ts'

const PAGE = 4096
const LIBRARY = 'library.sqlite'
const CACHE = 'cache.sqlite'

/** A profile with something in every table, closed, with a copy of its library of the day. */
async function filledProfile(): Promise<string> {
  const profile = temporaryFolder()
  const store = openedStore(profile)
  const source = followed(store)
  const words = Array.from({ length: 900 }, (_, index) => `word${(index * 7919) % 5000}`).join(' ')
  kept(
    store,
    source,
    Array.from({ length: 40 }, (_, index) => draftOf(`n${index}`, { feedText: textOf(`${index} ${words}`) })),
  )
  for (let index = 0; index < 12; index += 1) {
    store.saved.save(savedCopyOf(`${index}`, { text: words + words.slice(index), note: 'A note', tags: ['brief'] }))
  }
  indexed(store)
  await store.keepDailyBackup()
  store.close()
  return profile
}

function copyOf(profile: string): string {
  const copy = temporaryFolder()
  for (const name of [LIBRARY, CACHE]) copyFileSync(join(profile, name), join(copy, name))
  mkdirSync(join(copy, 'backups'))
  for (const name of readdirSync(join(profile, 'backups'))) copyFileSync(join(profile, 'backups', name), join(copy, 'backups', name))
  return copy
}

/** Opens a damaged profile and tells what became of it. */
function healed(profile: string) {
  const store = openedStore(profile)
  const told = {
    notices: store.notices.map((notice) => notice.what),
    saved: store.saved.list().length,
    whole: store.saved.ids().every((id) => store.saved.get(id)?.text.startsWith('word')),
    articles: titlesOf(store, EVERYTHING, 'newest', 50).length,
    aside: readdirSync(profile).filter((name) => /\.corrupt-\d{8}T\d{6}$/.test(name)),
  }
  followed(store, 'new')
  store.close()
  return told
}

const damages: [string, (file: string) => void][] = [
  ['a zeroed header', (file) => overwrite(file, 0, Buffer.alloc(100))],
  ['an end that is cut off', (file) => truncateSync(file, Math.floor(statSync(file).size / PAGE / 2) * PAGE)],
  ['an end in the middle of a page', (file) => truncateSync(file, statSync(file).size - 1000)],
  ['text in its place', (file) => writeFileSync(file, 'This is no database. '.repeat(1000))],
  ['nothing in it', (file) => truncateSync(file, 0)],
]

describe('openStore', () => {
  it.each(damages)('restores a library with %s from its newest copy and keeps what is broken (D06, D07)', async (_, damage) => {
    const profile = await filledProfile()
    damage(join(profile, LIBRARY))
    const broken = readFileSync(join(profile, LIBRARY))
    const told = healed(profile)
    expect(told).toMatchObject({ notices: ['library-restored'], saved: 12, whole: true, articles: 40 })
    if (broken.length > 0) {
      expect(told.aside).toEqual(['library.sqlite.corrupt-20260115T120000'])
      expect(readFileSync(join(profile, told.aside[0] ?? '')).equals(broken)).toBe(true)
    }
    expect(healed(profile).notices).toEqual([])
  })

  it.each(damages.slice(0, 4))('builds a cache with %s anew and keeps what is broken (D06)', async (_, damage) => {
    const profile = await filledProfile()
    damage(join(profile, CACHE))
    const told = healed(profile)
    expect(told).toMatchObject({ notices: ['cache-rebuilt'], saved: 12, whole: true, articles: 0 })
    expect(told.aside).toEqual(['cache.sqlite.corrupt-20260115T120000'])
  })

  it('finds every page of the library that was overwritten (D06)', async () => {
    const profile = await filledProfile()
    const pages = statSync(join(profile, LIBRARY)).size / PAGE
    expect(pages).toBeGreaterThan(20)
    for (let page = 0; page < pages; page += 1) {
      const copy = copyOf(profile)
      overwrite(join(copy, LIBRARY), page * PAGE, noise(page))
      const told = healed(copy)
      expect([page, told.notices, told.saved, told.whole]).toEqual([page, ['library-restored'], 12, true])
    }
  }, 60_000)

  it('finds every page of the cache that was overwritten (D06)', async () => {
    const profile = await filledProfile()
    const pages = statSync(join(profile, CACHE)).size / PAGE
    for (let page = 0; page < pages; page += 3) {
      const copy = copyOf(profile)
      overwrite(join(copy, CACHE), page * PAGE, noise(page))
      expect([page, healed(copy)]).toMatchObject([page, { notices: ['cache-rebuilt'], saved: 12, whole: true }])
    }
  }, 60_000)

  it('finds damage inside a saved text that SQLite cannot see (D06)', async () => {
    const profile = await filledProfile()
    const database = new DatabaseSync(join(profile, LIBRARY))
    database.exec('UPDATE saved_texts SET body = zeroblob(length(body)) WHERE saved = 3')
    database.close()
    expect(healed(profile)).toMatchObject({ notices: ['library-restored'], whole: true })
  })

  it('brings a deleted library back, and says so where there is no copy (D07)', async () => {
    const profile = await filledProfile()
    rmSync(join(profile, LIBRARY))
    expect(healed(profile)).toMatchObject({ notices: ['library-restored'], saved: 12 })
    rmSync(join(profile, LIBRARY))
    rmSync(join(profile, 'backups'), { recursive: true })
    expect(healed(profile)).toMatchObject({ notices: ['library-lost'], saved: 0 })
  })

  it('passes over a copy that is broken itself (D07)', async () => {
    const profile = await filledProfile()
    writeFileSync(join(profile, 'backups', 'library-2026-01-16.sqlite'), 'no database')
    writeFileSync(join(profile, LIBRARY), 'no database')
    expect(healed(profile)).toMatchObject({ notices: ['library-restored'], saved: 12 })
    expect(existsSync(join(profile, 'backups', 'library-2026-01-16.sqlite'))).toBe(true)
  })

  it('loses nothing that was synced when the end of the journal is torn (D05)', () => {
    const profile = temporaryFolder()
    const store = openedStore(profile)
    const sizes: number[] = []
    for (let index = 0; index < 20; index += 1) {
      store.saved.save(savedCopyOf(`${index}`))
      sizes.push(statSync(join(profile, `${LIBRARY}-wal`)).size)
    }
    const journal = readFileSync(join(profile, `${LIBRARY}-wal`))
    for (let tear = 0; tear < 30; tear += 1) {
      const copy = temporaryFolder()
      copyFileSync(join(profile, LIBRARY), join(copy, LIBRARY))
      const cut = journal.length - 1 - ((tear * 37) % 512)
      const torn =
        tear % 3 === 0 ? journal.subarray(0, cut) : Buffer.concat([journal.subarray(0, cut), noise(tear).subarray(0, journal.length - cut)])
      writeFileSync(join(copy, `${LIBRARY}-wal`), torn)
      const again = openedStore(copy)
      const synced = sizes.filter((size) => size <= cut).length
      expect(again.saved.list().length).toBeGreaterThanOrEqual(synced)
      expect([again.notices, again.check()]).toEqual([[], []])
      again.close()
    }
  })
})

describe('keepDailyBackup', () => {
  it('keeps one copy a day and fifteen days', async () => {
    const profile = temporaryFolder()
    for (let day = 0; day < 18; day += 1) {
      const opened = openStore({ profile, now: () => minute(day * 24 * 60) })
      if (!opened.ok) throw new Error(opened.failure.kind)
      const store: Store = opened.value
      store.saved.save(savedCopyOf(`${day}`))
      expect(await store.keepDailyBackup()).toBe(true)
      expect(await store.keepDailyBackup()).toBe(false)
      store.close()
    }
    const copies = readdirSync(join(profile, 'backups')).sort()
    expect(copies).toHaveLength(15)
    expect(copies.at(-1)).toBe(`library-${new Date(minute(17 * 24 * 60)).toISOString().slice(0, 10)}.sqlite`)
  })
})

function overwrite(file: string, at: number, bytes: Buffer): void {
  const all = readFileSync(file)
  bytes.copy(all, at)
  writeFileSync(file, all)
}

/** A page of bytes that look like nothing. */
function noise(seed: number): Buffer {
  let state = seed + 1
  return Buffer.from(Array.from({ length: PAGE }, () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 24))
}
