import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../../electron/engine/store/store.ts'
import type { Store } from '../../../electron/engine/store/store.ts'
import { CACHE, filledProfile, healed, LIBRARY, overwrite, PAGE } from './damagedProfile.ts'
import { minute, savedCopyOf } from './news.ts'
import { temporaryFolder } from './profiles.ts'

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
