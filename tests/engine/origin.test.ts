import { describe, expect, it } from 'vitest'
import { closesAfterEach, newServer, openEngine, until } from '../fixtures/newsEngine.ts'
import { originSections, originText, publishOrigin } from '../fixtures/originSite.ts'

closesAfterEach()

describe('the page that the product grew from', () => {
  it.skipIf(originText === null)('gives its article, its company and related news by the home page’s address alone', async () => {
    const server = await newServer()
    publishOrigin(server, originText ?? '')
    const news = await openEngine()
    await news.ask('addSource', { address: `${server.url}/industry.xml`, category: 'industry' })
    const { source, found } = await news.ask('addSource', { address: `${server.url}/` })
    expect([source.kind, source.category, found]).toEqual(['newsroom', 'company', 4])
    await news.refresh()

    const [row] = (await news.ask('listArticles', { scope: { view: 'company' } })).articles
    expect(row?.title).toBe('China Has Built 700,000 5G Base Stations, More Than Twice The Total Overseas')
    const { article } = await news.ask('getArticle', { id: row?.id ?? '' })
    for (const heading of originSections) expect(article.html).toContain(heading)
    expect(article.text).toContain('180 million')
    expect(article.text).not.toMatch(/Contact Us|Related Industry News|Sitemap/)
    // The page says its title twice, the reader once: above the text.
    expect(article.text).not.toContain('More Than Twice The Total Overseas\n')

    await until(async () => (await news.ask('listCompanies', {})).companies[0]?.phones.length === 1)
    const [company] = (await news.ask('listCompanies', {})).companies
    expect(company).toMatchObject({ name: 'Sintai Communication Co.,LTD.', phones: ['+86 755 0000 0100'], emails: ['info@sintai.example'] })
    expect(company?.aliases).toContain('Sintai Communication')
    expect(company?.addresses[0]).toContain('Shenzhen')
    expect(company?.contactPage).toBe(`${server.url}/contact.html`)

    await until(async () => (await news.ask('listRelated', { id: article.id })).related.length >= 3)
    const { related } = await news.ask('listRelated', { id: article.id })
    expect(related.every((one) => one.article.sourceTitle === 'Industry Observer')).toBe(true)
    expect(related.map((one) => one.article.title)).toContain('China counts 700,000 5G base stations')
  })
})
