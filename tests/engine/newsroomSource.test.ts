import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { articlePage, paragraphs, type NewsServer } from '../fixtures/newsServer.ts'
import { closesAfterEach, newServer, openEngine } from '../fixtures/newsEngine.ts'

closesAfterEach()
const fixtures = new URL('../fixtures/newsrooms/', import.meta.url).pathname

describe('a newsroom without a feed', () => {
  it('is found and followed from the company’s home page alone', async () => {
    const { server, news } = await acme()
    const { source, found } = await news.ask('addSource', { address: `${server.url}/` })
    expect(source).toMatchObject({ kind: 'newsroom', title: 'Acme Radio', url: `${server.url}/news/`, category: 'company' })
    expect(found).toBe(12)
    await news.refresh()
    const articles = await news.articles()
    expect(articles.map((article) => article.title).slice(0, 2)).toEqual([
      'Acme Radio opens plant number 12',
      'Acme Radio opens plant number 11',
    ])
    const { article } = await news.ask('getArticle', { id: articles[0]?.id ?? '' })
    expect(article.text).toContain('Report 12.')
    expect(article.origin).toBe('page')
  })

  it('P06: asks for eight pages at most, and for none that robots.txt forbids', async () => {
    const { server, news } = await acme()
    server.route('/robots.txt', { body: 'User-agent: *\nDisallow: /news/', headers: { 'content-type': 'text/plain' } })
    const failure = await news.fail('previewAddress', { address: `${server.url}/` })
    expect(failure.kind).toBe('not-news')
    expect(server.asked('/news/')).toEqual([])
    expect(server.asked().filter((request) => request.url !== '/robots.txt').length).toBeLessThanOrEqual(8)
  })

  it('shows each headline with its date, and why the list was taken for news', async () => {
    const { server, news } = await acme()
    const { candidates } = await news.ask('previewAddress', { address: `${server.url}/news/` })
    expect(candidates[0]).toMatchObject({ kind: 'newsroom', found: 8 })
    expect(candidates[0]?.articles[0]).toMatchObject({ title: 'Acme Radio opens plant number 12', publishedAt: Date.UTC(2026, 9, 12) })
    expect(candidates[0]?.because.length).toBeGreaterThan(1)
    expect(await news.articles()).toEqual([])
  })

  it('P05: keeps ids through a redesign, and doubles nothing', async () => {
    const { server, news } = await acme()
    await news.ask('addSource', { address: `${server.url}/` })
    const before = (await news.articles()).map((article) => article.id)
    server.route('/news/', redesigned(13))
    await news.refresh()
    const after = (await news.articles()).map((article) => article.id)
    expect(after).toHaveLength(before.length + 1)
    expect(after.filter((id) => before.includes(id))).toEqual(before)
  })

  it('P05: has drifted when its list was looked for three times in vain, with its articles kept, and comes back by itself', async () => {
    const { server, news } = await acme()
    await news.ask('addSource', { address: `${server.url}/` })
    const stateAfterPoll = async () => {
      await news.refresh()
      return (await news.ask('listSources', {})).sources[0]?.health
    }
    const states: unknown[] = []
    for (const round of [1, 2, 3]) {
      server.route(
        '/news/',
        `<!doctype html><html><head><title>Acme</title></head><body><h1>We are moving ${round}</h1><p>Please come back.</p></body></html>`,
      )
      states.push((await stateAfterPoll())?.state)
    }
    expect(states).toEqual(['failing', 'failing', 'drifted'])
    expect((await news.ask('listSources', {})).sources[0]?.health.sentence).toContain('Its articles are kept.')
    expect(await news.articles()).toHaveLength(12)
    server.route('/news/', redesigned(12))
    expect((await stateAfterPoll())?.state).toBe('ok')
    expect(await news.articles()).toHaveLength(12)
  })

  it.each([
    ['login-wall', 'needs-login'],
    ['catalogue', 'not-news'],
    ['script-shell', 'needs-scripts'],
  ])('P01: answers the page %s with %s, in words, and follows nothing', async (name, kind) => {
    const server = await newServer()
    const news = await openEngine()
    server.route('/', readFileSync(join(fixtures, name, 'list.html')))
    server.route('/', { body: readFileSync(join(fixtures, name, 'list.html')), headers: { 'content-type': 'text/html; charset=utf-8' } })
    const failure = await news.fail('addSource', { address: `${server.url}/` })
    expect(failure.kind).toBe(kind)
    expect(failure.sentence.length).toBeGreaterThan(20)
    expect((await news.ask('listSources', {})).sources).toEqual([])
  })

  it('learns the Chinese corporate page of the fixtures, dates and all', async () => {
    expect(existsSync(join(fixtures, 'chinese-corporate'))).toBe(true)
    const server = await newServer()
    const news = await openEngine()
    const gold = JSON.parse(readFileSync(join(fixtures, 'chinese-corporate', 'gold.json'), 'utf8')) as { items: { title: string }[] }
    server.route('/', {
      body: readFileSync(join(fixtures, 'chinese-corporate', 'list.html')),
      headers: { 'content-type': 'text/html; charset=utf-8' },
    })
    const { found } = await news.ask('addSource', { address: `${server.url}/` })
    expect(found).toBe(gold.items.length)
    const titles = (await news.articles()).map((article) => article.title)
    expect(titles.toSorted()).toEqual(gold.items.map((item) => item.title).toSorted())
  })
})

/** A company's site: home, products, and news on two pages, older ones behind “Older”. */
async function acme() {
  const server = await newServer()
  const news = await openEngine()
  server.route(
    '/',
    page(
      'Radios for harsh places - Acme Radio',
      '<p>We make radios.</p><ul><li><a href="/products/one">Radio one</a></li><li><a href="/products/two">Radio two</a></li></ul>',
    ),
  )
  server.route(
    '/news/',
    page('News - Acme Radio', `<h1>News</h1><ul class="list">${items(12, 4)}</ul><a rel="next" href="/news/page/2/">Older</a>`),
  )
  server.route('/news/page/2/', page('News - Acme Radio', `<h1>News</h1><ul class="list">${items(4, 0)}</ul>`))
  articles(server)
  return { server, news }
}

function articles(server: NewsServer): void {
  for (let number = 1; number <= 13; number += 1) {
    server.route(`/news/2026/plant-${number}`, articlePage(`Acme Radio opens plant number ${number}`, paragraphs(number, 5)))
  }
}

function items(from: number, to: number): string {
  return Array.from({ length: from - to }, (_, place) => from - place)
    .map(
      (number) =>
        `<li><span class="date">${number} October 2026</span> <a href="/news/2026/plant-${number}">Acme Radio opens plant number ${number}</a><p>The plant makes radios.</p></li>`,
    )
    .join('\n')
}

/** The same news in other markup. */
function redesigned(newest: number): string {
  const cards = Array.from({ length: newest - 4 }, (_, place) => newest - place).map(
    (number) =>
      `<a class="card" href="/news/2026/plant-${number}?utm_source=site"><div class="c"><h3>Acme Radio opens plant number ${number}</h3><time datetime="2026-10-${String(number).padStart(2, '0')}">Oct ${number}</time></div></a>`,
  )
  return page('Newsroom | Acme Radio', `<main><h2>Latest news</h2><div class="grid">${cards.join('')}</div></main>`)
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body>
<nav><a href="/">Home</a> <a href="/products">Products</a> <a href="/news/">News</a> <a href="/contact">Contact</a></nav>${body}
<footer><a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></footer></body></html>`
}
