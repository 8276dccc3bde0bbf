import { readFileSync } from 'node:fs'
import { createServer as createSecureServer } from 'node:https'
import { createServer, type AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { DurationMs } from '../../shared/time.ts'
import { sharesNews } from '../fixtures/newsEngine.ts'
import { articlePage, entries, paragraphs, picture, rss, type Route } from '../fixtures/newsServer.ts'
import { costNow } from '../fixtures/cost.ts'

const limits = { connect: 300, headers: 400, idle: 400, total: 900, bodyBytes: 2 * 1024 * 1024 }
const corner = sharesNews({ fetchLimits: limits as unknown as { total: DurationMs } })

describe('an address that leads nowhere', () => {
  it.each([
    ['', 'not-an-address'],
    ['   ', 'not-an-address'],
    ['not an address', 'not-an-address'],
    ['ftp://files.example/feed', 'not-an-address'],
    ['javascript:alert(1)', 'not-an-address'],
    ['file:///etc/passwd', 'not-an-address'],
    ['data:text/xml,<rss/>', 'not-an-address'],
    ['http://', 'not-an-address'],
    ['http://user:secret@publisher.example/', 'not-an-address'],
    ['sample://nobody/feed.xml', 'refused'],
    ['http://127.0.0.1:1/feed.xml', 'unreachable'],
  ])('%j fails as %s, in words, for a preview and for following', async (address, kind) => {
    const { news } = corner()
    for (const request of ['previewAddress', 'addSource'] as const) {
      const failure = await news.fail(request, { address })
      expect([request, failure.kind]).toEqual([request, kind])
      expect(failure.sentence).toMatch(/^\S.{10,}\.$/s)
      expect(failure.sentence).not.toContain('secret')
    }
    expect((await news.ask('listSources', {})).sources.filter((source) => source.url === address)).toEqual([])
  })

  it('a host that does not exist fails as no-such-host, or offline where there is no network', async () => {
    const failure = await corner().news.fail('addSource', { address: 'https://nowhere.invalid/feed.xml' })
    expect(['no-such-host', 'offline', 'timed-out']).toContain(failure.kind)
  })

  it('a server that hangs up, and one that speaks no HTTP, fail in words', async () => {
    const { news } = corner()
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => socket.end('220 mail.example ESMTP\r\n'))
    })
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const failure = await news.fail('addSource', { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` })
    expect(['damaged', 'unreachable']).toContain(failure.kind)
  })

  it('F09: a server that proves nothing by its certificate is not read', async () => {
    const pem = readFileSync(new URL('../fixtures/tls/self-signed.pem', import.meta.url), 'utf8')
    const server = createSecureServer({ key: pem, cert: pem }, (_request, response) => void response.end(rss('Evil', entries(0, 1))))
    server.on('tlsClientError', () => undefined)
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const failure = await corner().news.fail('addSource', { address: `https://localhost:${(server.address() as AddressInfo).port}/` })
    expect(failure).toMatchObject({ kind: 'not-secure', host: 'localhost' })
    expect(failure.sentence).toContain('did not prove')
  })
})

/** What may come where a feed stood, and what is said of it. */
const trouble: readonly (readonly [string, Route, string])[] = [
  ['400', { status: 400 }, 'refused'],
  ['401', { status: 401 }, 'refused'],
  ['403', { status: 403 }, 'refused'],
  ['404', { status: 404 }, 'refused'],
  ['410', { status: 410 }, 'gone'],
  ['429', { status: 429 }, 'refused'],
  ['500', { status: 500 }, 'refused'],
  ['502', { status: 502 }, 'refused'],
  ['503', { status: 503 }, 'refused'],
  ['a 204', { status: 204 }, 'empty-document'],
  ['nothing at all', { body: '' }, 'empty-document'],
  ['blanks', ' \n\t ', 'empty-document'],
  ['no answer in time', { body: rss('Late', []), after: 3_000 }, 'timed-out'],
  ['an answer that is too large', { body: 'x'.repeat(3 * 1024 * 1024) }, 'too-large'],
  ['a redirect to itself', { status: 302, headers: { location: 'feed.xml' } }, 'too-many-redirects'],
  ['a redirect to a file', { status: 302, headers: { location: 'file:///etc/passwd' } }, 'not-an-address'],
  ['a web page', articlePage('Please log in', paragraphs(1)), 'page-not-feed'],
  ['a picture', picture(), 'not-news'],
  ['a PDF', { body: '%PDF-1.7\n%\u00e2\u00e3', headers: { 'content-type': 'application/pdf' } }, 'not-news'],
  ['text', 'Only words stand here.', 'not-news'],
  ['broken compression', { body: 'not gzip', headers: { 'content-encoding': 'gzip' } }, 'damaged'],
]

describe('a followed address where something else comes', () => {
  it.each(trouble)('%s: fails in words, keeps every article, and heals when the feed is back', async (_name, route, kind) => {
    const { server, news, follow, refresh, articles, health } = corner()
    server.route('/feed.xml', rss('Harbour News', entries(0, 3)))
    const id = await follow('/feed.xml')
    const before = await articles()
    await news.ask('saveArticle', { id: before[0]?.id ?? '' })
    server.route('/feed.xml', route)
    const { failed } = await refresh()
    expect(failed.map((one) => [one.sourceId, one.kind])).toEqual([[id, kind]])
    expect(failed[0]?.sentence).toMatch(/^\S.{10,}\.$/s)
    const told = await health(id)
    expect([told.failure?.kind, told.sentence, told.failuresInRow]).toEqual([kind, failed[0]?.sentence, 1])
    expect((await articles()).map((row) => row.id)).toEqual(before.map((row) => row.id))
    server.route('/feed.xml', rss('Harbour News', entries(0, 4)))
    expect(await refresh()).toMatchObject({ added: 1, failed: [] })
    expect((await health(id)).state).toBe('ok')
    expect(news.faults).toEqual([])
  })
})

async function poll(text: string) {
  const made = corner()
  made.server.route('/feed.xml', rss('Harbour News', entries(0, 3)))
  const id = await made.follow('/feed.xml')
  made.server.route('/feed.xml', text)
  const report = await made.refresh()
  return { ...made, id, report, rows: await made.articles() }
}

describe('a feed that is strange', () => {
  it('F11: cut off anywhere gives what stands before the cut, and takes nothing away', async () => {
    const whole = rss('Harbour News', entries(0, 8))
    const made = corner()
    made.server.route('/feed.xml', whole)
    await made.follow('/feed.xml')
    for (const share of [0.05, 0.2, 0.5, 0.9, 0.99]) {
      made.server.route('/feed.xml', whole.slice(0, Math.round(whole.length * share)))
      await made.refresh()
      expect([share, (await made.articles()).length]).toEqual([share, 8])
    }
    const half = corner()
    half.server.route('/feed.xml', whole.slice(0, Math.round(whole.length * 0.6)))
    await half.follow('/feed.xml')
    expect((await half.articles()).length).toBeGreaterThanOrEqual(4)
    expect(made.news.faults).toEqual([])
  })

  it('without entries is a feed without news: no failure, nothing lost', async () => {
    const { report, rows } = await poll(rss('Harbour News', []))
    expect([report.failed, report.unchanged, rows.length]).toEqual([[], 1, 3])
    const empty = corner()
    empty.server.route('/feed.xml', rss('Quiet', []))
    const id = await empty.follow('/feed.xml')
    expect((await empty.health(id)).state).toBe('ok')
  })

  it('F13: with the same id for all, or with none, keeps every article once, poll after poll', async () => {
    const changes = [() => ({ guid: 'same' }), () => ({ guid: null }), () => ({ guid: '' }), () => ({ guid: 'x'.repeat(100_000) })]
    for (const change of changes) {
      const { server, follow, refresh, articles } = corner()
      server.route('/feed.xml', rss('Harbour News', entries(0, 4, change)))
      await follow('/feed.xml')
      const ids = (await articles()).map((row) => row.id)
      for (let time = 0; time < 3; time += 1) {
        server.route('/feed.xml', rss(`Harbour News ${time}`, entries(0, 4, change)))
        expect(await refresh()).toMatchObject({ added: 0, updated: 0, failed: [] })
      }
      expect([ids.length, (await articles()).map((row) => row.id)]).toEqual([4, ids])
    }
  })

  it.each([
    'Sat, 01 Jan 0000 00:00:00 GMT',
    '0000-00-00T00:00:00Z',
    'Fri, 31 Dec 9999 23:59:59 GMT',
    '+275761-01-01T00:00:00Z',
    'Tue, 99 Foo',
    '',
  ])('F14: lists an article of the date %j between 1990 and the moment it was first seen', async (date) => {
    const { server, news, follow, articles } = corner()
    server.route(
      '/feed.xml',
      rss(
        'Harbour News',
        entries(0, 2, () => ({ date })),
      ),
    )
    await follow('/feed.xml')
    for (const row of await articles()) {
      expect(row.listedAt).toBeGreaterThanOrEqual(Date.UTC(1990, 0, 1))
      expect(row.listedAt).toBeLessThanOrEqual(news.time.now)
    }
  })

  it('F16: takes control characters and strange strings in its stride, and finds them again', async () => {
    const title = "Wave\u0000 \u0007of \u202eevil\u202c \ud83d\udea2 <b>'; DROP TABLE articles;--"
    const { server, news, follow, articles } = corner()
    server.route(
      '/feed.xml',
      rss(
        'Name\u0008 \u202e',
        entries(0, 2, () => ({ title, body: `\u0001${paragraphs(1)}\ufffe` })),
      ),
    )
    const id = await follow('/feed.xml')
    const rows = await articles()
    // oxlint-disable-next-line no-control-regex -- that is what must be gone
    expect(rows.every((row) => !/[\u0000-\u0008\u202a-\u202e]/.test(row.title + row.excerpt))).toBe(true)
    for (const query of ['"', "'; DROP TABLE articles;--", '-', '*', '(', 'NEAR(', '\u0000', 'a AND', 'source:', '"unclosed', '🚢']) {
      expect([query, typeof (await news.ask('search', { query })).total]).toEqual([query, 'number'])
    }
    expect((await news.ask('listSources', {})).sources.find((source) => source.id === id)?.total).toBe(2)
  })

  it('F01: with entity bombs is read without them', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>`
    const { server, follow, articles } = corner()
    const text = rss(
      'Bomb',
      entries(0, 1, () => ({ title: 'Title @' })),
    )
      .replace(/<\?xml[^>]*>/, bomb)
      .replaceAll('@', '&c;')
    server.route('/feed.xml', text)
    await follow('/feed.xml')
    expect((await articles())[0]?.title.length).toBeLessThan(40)
  })
})

describe('a feed of 100,000 entries', () => {
  const large = sharesNews()
  it('F15: is read within the limits, keeps the newest thousand, and lets requests in between', async () => {
    const { server, news, follow, ids } = large()
    const lines = Array.from({ length: 100_000 }, (_, number) => {
      const date = new Date(Date.UTC(2010, 0, 1) + number * 60_000).toUTCString()
      return `<item><title>N ${number}</title><guid>${number}</guid><pubDate>${date}</pubDate></item>`
    })
    server.route('/feed.xml', rss('Large', [], lines.join('')))
    const following = follow('/feed.xml')
    let longest = 0
    for (let isOver = false; !isOver;) {
      const before = costNow()
      isOver = await Promise.race([following.then(() => true), news.ask('getStatus', {}).then(() => false)])
      longest = Math.max(longest, costNow() - before)
      await new Promise((resolve) => void setTimeout(resolve, 10))
    }
    const { articles, total } = await news.ask('listArticles', { scope: { sourceId: ids[0] ?? '' }, limit: 1 })
    expect([total, articles[0]?.title]).toEqual([1_000, 'N 99999'])
    expect(longest).toBeLessThan(1_000)
  })
})
