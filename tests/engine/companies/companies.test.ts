import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RequestInput } from '../../../shared/contract/requests.ts'
import { closeAll, newServer, openEngine, until, type NewsEngine } from '../../fixtures/newsEngine.ts'
import { entries, rss } from '../../fixtures/newsServer.ts'

let news: NewsEngine
beforeAll(async () => {
  news = await openEngine()
})
afterAll(closeAll)

/** A site of its own for each test, and how it is followed. */
async function site() {
  const server = await newServer()
  return {
    server,
    follow: async (path: string, wishes: Partial<RequestInput<'addSource'>> = {}) =>
      (await news.ask('addSource', { address: server.url + path, ...wishes })).source.id,
  }
}

/** The front door of a company. */
function home(name: string, phone: string): string {
  return `<!doctype html><html><head><title>${name}</title><script type="application/ld+json">
    {"@context":"https://schema.org","@type":"Organization","name":"${name}","telephone":"${phone}"}</script></head>
    <body><h1>${name}</h1><a href="/contact.html">Contact us</a><footer>© ${name}</footer></body></html>`
}

async function companyOf(sourceId: string) {
  const source = (await news.ask('listSources', {})).sources.find((one) => one.id === sourceId)
  return source?.companyId ?? null
}

describe('a company', () => {
  it('is made of the site of a source of company news, read from it, and shared by the site’s other sources', async () => {
    const { server, follow } = await site()
    const root = new URL('/', server.url).href
    server.route('/', home('Northharbour Cranes', '+49 40 5550 100'))
    server.route(
      '/contact.html',
      '<html><body><h1>Contact us</h1><p>E-mail: <a href="mailto:office@northharbour.example">write</a></p></body></html>',
    )
    server.route('/one.xml', rss('Cranes', entries(0, 3)))
    server.route('/two.xml', rss('More cranes', entries(10, 12)))
    const id = await follow('/one.xml', { category: 'company' })
    const companyId = (await companyOf(id)) ?? ''
    await until(async () => (await news.ask('getCompany', { id: companyId })).company.name === 'Northharbour Cranes')
    expect(await companyOf(await follow('/two.xml', { category: 'company' }))).toBe(companyId)
    const { company } = await news.ask('getCompany', { id: companyId })
    expect(company).toMatchObject({
      site: root,
      phones: ['+49 40 5550 100'],
      contactPage: `${root}contact.html`,
      total: 5,
      unread: 5,
      changes: [],
    })
    expect((await news.ask('listArticles', { scope: { companyId } })).total).toBe(5)
  })

  it('notes what its site says otherwise than before, with the old and the new value', async () => {
    const { server, follow } = await site()
    server.route('/', home('Northharbour Cranes', '+49 40 5550 100'))
    server.route('/feed.xml', rss('Cranes', entries(0, 1)))
    const id = (await companyOf(await follow('/feed.xml', { category: 'company' }))) ?? ''
    await news.ask('refreshCompany', { id })
    server.route('/', home('Northharbour Cranes', '+49 40 5550 222'))
    const { company } = await news.ask('refreshCompany', { id })
    expect(company.phones).toEqual(['+49 40 5550 222'])
    expect(company.changes[0]).toEqual({ field: 'phone', before: '+49 40 5550 100', after: '+49 40 5550 222', at: news.time.now })
  })

  it('is mentioned by articles that came before it and after it, until it goes', async () => {
    const { server, follow } = await site()
    server.route('/', home('Northharbour Cranes', '+49 40 5550 100'))
    server.route('/trade.xml', rss('Trade', entries(0, 2, tells)))
    server.route('/own.xml', rss('Own', entries(20, 21, tells)))
    const trade = await follow('/trade.xml')
    const own = await follow('/own.xml', { category: 'company' })
    const id = (await companyOf(own)) ?? ''
    const mentions = async () =>
      (await news.ask('listArticles', { scope: { mentionsOf: id, sourceId: trade } }).catch(() => ({ total: -1 }))).total
    await until(async () => (await mentions()) === 2)
    server.route('/trade.xml', rss('Trade', entries(0, 4, tells)))
    await news.ask('refresh', { sourceIds: [trade], force: true })
    await until(async () => (await mentions()) === 4)
    expect((await news.ask('listArticles', { scope: { mentionsOf: id, sourceId: own } })).total).toBe(0)
  })

  it('is none of a source of industry news, and goes with its category', async () => {
    const { server, follow } = await site()
    server.route('/feed.xml', rss('Cranes', entries(0, 1)))
    const id = await follow('/feed.xml')
    expect(await companyOf(id)).toBeNull()
    const asCompany = await news.ask('changeSource', { id, category: 'company' })
    expect(asCompany.source.companyId).toMatch(/^[a-z2-7]{12}$/)
    expect((await news.ask('changeSource', { id, category: 'industry' })).source.companyId).toBeNull()
  })

  it('is told where its site cannot be read, and stays as it was', async () => {
    const { server, follow } = await site()
    server.route('/', home('Northharbour Cranes', '+49 40 5550 100'))
    server.route('/feed.xml', rss('Cranes', entries(0, 1)))
    const id = (await companyOf(await follow('/feed.xml', { category: 'company' }))) ?? ''
    const before = (await news.ask('refreshCompany', { id })).company
    server.route('/robots.txt', 'User-agent: *\nDisallow: /')
    news.time.now += 2 * 86_400_000
    expect(await news.fail('refreshCompany', { id })).toMatchObject({ kind: 'robots' })
    server.route('/robots.txt', '')
    expect((await news.ask('getCompany', { id })).company).toEqual(before)
  })
})

function tells(number: number) {
  return { body: `<p>A crane of Northharbour Cranes was seen on day ${number}.</p>` }
}
