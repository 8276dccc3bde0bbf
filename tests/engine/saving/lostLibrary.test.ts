import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { closesAfterEach, newProfile, newServer, openEngine, until, type NewsEngine } from '../../fixtures/newsEngine.ts'
import { entries, paragraphs, picture, rss } from '../../fixtures/newsServer.ts'
import { savedMedia, wholePictures } from '../savedFolder.ts'

closesAfterEach()

/** Everything of saved items that a person sees, with their collections by name. */
async function everythingSaved(news: NewsEngine) {
  const { collections } = await news.ask('listCollections', {})
  const nameOf = new Map(collections.map(({ id, name }) => [id, name]))
  const { saved } = await news.ask('listSaved', {})
  return Promise.all(
    saved.map(async ({ id, title, note, tags, collectionId, thumbnail, missingPictures, lacksText, companyName }) => {
      const { article } = await news.ask('getArticle', { id })
      const collection = collectionId === null ? null : nameOf.get(collectionId)
      const { text, html, images } = article
      return { id, title, note, tags, collection, thumbnail, missingPictures, lacksText, companyName, text, html, images }
    }),
  )
}

/** What a person follows, with all that they said of it, and their collections in their order. */
async function everythingFollowed(news: NewsEngine) {
  const { sources } = await news.ask('listSources', {})
  const followed = sources.map(({ health: _health, unread: _unread, total: _total, ...source }) => source)
  const { collections } = await news.ask('listCollections', {})
  return { followed, collections }
}

/**
 * A profile with three saved articles, a feed, the sample edition (a newsroom among it) and collections; the last was saved, and all of
 * these were changed, after the day’s copy, which is made at the first close.
 */
async function filled() {
  const server = await newServer()
  const profile = newProfile()
  for (const number of [0, 1, 2]) server.route(`/${number}.png`, picture(number))
  server.route('/feed.xml', rss('Harbour', entries(0, 3, withPicture)))
  const first = await openEngine({ profile })
  const { source } = await first.ask('addSource', { address: `${server.url}/feed.xml` })
  await until(async () => (await first.articles()).every((article) => article.offline === 'ready'), 60_000)
  const [one = '', two = '', three = ''] = (await first.articles()).map((article) => article.id)
  const { collection } = await first.ask('makeCollection', { name: 'Bids' })
  await first.ask('saveArticle', { id: one, note: 'for Monday', tags: ['ports', '港口'], collectionId: collection.id })
  await first.ask('saveArticle', { id: two, tags: ['cranes'] })
  const empty = await first.ask('makeCollection', { name: 'Nothing yet' })
  const given = await first.ask('makeCollection', { name: 'Given up' })
  await first.close()
  const next = await openEngine({ profile })
  await next.ask('saveArticle', { id: three, note: 'after the copy', collectionId: collection.id })
  await next.ask('renameCollection', { id: collection.id, name: 'Bids 2027' })
  const { sources } = await next.ask('addSample', {})
  await next.ask('changeSource', { id: source.id, folder: 'Ports', title: 'Harbour news', category: 'industry', keepsPictures: false })
  await next.ask('removeSource', { id: sources.find(({ kind }) => kind === 'feed')?.id ?? '' })
  await next.ask('makeCollection', { name: '港口' })
  await next.ask('moveCollection', { id: empty.collection.id, place: 0 })
  await next.ask('removeCollection', { id: given.collection.id })
  const before = await everythingSaved(next)
  const followed = await everythingFollowed(next)
  await next.close()
  // No picture is to be had from anywhere else.
  await server.close()
  return { profile, before, followed }
}

function withPicture(number: number) {
  return { body: `${paragraphs(number)}<p><img src="/${number}.png" alt="A crane"></p>` }
}

const LOSSES: [string, (file: string) => void][] = [
  ['deleted', (file) => rmSync(file)],
  ['zeroed', (file) => writeFileSync(file, Buffer.alloc(200_000))],
  ['replaced by text', (file) => writeFileSync(file, 'no database '.repeat(999))],
]

describe('a library that was lost', { timeout: 120_000 }, () => {
  it.each(LOSSES)('when %s, has from its copy and the mirror all that was saved, and a collection’s new name (D07)', async (_, lose) => {
    const { profile, before, followed } = await filled()
    expect(readdirSync(join(profile, 'backups'))).not.toEqual([])
    lose(join(profile, 'library.sqlite'))
    const again = await openEngine({ profile })
    expect(await everythingSaved(again)).toEqual(before)
    expect(await everythingFollowed(again)).toEqual(followed)
    expect(followed.collections.map(({ name, count }) => [name, count])).toEqual([
      ['Nothing yet', 0],
      ['Bids 2027', 2],
      ['港口', 0],
    ])
  })

  it.each(LOSSES)('when %s and without a copy, has all of it from the mirror and the saved pictures (D07)', async (_, lose) => {
    const { profile, before, followed } = await filled()
    rmSync(join(profile, 'backups'), { recursive: true })
    rmSync(join(profile, 'media'), { recursive: true })
    lose(join(profile, 'library.sqlite'))
    const again = await openEngine({ profile })
    expect(await everythingSaved(again)).toEqual(before)
    expect(before.map((item) => item.collection)).toEqual(['Bids 2027', null, 'Bids 2027'])
    expect([savedMedia(profile).length, wholePictures(profile).size]).toEqual([3, 3])
    expect(await everythingFollowed(again)).toEqual(followed)
    expect(followed.followed.map(({ kind, folder }) => [kind, folder])).toEqual([
      ['feed', 'Ports'],
      ['newsroom', 'Sample edition'],
      ['feed', 'Sample edition'],
    ])
    // The newsroom’s list is found on its page as before.
    const newsroom = followed.followed.find(({ kind }) => kind === 'newsroom')?.id ?? ''
    const articles = async () =>
      (await again.ask('listArticles', { scope: { sourceId: newsroom }, limit: 50 })).articles.map(({ id }) => id)
    const ids = await articles()
    expect(await again.ask('refresh', { sourceIds: [newsroom], force: true })).toMatchObject({ added: 0, failed: [] })
    expect([ids.length > 0, await articles()]).toEqual([true, ids])
  })
})
