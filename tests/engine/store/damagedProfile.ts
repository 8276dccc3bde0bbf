import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../../electron/engine/store/store.ts'
import { draftOf, EVERYTHING, followed, indexed, kept, NOON, savedCopyOf, textOf, titlesOf } from './news.ts'
import { openedStore, temporaryFolder } from './profiles.ts'

/** What the tests of damage break, and how they tell what became of it. */

export const PAGE = 4096
export const LIBRARY = 'library.sqlite'
export const CACHE = 'cache.sqlite'

/** A profile with something in every table, closed, with a copy of its library of the day. */
export async function filledProfile(): Promise<string> {
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

/** Copies a closed profile's databases and their copies into a folder that is not there yet. */
export function copyProfile(profile: string, copy: string): void {
  mkdirSync(join(copy, 'backups'), { recursive: true })
  for (const name of [LIBRARY, CACHE]) copyFileSync(join(profile, name), join(copy, name))
  for (const name of readdirSync(join(profile, 'backups'))) copyFileSync(join(profile, 'backups', name), join(copy, 'backups', name))
}

/** Opens a damaged profile, tells what became of it, and follows one source more, so that it is known to be written to. */
export function healed(profile: string) {
  const opened = openStore({ profile, now: () => NOON })
  if (!opened.ok) throw new Error(`the store did not open: ${opened.failure.kind}`)
  const store = opened.value
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

/** Writes bytes over those of a file. */
export function overwrite(file: string, at: number, bytes: Buffer): void {
  const all = readFileSync(file)
  bytes.copy(all, at)
  writeFileSync(file, all)
}
