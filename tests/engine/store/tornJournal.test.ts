import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore, type Store } from '../../../electron/engine/store/store.ts'
import { noiseOf, seeded } from './chance.ts'
import { NOON, savedCopyOf } from './news.ts'
import { quickFolder, temporaryFolder } from './profiles.ts'

const LIBRARY = 'library.sqlite'
const CACHE = 'cache.sqlite'
const JOURNAL = `${LIBRARY}-wal`
/** As many as the hazard names. */
const TEARS = 400
const SAVES = 25
const TEXTS = Array.from({ length: SAVES }, (_, index) => `${index} ${noiseOf(1500, index).toString('base64')}`)
/** A disk that loses its power has written some of this, and the rest is as it was or anything at all. */
const SECTOR = 512

/** What a power loss leaves behind the place where the journal is torn. */
const ends = {
  cut: () => Buffer.alloc(0),
  zeroed: (bytes: number) => Buffer.alloc(bytes),
  randomised: (bytes: number, seed: number) => noiseOf(bytes, seed),
}
const kinds = Object.keys(ends) as (keyof typeof ends)[]

/** A library as it stands on the disk while it is open, and how long its journal was when each save was acknowledged. */
interface OpenLibrary {
  readonly folder: string
  readonly journal: Buffer
  readonly lengths: readonly number[]
}

function opened(profile: string): Store {
  const made = openStore({ profile, now: () => NOON })
  if (!made.ok) throw new Error(made.failure.kind)
  return made.value
}

/** The databases are made first and brought in, so that the journal holds the saves and nothing else. */
function openLibrary(): OpenLibrary {
  const folder = temporaryFolder()
  opened(folder).close()
  const store = opened(folder)
  const lengths: number[] = []
  for (const [index, text] of TEXTS.entries()) {
    store.saved.save(savedCopyOf(`${index}`, { text, tags: ['brief'] }))
    lengths.push(statSync(join(folder, JOURNAL)).size)
  }
  const kept = temporaryFolder()
  for (const name of [LIBRARY, CACHE]) copyFileSync(join(folder, name), join(kept, name))
  const journal = readFileSync(join(folder, JOURNAL))
  store.close()
  return { folder: kept, journal, lengths }
}

/** Puts the library back as it stood at a power loss; what a store made beside it may stay. */
function lose({ folder, journal }: OpenLibrary, torn: string, length: number, end: Buffer): void {
  for (const name of [LIBRARY, CACHE]) copyFileSync(join(folder, name), join(torn, name))
  writeFileSync(join(torn, JOURNAL), Buffer.concat([journal.subarray(0, length), end]))
}

describe('openStore, after a power loss', () => {
  it(`loses nothing that was synced, and nothing is broken, when the end of the journal is torn ${TEARS} times (D05)`, () => {
    const library = openLibrary()
    const chance = seeded(5)
    const torn = quickFolder()
    for (let tear = 0; tear < TEARS; tear += 1) {
      const [kind, inFlight, lost] = [kinds[tear % kinds.length] ?? 'cut', tear % SAVES, 1 + chance(SECTOR)]
      lose(library, torn, (library.lengths[inFlight] ?? 0) - lost, ends[kind](lost, tear))
      const store = opened(torn)
      const about = `${kind} by ${lost} in save ${inFlight}`
      const texts = store.saved.ids().map((id) => store.saved.get(id)?.text)
      // The save that the power loss fell into may be there or not; all that were acknowledged before it are.
      const expected = TEXTS.slice(0, texts.length > inFlight ? inFlight + 1 : inFlight)
      expect([about, texts.toReversed()]).toEqual([about, expected])
      expect([about, store.notices, store.check()]).toEqual([about, [], []])
      store.saved.save(savedCopyOf('afterwards'))
      expect([about, store.saved.count()]).toEqual([about, texts.length + 1])
      store.close()
    }
  }, 1_200_000)
})
