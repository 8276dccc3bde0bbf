import { describe, expect, it, beforeAll, afterAll } from 'vitest'
import { closeAll, openEngine, until, type NewsEngine } from '../../fixtures/newsEngine.ts'
import type { Company } from '../../../shared/contract/company.ts'

/** The sample edition, followed and settled: the company is read, and everything is related. */
let news: NewsEngine
let company: Company

beforeAll(async () => {
  news = await openEngine()
  await news.ask('addSample', {})
  await until(async () => {
    const [read] = (await news.ask('listCompanies', {})).companies
    const isRead = read !== undefined && read.logo !== null && read.mentions >= 5
    return isRead && (await sameCompany(read.id)).length > 0 && (await news.ask('getStatus', {})).toIndex === 0
  })
  company = (await news.ask('listCompanies', {})).companies[0] as Company
})
afterAll(closeAll)

/** Why articles that mention a company stand under each other: those reasons that are the company. */
async function sameCompany(id: string) {
  const { articles } = await news.ask('listArticles', { scope: { mentionsOf: id } })
  const all = await Promise.all(articles.map((row) => news.ask('listRelated', { id: row.id })))
  return all.flatMap(({ related }) => related.map(({ reason }) => reason)).filter(({ kind }) => kind === 'same-company')
}

async function lead() {
  const { articles } = await news.ask('listArticles', { scope: { companyId: company.id } })
  const found = articles.find((row) => row.title.includes('700,000 base stations'))
  if (found === undefined) throw new Error('the sample edition has no lead article')
  return found
}

describe('the company of the sample edition', () => {
  it('has what its site says of it, each fact with its page and place', async () => {
    const { companies } = await news.ask('listCompanies', {})
    expect(companies).toHaveLength(1)
    expect(company).toMatchObject({
      site: 'sample://sintai/',
      emails: expect.arrayContaining(['info@sintai.example', 'parts@sintai.example']) as string[],
      contactPage: 'sample://sintai/contact.html',
    })
    expect(company.phones.map((phone) => phone.replaceAll(/\D/g, ''))).toEqual(expect.arrayContaining(['8675500000100', '8675500000180']))
    expect(company.addresses[0]).toContain('1 Sample Road')
    expect(company.logo).toMatch(/^\/img\/[0-9a-f]{64}$/)
    expect(company.facts.find((fact) => fact.field === 'email')).toMatchObject({
      pageUrl: 'sample://sintai/',
      place: expect.stringMatching(/^(?:json-ld|mailto-link)$/) as string,
    })
    expect([company.changes, company.checkedAt]).toEqual([[], news.time.now])
  })

  it('is the company of its source, and lists its own news', async () => {
    const { sources } = await news.ask('listSources', {})
    expect(sources.map((source) => [source.category, source.companyId])).toEqual(
      expect.arrayContaining([
        ['company', company.id],
        ['industry', null],
      ]),
    )
    const { articles, total } = await news.ask('listArticles', { scope: { companyId: company.id } })
    expect([total, new Set(articles.map((row) => row.sourceTitle))]).toEqual([company.total, new Set(['Sintai Communication'])])
  })

  it('is mentioned in the trade press, not in its own news', async () => {
    const { articles, total } = await news.ask('listArticles', { scope: { mentionsOf: company.id } })
    expect([total, articles.length]).toEqual([company.mentions, company.mentions])
    const titles = articles.map((row) => row.title)
    expect(titles).toContain('Sintai Communication opens spare-parts desk for base-station modules')
    expect(titles).toContain('Edge cabinets: small sites get smaller')
    expect(articles.every((row) => row.category === 'industry')).toBe(true)
  })

  it('is found by its name, and by parts of it, with its mentions', async () => {
    const { total } = await news.ask('search', { query: 'company:sintai', limit: 100 })
    expect(total).toBe(company.total + company.mentions)
    expect((await news.ask('search', { query: 'company:nobody' })).total).toBe(0)
  })

  it('counts its articles by weeks', async () => {
    const { weeks } = await news.ask('getCompany', { id: company.id })
    expect(weeks).toHaveLength(52)
    expect(weeks.every(({ weekStart }) => new Date(weekStart).getDay() === 1)).toBe(true)
    expect(weeks.reduce((sum, week) => sum + week.own, 0)).toBe(company.total)
    expect(weeks.reduce((sum, week) => sum + week.mentions, 0)).toBe(company.mentions)
  })

  it('is no company once its id is another', async () => {
    for (const request of ['getCompany', 'refreshCompany'] as const) {
      expect(await news.fail(request, { id: 'nobody' })).toMatchObject({
        kind: 'not-found',
        what: 'company',
        sentence: 'There is no such company.',
      })
    }
  })
})

describe('related industry news', () => {
  it('stands under the lead article, three to five, the same story first, each with its reason', async () => {
    const { id } = await lead()
    const { related } = await news.ask('listRelated', { id })
    expect(related.length).toBeGreaterThanOrEqual(3)
    expect(related.length).toBeLessThanOrEqual(5)
    expect(related[0]).toMatchObject({ article: { sourceTitle: 'Telecom Weekly' }, reason: { kind: 'same-story' } })
    for (const { reason } of related) expect(reason.words.length).toBeGreaterThan(0)
    const { article } = await news.ask('getArticle', { id })
    expect(article.related).toEqual(related.map((one) => one.article.id))
  })

  it('stands the other way round as well, and never an article under itself', async () => {
    const { id } = await lead()
    const { related } = await news.ask('listRelated', { id })
    const back = await news.ask('listRelated', { id: related[0]?.article.id ?? '' })
    expect(back.related.map((one) => one.article.id)).toContain(id)
    const { articles } = await news.ask('listArticles', { scope: {}, limit: 200 })
    for (const row of articles) {
      const under = (await news.ask('listRelated', { id: row.id })).related
      expect([0, 3, 4, 5]).toContain(under.length)
      expect(under.map((one) => one.article.id)).not.toContain(row.id)
    }
  })

  it('names the company where that is the reason', async () => {
    const reasons = await sameCompany(company.id)
    expect(reasons.length).toBeGreaterThan(0)
    for (const { words } of reasons) expect(words).toEqual(['Sintai Communication'])
  })
})
