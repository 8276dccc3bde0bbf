import { mkdtempSync, readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Fetched } from '../../../electron/engine/fetch/fetched.ts'
import { pictureFiles } from '../../../electron/engine/media/pictureFiles.ts'
import { createPictureKeeper, type KnownPicture } from '../../../electron/engine/media/pictureKeeper.ts'
import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok } from '../../../shared/result.ts'
import { HOUR, type EpochMs } from '../../../shared/time.ts'

const picture = readFileSync(new URL('../../../build/icons/64.png', import.meta.url))

describe('createPictureKeeper', () => {
  it('keeps a picture under the hash of its bytes, and asks for it once', async () => {
    const { keeper, records, asked, folder } = keeperOf({ 'https://a.example/1.png': picture })
    await Promise.all([keeper.keep(['https://a.example/1.png']), keeper.keep(['https://a.example/1.png'])])
    await keeper.keep(['https://a.example/1.png'])
    const hash = records.get('https://a.example/1.png')?.hash ?? ''
    expect(asked).toEqual(['https://a.example/1.png'])
    expect(readFileSync(join(folder, hash.slice(0, 2), hash))).toEqual(picture)
  })

  it.each<[string, Uint8Array | SourceFailure, string]>([
    ['what is no picture', Buffer.from('<html>'), 'other'],
    ['what is gone', { kind: 'gone' }, 'refused'],
    ['what is refused', { kind: 'refused', status: 403, retryAt: null }, 'refused'],
    ['what is too large', { kind: 'too-large', limit: 10 }, 'large'],
  ])('remembers %s, and asks no more', async (_, answer, trouble) => {
    const { keeper, records, asked, clock } = keeperOf({ 'https://a.example/1': answer })
    await keeper.keep(['https://a.example/1'])
    clock.now += 100 * HOUR
    await keeper.keep(['https://a.example/1'])
    expect([records.get('https://a.example/1')?.trouble, asked.length]).toEqual([trouble, 1])
  })

  it('asks a server in trouble again at the next poll, then after a while that grows', async () => {
    const { keeper, asked, clock } = keeperOf({ 'https://a.example/1': { kind: 'refused', status: 503, retryAt: null } })
    const counts: number[] = []
    for (const hours of [0, 0.1, 0.2, 0.3, 0.4]) {
      clock.now += hours * HOUR
      await keeper.keep(['https://a.example/1'])
      counts.push(asked.length)
    }
    expect(counts).toEqual([1, 2, 2, 3, 3])
  })

  it('asks again where the network was away, and holds it against nobody', async () => {
    const { keeper, asked, records } = keeperOf({ 'https://a.example/1': { kind: 'offline' } })
    await keeper.keep(['https://a.example/1'])
    await keeper.keep(['https://a.example/1'])
    expect([asked.length, records.size]).toEqual([2, 0])
  })

  it('keeps nothing where no room can be made', async () => {
    const { keeper, records, folder } = keeperOf({ 'https://a.example/1.png': picture }, async (bytes) => bytes === 0)
    await keeper.keep(['https://a.example/1.png'])
    expect([records.get('https://a.example/1.png')?.trouble, readdirSync(folder)]).toEqual(['over-budget', []])
  })
})

describe('pictureFiles', () => {
  it('D16: leaves nothing unfinished behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
    writeFileSync(join(folder, 'abc.123.part'), 'half')
    await pictureFiles(folder).sweep()
    expect(readdirSync(folder)).toEqual([])
  })

  it('D16: finds a file that is gone, cut off, or swapped for one of the same length', async () => {
    const { files, place, known } = await storedFile()
    expect(await files.look(known)).toEqual({ hash: known.hash, changedAt: known.changedAt })
    writeFileSync(place, Buffer.alloc(picture.length, 7))
    utimesSync(place, 1, 1)
    expect(await files.look({ ...known, changedAt: 0 })).toBeNull()
    truncateSync(place, 100)
    expect(await files.look(known)).toBeNull()
    await files.remove(known.hash)
    expect(await files.look(known)).toBeNull()
  })

  it('D16: puts whole bytes in the place of a damaged file', async () => {
    const { files, place, known } = await storedFile()
    truncateSync(place, 100)
    await files.put(picture)
    expect(readFileSync(place)).toEqual(picture)
    expect(await files.look(known)).not.toBeNull()
  })
})

async function storedFile() {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  const files = pictureFiles(folder)
  const known = { ...(await files.put(picture)), bytes: picture.length }
  return { files, known, place: join(folder, known.hash.slice(0, 2), known.hash) }
}

function keeperOf(world: Record<string, Uint8Array | SourceFailure>, makeRoom = async (_bytes: number): Promise<boolean> => true) {
  const asked: string[] = []
  const clock = { now: 1_000_000 }
  const records = new Map<string, KnownPicture>()
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  const about = { movedTo: null, validators: { etag: null, lastModified: null }, askedToWait: null, contentType: null }
  const keeper = createPictureKeeper({
    fetcher: {
      get: async ({ url }) => {
        asked.push(url)
        const found = world[url]
        if (!(found instanceof Uint8Array)) return failed(found ?? { kind: 'gone' })
        return ok<Fetched>({ kind: 'body', bytes: found, finalUrl: url, ...about })
      },
    },
    files: pictureFiles(folder),
    records: {
      states: (urls) => new Map(urls.flatMap((url) => (records.has(url) ? [[url, records.get(url)!] as const] : []))),
      keep: (url, { hash }, at) => void records.set(url, { hash, trouble: null, tries: 0, at }),
      keepTrouble: (url, trouble, at) => void records.set(url, { hash: null, trouble, tries: (records.get(url)?.tries ?? 0) + 1, at }),
      verified: () => undefined,
    },
    makeRoom,
    now: () => clock.now as EpochMs,
  })
  return { keeper, records, asked, folder, clock }
}
