import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { storedPictures } from '../../../electron/gate/storedPictures.ts'
import { MINUTE } from '../../../shared/time.ts'
import { closesAfterEach, newServer, openEngine, until } from '../../fixtures/newsEngine.ts'
import { articlePage, entries, picture, rss, summaries } from '../../fixtures/newsServer.ts'
import { LONG, following, savedFilesOf } from './savingDesk.ts'

closesAfterEach()

describe('saveArticle', () => {
  it('has the pictures in a folder of the saved items’ own before it answers; the loss of the cache takes nothing', async () => {
    const { news, id } = await following()
    const { saved } = await news.ask('saveArticle', { id })
    expect([saved.missingPictures, saved.lacksText]).toEqual([0, false])
    expect(savedFilesOf(news)).toHaveLength(1)
    await news.close()
    for (const name of ['cache.sqlite', 'cache.sqlite-wal', 'cache.sqlite-shm', 'media']) {
      rmSync(join(news.profile, name), { recursive: true, force: true })
    }
    const again = await openEngine({ profile: news.profile })
    const { article } = await again.ask('getArticle', { id })
    expect([article.offline, article.images[0]?.stored, article.html.includes('<img')]).toEqual(['ready', true, true])
    const hash = article.images[0]?.path?.slice('/img/'.length) ?? ''
    expect((await storedPictures(news.profile, () => undefined)(hash))?.type).toBe('image/png')
  })

  it('says which picture is missing, and gets it later, after a restart too', async () => {
    const { news, server, id } = await following(false)
    expect((await news.ask('saveArticle', { id })).saved).toMatchObject({ missingPictures: 1, thumbnail: null })
    expect((await news.ask('getArticle', { id })).article).toMatchObject({
      offline: 'partial',
      lacks: [{ reason: 'pictures-waiting', count: 1 }],
    })
    await news.close()
    server.route('/one.png', picture())
    const again = await openEngine({ profile: news.profile, isScheduled: true })
    await until(async () => (await again.ask('listSaved', {})).saved[0]?.missingPictures === 0)
    expect((await again.ask('listSaved', {})).saved[0]?.thumbnail).toMatch(/^\/img\/[0-9a-f]{64}$/)
  })

  it('gets what it lacks when it was given up meanwhile, and that is taken back', async () => {
    const { news, server, id } = await following(false)
    const asked = Promise.withResolvers<void>()
    const givenUp = Promise.withResolvers<void>()
    server.route('/one.png', (_request, response) => {
      asked.resolve()
      void givenUp.promise.then(() => response.writeHead(200, { 'content-type': 'image/png' }).end(picture()))
    })
    await news.ask('saveArticle', { id })
    await asked.promise
    const { undo } = await news.ask('unsaveArticle', { id })
    givenUp.resolve()
    // The picture comes, and nobody shows it any more.
    await pause(200)
    await news.ask('undo', { token: undo ?? '' })
    await until(async () => (await news.ask('listSaved', {})).saved[0]?.missingPictures === 0)
  })

  it('D16: finds a damaged file when its item is opened, and gets the picture again', async () => {
    const { news, id } = await following()
    await news.ask('saveArticle', { id })
    const [name] = savedFilesOf(news)
    writeFileSync(join(news.profile, 'saved-media', name ?? ''), Buffer.from(picture(7)))
    rmSync(join(news.profile, 'media'), { recursive: true })
    expect((await news.ask('getArticle', { id })).article.lacks).toEqual([{ reason: 'pictures-waiting', count: 1 }])
    await until(async () => (await news.ask('getArticle', { id })).article.lacks.length === 0)
  })

  it('asks a server in trouble after a while, and not at every refresh', async () => {
    const { news, server, id } = await following(false)
    await news.ask('saveArticle', { id })
    await news.refresh()
    const asked = (): number => server.asked('/one.png').length
    await news.ask('removeSource', { id: (await news.articles())[0]?.sourceId ?? '' })
    const before = asked()
    for (let times = 0; times < 5; times += 1) await news.refresh()
    expect(asked()).toBe(before)
    news.time.now += 16 * MINUTE
    await news.refresh()
    await until(() => asked() === before + 1)
  })

  it('asks nobody at the start of a command', async () => {
    const { news, server, id } = await following(false)
    await news.ask('saveArticle', { id })
    await news.close()
    const asked = server.asked('/one.png').length
    const again = await openEngine({ profile: news.profile })
    await again.ask('listSaved', {})
    await again.close()
    expect(server.asked('/one.png')).toHaveLength(asked)
  })

  it('does not ask for ever for a picture that is gone', async () => {
    const { news, server, id } = await following(false)
    server.route('/one.png', { status: 404 })
    await news.ask('saveArticle', { id })
    await until(async () => (await news.ask('getArticle', { id })).article.lacks[0]?.reason === 'pictures-refused')
    const asked = server.asked('/one.png').length
    await news.refresh()
    expect(server.asked('/one.png')).toHaveLength(asked)
  })

  it('puts the page’s text in the place of a summary when it comes', async () => {
    const news = await openEngine()
    const server = await newServer()
    server.route('/feed.xml', rss('Harbour', summaries(0, 1)))
    const [entry] = summaries(0, 1)
    server.route(entry?.link ?? '', { status: 503 })
    await news.ask('addSource', { address: `${server.url}/feed.xml` })
    const [row] = await news.articles()
    const id = row?.id ?? ''
    expect((await news.ask('saveArticle', { id })).saved.lacksText).toBe(true)
    server.route(entry?.link ?? '', articlePage(row?.title ?? '', LONG))
    await news.refresh()
    await until(async () => (await news.ask('listSaved', {})).saved[0]?.lacksText === false)
    await news.ask('removeSource', { id: row?.sourceId ?? '' })
    expect((await news.ask('getArticle', { id })).article.text).toContain('The cranes stood still for a day.')
  })

  it('reads as it was saved after the publisher rewrote the article', async () => {
    const { news, server, id } = await following()
    await news.ask('saveArticle', { id })
    const [entry] = entries(0, 1)
    server.route('/feed.xml', rss('Harbour', [{ ...entry, title: 'Rewritten', body: '<p>Nothing happened at all, says the port.</p>' }]))
    await news.refresh()
    const { article } = await news.ask('getArticle', { id })
    expect([article.title, article.text.includes('The cranes stood still')]).toEqual([entry?.title, true])
    expect((await news.ask('getArticle', { id, origin: 'feed' })).article.text).toContain('Nothing happened at all')
  })
})

describe('saveArticle again', () => {
  it('changes note, tags and collection, and takes back what it changed and no more', async () => {
    const { news, id } = await following()
    const { collection } = await news.ask('makeCollection', { name: 'Bids' })
    const words = async () => {
      const { note, tags, collectionId } = (await news.ask('getArticle', { id })).article
      return { note, tags, collectionId }
    }
    expect((await news.ask('saveArticle', { id, note: 'first', tags: ['a'] })).undo).toBeNull()
    const placed = await news.ask('saveArticle', { id, collectionId: collection.id })
    expect(await words()).toEqual({ note: 'first', tags: ['a'], collectionId: collection.id })
    const written = await news.ask('saveArticle', { id, note: 'second', tags: ['b', 'c'] })
    await news.ask('undo', { token: placed.undo ?? '' })
    expect(await words()).toEqual({ note: 'second', tags: ['b', 'c'], collectionId: null })
    await news.ask('undo', { token: written.undo ?? '' })
    expect(await words()).toEqual({ note: 'first', tags: ['a'], collectionId: null })
    expect((await news.ask('saveArticle', { id, note: 'first', tags: ['a'], collectionId: null })).undo).toBeNull()
  })

  it('puts what is taken back in no collection where its own is gone, and reads so when the cache is lost', async () => {
    const { news, id } = await following()
    const [bids, later] = await Promise.all(
      ['Bids', 'Later'].map(async (name) => (await news.ask('makeCollection', { name })).collection.id),
    )
    await news.ask('saveArticle', { id, collectionId: bids })
    const { undo } = await news.ask('saveArticle', { id, collectionId: later })
    await news.ask('removeSource', { id: (await news.articles())[0]?.sourceId ?? '' })
    expect((await news.ask('getArticle', { id })).article.collectionId).toBe(later)
    await news.ask('removeCollection', { id: bids ?? '' })
    await news.ask('undo', { token: undo ?? '' })
    expect((await news.ask('getArticle', { id })).article.collectionId).toBeNull()
  })
})

describe('unsaveArticle', () => {
  it('keeps the pictures for as long as it can be taken back, and no longer', async () => {
    const { news, id } = await following()
    await news.ask('saveArticle', { id })
    const { undo } = await news.ask('unsaveArticle', { id })
    expect(savedFilesOf(news)).toHaveLength(1)
    await news.ask('undo', { token: undo ?? '' })
    expect((await news.ask('listSaved', {})).saved[0]?.missingPictures).toBe(0)
    await news.ask('unsaveArticle', { id })
    news.time.now += 11 * MINUTE
    await news.refresh()
    await until(() => savedFilesOf(news).length === 0)
  })

  it('leaves a file that another saved item shows', async () => {
    const { news, server, id } = await following()
    const [, other] = entries(0, 2).toReversed()
    server.route('/two.xml', rss('Other', [{ ...other, body: `${LONG}<img src="${server.url}/one.png" alt="">` }]))
    const { source } = await news.ask('addSource', { address: `${server.url}/two.xml` })
    const twin = (await news.articles()).find((article) => article.sourceId === source.id)?.id ?? ''
    await news.ask('saveArticle', { id })
    await news.ask('saveArticle', { id: twin })
    await until(async () => (await news.ask('listSaved', { isIncomplete: true })).saved.length === 0)
    await news.ask('unsaveArticle', { id })
    news.time.now += 11 * MINUTE
    await news.refresh()
    expect(savedFilesOf(news)).toHaveLength(1)
  })

  it('keeps a file for an undo that lasts longer than another item’s', async () => {
    const { news, server, id } = await following()
    server.route('/two.png', picture(40))
    const [first, second] = entries(1, 3)
    const showing = (name: string): string => `${LONG}<img src="${server.url}/${name}.png" alt="">`
    server.route(
      '/two.xml',
      rss('Other', [
        { ...first, body: showing('one') },
        { ...second, body: showing('two') },
      ]),
    )
    const { source } = await news.ask('addSource', { address: `${server.url}/two.xml` })
    const others = (await news.articles()).filter((article) => article.sourceId === source.id)
    const [twin = '', single = ''] = others.toSorted((a, b) => b.title.localeCompare(a.title)).map((article) => article.id)
    for (const one of [id, twin]) await news.ask('saveArticle', { id: one })
    await until(async () => (await news.ask('listSaved', { isIncomplete: true })).saved.length === 0)
    const [shared] = savedFilesOf(news)
    await news.ask('saveArticle', { id: single })
    await until(() => savedFilesOf(news).length === 2)
    await news.ask('unsaveArticles', { ids: [id, single] })
    news.time.now += 6 * MINUTE
    const { undo } = await news.ask('unsaveArticle', { id: twin })
    news.time.now += 6 * MINUTE
    await news.refresh()
    await until(() => savedFilesOf(news).every((name) => name === shared))
    await news.ask('undo', { token: undo ?? '' })
    expect(savedFilesOf(news)).toEqual([shared])
  })

  it('at the next start has no file left of a save that was killed', async () => {
    const { news, id } = await following()
    await news.ask('saveArticle', { id })
    await news.close()
    const [name = ''] = savedFilesOf(news)
    const unfinished = join(news.profile, 'saved-media', `${name}.0123456789ab.part`)
    writeFileSync(unfinished, 'half')
    const again = await openEngine({ profile: news.profile })
    expect([existsSync(unfinished), savedFilesOf(again)]).toEqual([false, [name]])
  })

  it('at the next start has no file left of an undo that was lost', async () => {
    const { news, id } = await following()
    await news.ask('saveArticle', { id })
    await news.ask('unsaveArticle', { id })
    await news.close()
    const again = await openEngine({ profile: news.profile })
    await until(() => savedFilesOf(again).length === 0)
  })
})
