import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { sharesNews, until } from '../../fixtures/newsEngine.ts'
import { articlePage, entries, paragraphs, picture, rss, summaries } from '../../fixtures/newsServer.ts'

const corner = sharesNews()

const cookiePage = readFileSync(new URL('../../fixtures/pages/cookie-page.html', import.meta.url), 'utf8')

/** A feed of summaries, and the pages that it links. */
function summaryFeed(count: number, page: (number: number) => Parameters<ReturnType<typeof corner>['server']['route']>[1]) {
  const made = corner()
  const link = (number: number) => ({ link: `${made.server.url}/news/${number}` })
  made.server.route('/feed.xml', rss('Harbour News', summaries(0, count, link)))
  for (let number = 0; number < count; number += 1) made.server.route(`/news/${number}`, page(number))
  return { ...made, asked: (number: number) => made.server.asked(`/news/${number}`).length }
}

const goodPage = (number: number) => articlePage(`Port trial number ${number}`, paragraphs(number, 6))

describe('a feed of summaries', () => {
  it('gets the text of its pages, keeps both, and one can go from one to the other', async () => {
    const { news, follow, articles, asked } = summaryFeed(2, goodPage)
    await follow('/feed.xml')
    await until(() => asked(0) === 1 && asked(1) === 1)
    const id = (await articles())[0]?.id ?? ''
    await until(async () => (await news.ask('getArticle', { id })).article.origins.length === 2)
    const { article } = await news.ask('getArticle', { id })
    expect([article.origin, article.origins, article.text.includes('Engineers measured')]).toEqual(['page', ['feed', 'page'], true])
    const { article: fromFeed } = await news.ask('getArticle', { id, origin: 'feed' })
    expect([fromFeed.origin, fromFeed.text]).toEqual(['feed', 'Report 1: the trials will begin soon.'])
    await until(async () => (await articles()).every((row) => row.offline === 'ready'))
  })

  it('is followed at once: its pages come after the answer', async () => {
    const { follow, articles } = summaryFeed(3, (number) => ({ body: goodPage(number), after: 4_000 }))
    const startedAt = performance.now()
    await follow('/feed.xml')
    expect((await articles()).length).toBe(3)
    expect(performance.now() - startedAt).toBeLessThan(4_000)
  })

  it('keeps its own text where the page is a cookie wall', async () => {
    const { news, follow, articles, asked, refresh } = summaryFeed(1, () => cookiePage)
    await follow('/feed.xml')
    await refresh()
    const { article } = await news.ask('getArticle', { id: (await articles())[0]?.id ?? '' })
    expect([asked(0) > 0, article.origin, article.text]).toEqual([true, 'feed', 'Report 0: the trials will begin soon.'])
  })

  it('P06: has at most twenty pages asked for in one poll, and the rest in later ones, though nothing is new', async () => {
    const { news, follow, articles, server, refresh } = summaryFeed(45, goodPage)
    const count = () => Array.from({ length: 45 }, (_, number) => server.asked(`/news/${number}`).length).reduce((sum, one) => sum + one, 0)
    await follow('/feed.xml')
    await until(async () => count() === 20 && !(await news.ask('getStatus', {})).refresh.isRunning)
    expect(count()).toBe(20)
    await until(async () => (await articles()).filter((row) => row.offline === 'ready').length === 20)
    await refresh()
    expect(count()).toBe(40)
    await refresh()
    await refresh()
    expect(count()).toBe(45)
    expect((await articles()).every((row) => row.offline === 'ready')).toBe(true)
  })

  it('tries a page again whose server was in trouble, and gives up one that is not there', async () => {
    const { server, follow, articles, asked, refresh, news } = summaryFeed(2, (number) => ({ status: number === 0 ? 404 : 500 }))
    await follow('/feed.xml')
    await until(() => asked(0) === 1 && asked(1) === 1)
    server.route('/news/1', goodPage(1))
    server.route('/news/0', goodPage(0))
    await refresh()
    await refresh()
    expect([asked(0), asked(1)]).toEqual([1, 2])
    expect((await articles()).map((row) => row.offline)).toEqual(['ready', 'partial'])
    expect((await news.ask('getArticle', { id: (await articles())[1]?.id ?? '' })).article.origins).toEqual(['feed'])
  })
})

describe('fetchFullText', () => {
  it('fetches the page of an article that a person asks for, and shows it', async () => {
    const { server, news, follow, articles } = corner()
    server.route(
      '/feed.xml',
      rss(
        'Harbour News',
        entries(0, 1, () => ({ link: `${server.url}/page` })),
      ),
    )
    server.route('/page', articlePage('Port trial number 0', paragraphs(3, 8)))
    await follow('/feed.xml')
    const id = (await articles())[0]?.id ?? ''
    expect((await news.ask('getArticle', { id })).article.origins).toEqual(['feed'])
    const { article } = await news.ask('fetchFullText', { id })
    expect([article.origin, article.origins, article.text.startsWith('Report 3')]).toEqual(['page', ['feed', 'page'], true])
    expect((await news.ask('getArticle', { id })).article.origin).toBe('page')
  })

  it.each([
    ['a page that is not there', { status: 404 }, 'refused'],
    ['a picture', picture(), 'not-news'],
    ['a page that is gone', { status: 410 }, 'gone'],
  ] as const)('answers %s in words and keeps the text that is there', async (_name, page, kind) => {
    const { server, news, follow, articles } = corner()
    server.route(
      '/feed.xml',
      rss(
        'Harbour News',
        entries(0, 1, () => ({ link: `${server.url}/page` })),
      ),
    )
    server.route('/page', page)
    await follow('/feed.xml')
    const id = (await articles())[0]?.id ?? ''
    const before = (await news.ask('getArticle', { id })).article.text
    const failure = await news.fail('fetchFullText', { id })
    expect([failure.kind, failure.sentence.length > 10]).toEqual([kind, true])
    expect((await news.ask('getArticle', { id })).article.text).toBe(before)
    expect(await news.fail('fetchFullText', { id: 'nothing' })).toMatchObject({ kind: expect.stringMatching(/^not-/) })
  })
})

function illustrated(pictures: readonly string[]) {
  const made = corner()
  const tags = pictures.map((path) => `<p>See:</p><img src="${made.server.url}${path}" alt="A crane" width="640" height="480">`).join('')
  made.server.route(
    '/feed.xml',
    rss(
      'Harbour News',
      entries(0, 1, (number) => ({ body: `${tags}${paragraphs(number)}` })),
    ),
  )
  return made
}

describe('pictures', () => {
  it('are kept and shown from the app itself, and the article is ready', async () => {
    const { server, news, follow, articles } = illustrated(['/one.png', '/two.png'])
    server.route('/one.png', picture(1))
    server.route('/two.png', picture(2))
    await follow('/feed.xml')
    await until(async () => (await articles())[0]?.offline === 'ready')
    const [row] = await articles()
    const { article } = await news.ask('getArticle', { id: row?.id ?? '' })
    expect(article.images.map((image) => [image.stored, /^\/img\/[0-9a-f]{64}$/.test(image.path ?? '')])).toEqual([
      [true, true],
      [true, true],
    ])
    expect([row?.thumbnail, article.html.includes(article.images[1]?.path ?? '?'), article.html.includes(server.url)]).toEqual([
      article.images[0]?.path,
      true,
      false,
    ])
  })

  it('that are missing leave the article partial and name themselves; one that was in trouble is fetched by a later poll', async () => {
    const { server, news, follow, articles, refresh } = illustrated(['/gone.png', '/late.png'])
    server.route('/late.png', { status: 503 })
    const id = await follow('/feed.xml')
    await refresh()
    const articleId = (await articles())[0]?.id ?? ''
    expect((await articles())[0]?.offline).toBe('partial')
    server.route('/late.png', picture(3))
    await refresh()
    const { article } = await news.ask('getArticle', { id: articleId })
    expect([id.length > 0, article.offline, article.images.map((image) => image.stored)]).toEqual([true, 'partial', [false, true]])
    expect(server.asked('/gone.png')).toHaveLength(1)
  })

  it('that are something else are not kept', async () => {
    const { server, follow, articles, refresh } = illustrated(['/evil.png'])
    server.route('/evil.png', {
      body: '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
      headers: { 'content-type': 'image/png' },
    })
    await follow('/feed.xml')
    await refresh()
    expect((await articles())[0]).toMatchObject({ offline: 'partial', thumbnail: null })
  })
})
