import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Fetched } from '../../../electron/engine/fetch/fetched.ts'
import { openPictures } from '../../../electron/engine/offline/openPictures.ts'
import { openDatabase } from '../../../electron/engine/store/profile/database.ts'
import { openStore } from '../../../electron/engine/store/store.ts'
import { ok } from '../../../shared/result.ts'
import { DAY, type EpochMs } from '../../../shared/time.ts'
import { closeAll, newServer, openEngine, until } from '../../fixtures/newsEngine.ts'
import { picture } from '../../fixtures/newsServer.ts'
import { smallDisk } from '../smallDisk.ts'
import { draftOf, followed, kept, NOON, savedCopyOf, textOf } from '../store/news.ts'
import { temporaryFolder } from '../store/profiles.ts'
import { pictureFeed, placeOfPicture } from './picturesOf.ts'

afterEach(closeAll)

const SIZE = picture(1).length
const sizeOf = (...numbers: number[]): number => numbers.reduce((sum, number) => sum + picture(number).length, 0)

/** Six articles that are ready, the oldest first. */
async function sixReady() {
  const [server, news] = await Promise.all([newServer(), openEngine()])
  pictureFeed({ server }, 6)
  await news.ask('addSource', { address: `${server.url}/feed.xml` })
  await until(async () => (await rows()).every((row) => row.offline === 'ready'))
  async function rows() {
    return (await news.articles()).toReversed()
  }
  const verdicts = async (): Promise<string[]> => (await rows()).map((row) => (row.offline === 'ready' ? 'ready' : (row.missing ?? '')))
  return { news, server, rows, verdicts }
}

describe('the budget of pictures', () => {
  it('lets the oldest read news go first, saved never, and unread only when it must', async () => {
    const { news, rows, verdicts } = await sixReady()
    const [oldest, second, third] = await rows()
    await news.ask('markRead', { ids: [oldest?.id ?? '', second?.id ?? '', third?.id ?? ''] })
    await news.ask('saveArticle', { id: oldest?.id ?? '' })
    const file = placeOfPicture(news, second?.thumbnail ?? '')
    await news.ask('changeSettings', { change: { pictureBudget: Math.round(5.5 * SIZE) } })
    await until(async () => (await verdicts())[1] !== 'ready')
    expect(await verdicts()).toEqual(['ready', 'pictures-let-go', 'ready', 'ready', 'ready', 'ready'])
    expect(existsSync(file)).toBe(false)
    await news.ask('changeSettings', { change: { pictureBudget: Math.round(3.4 * SIZE) } })
    await until(async () => (await verdicts())[3] !== 'ready')
    expect(await verdicts()).toEqual(['ready', 'pictures-let-go', 'pictures-let-go', 'pictures-let-go', 'ready', 'ready'])
    const { lastEviction, mediaBytes, ready, partial } = await news.ask('getOffline', {})
    expect(lastEviction).toMatchObject({ pictures: 2, bytes: sizeOf(2, 3), read: 1, unread: 1, budget: Math.round(3.4 * SIZE) })
    expect([mediaBytes, ready, partial]).toEqual([sizeOf(0, 4, 5), 3, 3])
    await until(() => news.events.some((event) => event.name === 'offlineChanged'))
  })

  it('does not fetch again what it let go, and makes room for what is new', async () => {
    const { news, server, verdicts } = await sixReady()
    await news.ask('changeSettings', { change: { pictureBudget: Math.round(6.4 * SIZE) } })
    pictureFeed({ server }, 7)
    await news.refresh()
    await until(async () => (await verdicts()).length === 7)
    expect(await verdicts()).toEqual(['pictures-let-go', 'ready', 'ready', 'ready', 'ready', 'ready', 'ready'])
    await news.refresh()
    expect(server.asked('/pictures/0.png')).toHaveLength(1)
    expect((await news.ask('getOffline', {})).mediaBytes).toBe(sizeOf(1, 2, 3, 4, 5, 6))
  })
})

describe('tidy', () => {
  it('takes away what nothing has shown for a day, and no more', async () => {
    const { store, clock, pictures, placeOf } = roomOf()
    const source = followed(store)
    const [shown, other] = ['https://p.example/1.png', 'https://p.example/2.png']
    await pictures.keeper.keep([shown, other])
    const [id = ''] = kept(store, source, [draftOf('a', { feedText: textOf('Look', [shown]) })])
    expect(store.articles.row(id)?.offline).toBe('ready')
    const places = [placeOf(shown), placeOf(other)]
    await pictures.room.tidy()
    expect(places.map((place) => existsSync(place))).toEqual([true, true])
    clock.now += 2 * DAY
    await pictures.room.tidy()
    expect(places.map((place) => existsSync(place))).toEqual([true, false])
    expect([...store.pictures.states([shown, other]).keys()]).toEqual([shown])
    expect(store.articles.row(id)?.offline).toBe('ready')
  })

  it('makes room on a disk that is nearly full of what was read, and leaves saved and unread news as it is (D08)', async ({ skip }) => {
    const disk = smallDisk(12)
    if (disk === null) return skip('no small disk can be mounted here')
    const { store, pictures, placeOf } = roomOf(join(disk, 'profile'))
    const urls = [1, 2, 3].map((number) => `https://p.example/${number}.png`)
    await pictures.keeper.keep(urls)
    const drafts = urls.map((url, index) => draftOf(`${index}`, { feedText: textOf('Look', [url]) }))
    const [read = '', saved = '', unread = ''] = kept(store, followed(store), drafts)
    store.articles.markRead([read, saved], true, NOON)
    store.saved.save(savedCopyOf('saved', { id: saved, pictures: textOf('Look', urls.slice(1, 2)).pictures }))
    const places = urls.map(placeOf)
    await pictures.room.tidy()
    expect(places.map((place) => existsSync(place))).toEqual([false, true, true])
    expect([read, saved, unread].map((id) => store.articles.row(id)?.offline)).toEqual(['partial', 'ready', 'ready'])
    expect(store.evictions.last()).toMatchObject({ pictures: 1, read: 1, unread: 0 })
  })

  it('takes nothing away before it is known what articles of an earlier build show', async () => {
    const profile = temporaryFolder()
    const before = roomOf(profile)
    const url = 'https://p.example/1.png'
    await before.pictures.keeper.keep([url])
    kept(before.store, followed(before.store), [draftOf('a', { feedText: textOf('Look', [url]) })])
    before.store.close()
    asAfterMigration(join(profile, 'cache.sqlite'))
    const { pictures, placeOf, clock } = roomOf(profile)
    clock.now += 2 * DAY
    await pictures.room.tidy()
    expect(existsSync(placeOf(url))).toBe(true)
    await pictures.check.all()
    await pictures.room.tidy()
    expect(existsSync(placeOf(url))).toBe(true)
  })
})

/** What an earlier build stored: pictures, but not which articles show them. */
function asAfterMigration(file: string): void {
  const cache = openDatabase(file, { isDurable: false, isReadOnly: false })
  cache.exec('DELETE FROM picture_uses; INSERT INTO to_judge (article) SELECT row FROM articles')
  cache.close()
}

/** Pictures over a store of their own; every address answers with a picture of its own. */
function roomOf(profile = ':memory:') {
  const clock = { now: NOON as number }
  const opened = openStore({ profile, now: () => clock.now as EpochMs })
  if (!opened.ok) throw new Error(`the store did not open: ${opened.failure.kind}`)
  const store = opened.value
  onTestFinished(() => store.close())
  const folder = profile === ':memory:' ? temporaryFolder() : join(profile, 'media')
  const about = { movedTo: null, validators: { etag: null, lastModified: null }, askedToWait: null, contentType: null }
  const get = async ({ url }: { readonly url: string }) => ok<Fetched>({ kind: 'body', bytes: bytesOf(url), finalUrl: url, ...about })
  const pictures = openPictures(
    folder,
    { get },
    {
      store,
      now: () => clock.now as EpochMs,
      budget: () => 1_000_000,
      stop: new AbortController().signal,
      changed: () => undefined,
      letGo: () => undefined,
      fault: (fault) => expect(fault).toBeUndefined(),
    },
  )
  const placeOf = (url: string): string => {
    const hash = createHash('sha256').update(bytesOf(url)).digest('hex')
    return join(folder, hash.slice(0, 2), hash)
  }
  return { store, clock, pictures, placeOf }
}

/** A picture of its own for each number in an address. */
function bytesOf(url: string): Uint8Array {
  return picture(Number(/\d+/.exec(url)?.[0] ?? 0))
}
