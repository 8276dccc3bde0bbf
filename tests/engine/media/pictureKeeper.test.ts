import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Fetched } from '../../../electron/engine/fetch/fetched.ts'
import { pictureFiles } from '../../../electron/engine/media/pictureFiles.ts'
import { createPictureKeeper } from '../../../electron/engine/media/pictureKeeper.ts'
import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok } from '../../../shared/result.ts'
import type { EpochMs } from '../../../shared/time.ts'

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

  it('remembers what is no picture, and what is gone', async () => {
    const { keeper, records } = keeperOf({ 'https://a.example/page': Buffer.from('<html>'), 'https://a.example/gone': { kind: 'gone' } })
    await keeper.keep(['https://a.example/page', 'https://a.example/gone'])
    expect([...records.values()]).toEqual([null, null])
  })

  it('asks again where the network was away', async () => {
    const { keeper, asked } = keeperOf({ 'https://a.example/1': { kind: 'offline' } })
    await keeper.keep(['https://a.example/1'])
    await keeper.keep(['https://a.example/1'])
    expect(asked).toHaveLength(2)
  })
})

describe('pictureFiles', () => {
  it('D16: leaves nothing unfinished behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
    writeFileSync(join(folder, 'abc.123.part'), 'half')
    await pictureFiles(folder).sweep()
    expect(readdirSync(folder)).toEqual([])
  })
})

function keeperOf(world: Record<string, Uint8Array | SourceFailure>) {
  const asked: string[] = []
  const records = new Map<string, { hash: string } | null>()
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
      known: (urls) => new Map(urls.flatMap((url) => (records.has(url) ? [[url, records.get(url) ?? null] as const] : []))),
      keep: (url, kept) => void records.set(url, kept),
      totalBytes: () => 0,
    },
    now: () => 1 as EpochMs,
  })
  return { keeper, records, asked, folder }
}
