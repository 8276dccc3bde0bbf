import { describe, expect, it } from 'vitest'
import { sharesNews } from '../../fixtures/newsEngine.ts'
import { articlePage, entries, homePage, paragraphs, picture, rss } from '../../fixtures/newsServer.ts'

const corner = sharesNews()

describe('previewAddress', () => {
  it('shows the first five headlines of a feed, and changes nothing', async () => {
    const { server, news } = corner()
    server.route('/feed.xml', rss('Harbour News', entries(0, 8)))
    const before = await news.ask('listSources', {})
    const { candidates, tried } = await news.ask('previewAddress', { address: `${server.url}/feed.xml` })
    expect(candidates).toHaveLength(1)
    expect(candidates[0]).toMatchObject({ kind: 'feed', title: 'Harbour News', url: `${server.url}/feed.xml`, found: 8, followedAs: null })
    expect(candidates[0]?.articles.map((one) => one.title)).toEqual([7, 6, 5, 4, 3].map((number) => `Port trial number ${number}`))
    expect(candidates[0]?.articles[0]?.publishedAt).toBe(Date.UTC(2026, 0, 1, 7))
    expect(tried).toEqual([{ url: `${server.url}/feed.xml`, failure: null }])
    expect(await news.ask('listSources', {})).toEqual(before)
    expect((await news.ask('listArticles', { scope: {} })).articles).toEqual([])
  })

  it('says which of the feeds found is followed already', async () => {
    const { server, news, follow } = corner()
    server.route('/feed.xml', rss('Harbour News', entries(0, 2)))
    server.route('/', homePage('feed.xml'))
    const id = await follow('/feed.xml')
    const { candidates } = await news.ask('previewAddress', { address: `${server.url}/` })
    expect(candidates.map((one) => one.followedAs)).toEqual([id])
  })

  it('shows every feed that a page declares, and tells of those that were none', async () => {
    const { server, news } = corner()
    server.route('/', homePage('news.xml', 'gone.xml', 'page.html', 'press.xml'))
    server.route('/news.xml', rss('News', entries(0, 3)))
    server.route('/press.xml', rss('Press', entries(0, 2)))
    server.route('/page.html', articlePage('A page', paragraphs(0)))
    const { candidates, tried } = await news.ask('previewAddress', { address: `${server.url}/` })
    expect(candidates.map((one) => [one.title, one.found])).toEqual([
      ['News', 3],
      ['Press', 2],
    ])
    expect(tried.map((one) => [one.url.replace(server.url, ''), one.failure?.kind ?? null])).toEqual([
      ['/', null],
      ['/news.xml', null],
      ['/gone.xml', 'refused'],
      ['/page.html', 'page-not-feed'],
      ['/press.xml', null],
    ])
    expect(tried[2]?.failure?.sentence).toBe('There is nothing at this address (404).')
  })

  it('asks for eight documents at most where a page leads nowhere, and says that there is no news', async () => {
    const { server, news } = corner()
    server.route('/about/', homePage())
    const before = server.asked().length
    const failure = await news.fail('previewAddress', { address: `${server.url}/about/` })
    expect(failure).toMatchObject({ kind: 'not-news' })
    expect(failure.sentence).toContain('There is no feed and no list of news at this address')
    expect(server.asked().length - before).toBeLessThanOrEqual(8)
  })
})

describe('addSource', () => {
  it('follows a feed by its address and has its articles at once', async () => {
    const { server, news } = corner()
    server.route('/feed.xml', rss('Harbour News', entries(0, 4)))
    const wishes = { category: 'company', folder: 'Ports', title: 'My harbour' } as const
    const added = await news.ask('addSource', { address: `${server.url}/feed.xml`, ...wishes })
    expect(added).toMatchObject({ found: 4, already: false })
    expect(added.source).toMatchObject({ ...wishes, kind: 'feed', total: 4, unread: 4, url: `${server.url}/feed.xml` })
    expect(added.source.health).toMatchObject({ state: 'ok', sentence: 'Working.' })
    expect(added.source.health.nextCheckAt).toBeGreaterThan(news.time.now)
  })

  it('without wishes takes the name of the feed, for the industry', async () => {
    const { server, news } = corner()
    server.route('/feed.xml', rss('Harbour News', entries(0, 1)))
    const { source } = await news.ask('addSource', { address: `${server.url}/feed.xml` })
    expect(source).toMatchObject({ title: 'Harbour News', category: 'industry', folder: null, checkEvery: null })
  })

  it('follows the first feed that a page declares', async () => {
    const { server, news } = corner()
    server.route('/', homePage('broken.xml', 'news.xml', 'press.xml'))
    server.route('/broken.xml', { status: 500 })
    server.route('/news.xml', rss('News', entries(0, 3)))
    server.route('/press.xml', rss('Press', entries(0, 2)))
    const { source } = await news.ask('addSource', { address: `${server.url}/` })
    expect(source).toMatchObject({ title: 'News', url: `${server.url}/news.xml` })
  })

  it('finds a feed at a well-known path where the page names none, and asks no further', async () => {
    const { server, news } = corner()
    server.route('/', homePage())
    server.route('/feed', rss('Unnamed', entries(0, 2)))
    const { source } = await news.ask('addSource', { address: `${server.url}/` })
    expect(source).toMatchObject({ title: 'Unnamed', url: `${server.url}/feed` })
    const { tried } = await news.ask('previewAddress', { address: `${server.url}/` })
    expect(tried.map((one) => one.url)).toEqual([`${server.url}/`, `${server.url}/feed`])
  })

  it('takes the address that a feed has moved to for good', async () => {
    const { server, news } = corner()
    server.route('/old.xml', { status: 301, headers: { location: 'feed.xml' } })
    server.route('/feed.xml', rss('Harbour News', entries(0, 1)))
    const { source } = await news.ask('addSource', { address: `${server.url}/old.xml` })
    expect(source.url).toBe(`${server.url}/feed.xml`)
    expect(await news.ask('addSource', { address: `${server.url}/feed.xml` })).toMatchObject({ already: true })
  })

  it.each(['/feed.xml', '/', '/old.xml'])('leaves a source as it is that is followed already (through %s)', async (path) => {
    const { server, news, follow } = corner()
    server.route('/feed.xml', rss('Harbour News', entries(0, 3)))
    server.route('/', homePage('feed.xml'))
    server.route('/old.xml', { status: 301, headers: { location: 'feed.xml' } })
    const id = await follow('/feed.xml', { folder: 'Ports' })
    const again = await news.ask('addSource', { address: server.url + path, folder: 'Elsewhere', category: 'company' })
    expect([again.already, again.source.id, again.source.folder, again.source.category]).toEqual([true, id, 'Ports', 'industry'])
  })

  it('makes one source of two that ask at once', async () => {
    const { server, news } = corner()
    server.route('/feed.xml', { body: rss('Harbour News', entries(0, 3)), after: 50 })
    const address = `${server.url}/feed.xml`
    const [one, other] = await Promise.all([news.ask('addSource', { address }), news.ask('addSource', { address })])
    expect(one.source.id).toBe(other.source.id)
    const { articles } = await news.ask('listArticles', { scope: { sourceId: one.source.id } })
    expect(articles).toHaveLength(3)
  })

  it.each([
    ['http scheme and spaces around', (url: string) => `  ${url}/feed.xml `],
    ['no scheme', (url: string) => `${url.replace('http://', '')}/feed.xml`],
    ['feed: before it', (url: string) => `feed:${url}/feed.xml`],
    ['feed:// in place of http://', (url: string) => `${url.replace('http:', 'feed:')}/feed.xml`],
    ['a fragment', (url: string) => `${url}/feed.xml#latest`],
    ['angle brackets', (url: string) => `<${url}/feed.xml>`],
  ])('takes an address as a person types it: %s', async (_name, typed) => {
    const { server, news } = corner()
    server.route('/feed.xml', rss('Harbour News', entries(0, 1)))
    const { source } = await news.ask('addSource', { address: typed(server.url) })
    expect(source.url).toBe(`${server.url}/feed.xml`)
  })

  it('follows the sample edition, once', async () => {
    const { news } = corner()
    const { sources } = await news.ask('addSample', {})
    expect(sources.length).toBeGreaterThanOrEqual(3)
    expect(sources.every((source) => source.total > 0 && source.health.state === 'ok' && source.folder === 'Sample edition')).toBe(true)
    const again = await news.ask('addSample', {})
    expect(again.sources.map((source) => source.id)).toEqual(sources.map((source) => source.id))
    const one = sources[0]
    expect(await news.ask('addSource', { address: one?.url ?? '' })).toMatchObject({ already: true })
  })

  it('P07: answers what is no news in words and stores nothing', async () => {
    const { server, news } = corner()
    server.route('/p.png', picture())
    server.route('/d.pdf', { body: '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>', headers: { 'content-type': 'application/pdf' } })
    server.route('/z.zip', { body: Buffer.from('PK\u0003\u0004aaaa', 'latin1'), headers: { 'content-type': 'application/zip' } })
    server.route('/octets', { body: Buffer.alloc(4096, 7) })
    server.route('/text', 'Just words.')
    server.route('/empty', { body: '' })
    const before = await news.ask('listSources', {})
    for (const [path, kind] of Object.entries({
      '/p.png': 'not-news',
      '/d.pdf': 'not-news',
      '/z.zip': 'not-news',
      '/octets': 'not-news',
      '/text': 'not-news',
      '/empty': 'empty-document',
    })) {
      const failure = await news.fail('addSource', { address: server.url + path })
      expect([path, failure.kind, failure.sentence.length > 10]).toEqual([path, kind, true])
    }
    expect(await news.ask('listSources', {})).toEqual(before)
  })
})
