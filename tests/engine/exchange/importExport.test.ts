import { describe, expect, it } from 'vitest'
import { closesAfterEach, newServer, openEngine, type NewsEngine } from '../../fixtures/newsEngine.ts'
import { entries, rss } from '../../fixtures/newsServer.ts'

closesAfterEach()

interface Star {
  readonly title: string
  readonly link: string
  readonly body?: string
  readonly feed?: string
  readonly label?: string
  readonly note?: string
}

function starredJson(stars: readonly Star[]): string {
  const items = stars.map(({ title, link, body = '<p>Kept text.</p>', feed, label, note }) => ({
    title,
    published: 1_605_571_200,
    canonical: [{ href: link }],
    content: { content: body },
    categories: label === undefined ? [] : [`user/1/label/${label}`],
    annotations: note === undefined ? [] : [{ content: note }],
    origin: { streamId: feed === undefined ? 'feed/9' : `feed/${feed}`, title: 'Telecom Weekly', htmlUrl: 'https://weekly.example/' },
  }))
  return JSON.stringify({ id: 'user/1/state/com.google/starred', items })
}

async function importStars(news: NewsEngine, stars: readonly Star[]) {
  return news.ask('importOpml', { opml: starredJson(stars) })
}

describe('importing starred articles', () => {
  it('saves those of sources that are not followed whole: text, dates, address, tags, note, in their order', async () => {
    const news = await openEngine()
    const stars = [
      { title: 'Newest', link: 'https://weekly.example/2', label: 'Bids', note: 'For May.' },
      { title: 'Older', link: 'https://weekly.example/1', body: '<p>码头<script>alert(1)</script></p>' },
    ]
    expect(await importStars(news, stars)).toMatchObject({ added: 0, saved: 2, alreadySaved: 0, isStopped: false, skipped: [] })
    const { saved } = await news.ask('listSaved', {})
    expect(saved.map(({ title, sourceTitle, note, tags }) => [title, sourceTitle, note, tags])).toEqual([
      ['Newest', 'Telecom Weekly', 'For May.', ['Bids']],
      ['Older', 'Telecom Weekly', '', []],
    ])
    const { article } = await news.ask('getArticle', { id: saved[1]?.id ?? '' })
    expect([article.html, article.publishedAt, article.url]).toEqual(['<p>码头</p>', Date.UTC(2020, 10, 17), 'https://weekly.example/1'])
    expect((await news.ask('search', { query: '码头 is:saved' })).total).toBe(1)
  })

  it('twice is the same as once, and leaves note and tags that a person changed', async () => {
    const news = await openEngine()
    const stars = [{ title: 'One', link: 'https://weekly.example/1', note: 'Theirs' }]
    await importStars(news, stars)
    const [item] = (await news.ask('listSaved', {})).saved
    await news.ask('saveArticle', { id: item?.id ?? '', note: 'Mine', tags: ['x'] })
    expect(await importStars(news, stars)).toMatchObject({ saved: 0, alreadySaved: 1 })
    expect((await news.ask('listSaved', {})).saved).toMatchObject([{ note: 'Mine', tags: ['x'] }])
  })

  it('knows the article of a followed source by its link, and leaves its text as it is', async () => {
    const news = await openEngine()
    const server = await newServer()
    server.route('/feed.xml', rss('Harbour', entries(0, 3)))
    await news.ask('addSource', { address: `${server.url}/feed.xml` })
    const [first] = await news.articles()
    const before = (await news.ask('getArticle', { id: first?.id ?? '' })).article.text
    await importStars(news, [{ title: first?.title ?? '', link: first?.url ?? '', feed: `${server.url}/feed.xml`, body: '<p>Short.</p>' }])
    expect((await news.articles()).map((article) => [article.id, article.isSaved]).filter(([, isSaved]) => isSaved)).toEqual([
      [first?.id, true],
    ])
    expect((await news.ask('getArticle', { id: first?.id ?? '' })).article.text).toBe(before)
    expect(await news.articles()).toHaveLength(3)
  })

  it('puts an article that a followed source has no more among its own, read; it is the same when the feed brings it later', async () => {
    const news = await openEngine()
    const server = await newServer()
    server.route('/feed.xml', rss('Harbour', entries(1, 3)))
    const { source } = await news.ask('addSource', { address: `${server.url}/feed.xml` })
    const [later] = entries(0, 1)
    const link = `${server.url}${later?.link ?? ''}`
    await importStars(news, [{ title: later?.title ?? '', link, feed: `${server.url}/feed.xml` }])
    const kept = (await news.articles()).find((article) => article.isSaved)
    expect(kept).toMatchObject({ sourceId: source.id, isRead: true, url: link })
    server.route('/feed.xml', rss('Harbour', entries(0, 3)))
    await news.refresh()
    expect((await news.articles()).filter((article) => article.url === link).map(({ id, isSaved }) => [id, isSaved])).toEqual([
      [kept?.id, true],
    ])
  })

  it('is taken up by its source when that is followed later', async () => {
    const news = await openEngine()
    const server = await newServer()
    const [entry] = entries(0, 1)
    server.route('/feed.xml', rss('Harbour', [{ ...entry, guid: undefined }]))
    const link = `${server.url}${entry?.link ?? ''}`
    await importStars(news, [{ title: entry?.title ?? '', link, feed: `${server.url}/feed.xml` }])
    await news.ask('addSource', { address: `${server.url}/feed.xml` })
    expect((await news.articles()).map((article) => article.isSaved)).toEqual([true])
  })

  it('tells how far it has come, and can be stopped; what was taken in stays', async () => {
    const news = await openEngine()
    const stars = Array.from({ length: 400 }, (_, number) => ({ title: `Star ${number}`, link: `https://weekly.example/${number}` }))
    const unsubscribe = news.engine.subscribe((event) => {
      if (event.name !== 'importProgress') return
      unsubscribe()
      void news.ask('stopImport', {})
    })
    const report = await importStars(news, stars)
    expect(report.isStopped).toBe(true)
    expect(report.saved).toBeLessThan(400)
    expect((await news.ask('listSaved', {})).saved).toHaveLength(report.saved)
    expect(news.events.find((event) => event.name === 'importProgress')?.body).toMatchObject({ total: 400 })
    expect(await importStars(news, stars.slice(0, 30))).toMatchObject({ isStopped: false })
  })

  it('follows the sources of a Fluent Reader backup in their folders and saves its stars among them', async () => {
    const news = await openEngine()
    const backup = {
      sourceGroups: [{ isMultiple: true, sids: [1], name: 'Press' }],
      lovefield: {
        sources: [{ sid: 1, url: 'https://weekly.example/feed.xml', name: 'Telecom Weekly' }],
        items: [{ source: 1, title: 'Ducts', link: 'https://weekly.example/ducts', content: '<p>One trench.</p>', starred: true }],
      },
    }
    expect(await news.ask('importOpml', { opml: JSON.stringify(backup) })).toMatchObject({ added: 1, saved: 1 })
    const { sources } = await news.ask('listSources', {})
    expect(sources).toMatchObject([{ title: 'Telecom Weekly', folder: 'Press', total: 1, unread: 0 }])
  })

  it('refuses other JSON in words', async () => {
    const news = await openEngine()
    expect(await news.fail('importOpml', { opml: '{"a":1}' })).toMatchObject({
      kind: 'not-an-export',
      sentence: 'This file is no export that Newsdesk knows: OPML, a Fluent Reader backup, or starred.json.',
    })
  })
})
