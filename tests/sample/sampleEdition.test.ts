import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addresses, pageAt, sample, sampleFolder, start, textAt } from './sampleFolder.ts'

const pages = addresses.filter((address) => address.endsWith('.html'))
const texts = addresses.filter((address) => /\.(html|xml|css)$/.test(address))
const newsPages = pages.filter((address) => /\/(news|2020|notes)\/(?!index|page-)/.test(address))
const sintaiNews = newsPages.filter((address) => address.startsWith('sample://sintai/'))

/** Addresses that may lead out of the edition: to write and to telephone. */
const externalByIntent = /^(mailto:[\w.]+@sintai\.example|tel:\+86755\d{8})$/

describe('the sample edition', () => {
  it.each(pages)('has only links that lead somewhere in %s', (address) => {
    const links = [...pageAt(address).querySelectorAll('[href], [src]')].map((element) => {
      const target = new URL(element.getAttribute('href') ?? element.getAttribute('src') ?? '', address).href
      return { target, found: externalByIntent.test(target) || sample(target) !== null }
    })
    expect(links.length).toBeGreaterThan(5)
    expect(links.filter((link) => !link.found)).toEqual([])
  })

  it.each(pages)('has every fragment that is linked to in %s', (address) => {
    for (const link of pageAt(address).querySelectorAll('[href*="#"]')) {
      const target = new URL(link.getAttribute('href') ?? '', address)
      expect(pageAt(target.href).getElementById(target.hash.slice(1)), target.href).not.toBeNull()
    }
  })

  it.each(texts)('leaves no placeholder in %s', (address) => {
    expect(textAt(address)).not.toMatch(/\{\{|\|(rfc822|iso|day|en|zh)\}/)
  })

  it('is dated within the last weeks and never in the future', () => {
    const dates = texts.flatMap((address) => [...textAt(address).matchAll(/datetime="([^"]+)"|<updated>([^<]+)</g)])
    const times = dates.map((match) => Date.parse(match[1] ?? match[2] ?? ''))
    expect(times.length).toBeGreaterThan(60)
    for (const time of times) expect(start - time).toBeGreaterThanOrEqual(0)
  })

  it('weighs at most 2.5 MB, its drawings included', () => {
    const files = readdirSync(sampleFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const total = files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0)
    expect(total).toBeLessThan(2_500_000)
  })
})

describe('an article page of the sample edition', () => {
  it.each(newsPages)('has a title, a date, paragraphs and sections: %s', (address) => {
    const page = pageAt(address)
    const article = page.querySelector('article')
    expect(page.querySelectorAll('h1')).toHaveLength(1)
    expect(page.title).toContain(article?.querySelector('h1')?.textContent ?? 'no title')
    expect(Date.parse(article?.querySelector('time')?.getAttribute('datetime') ?? '')).toBeLessThan(start)
    expect(article?.querySelectorAll(':scope > p').length).toBeGreaterThanOrEqual(3)
    expect(article?.querySelectorAll('h2').length).toBeGreaterThanOrEqual(2)
  })

  it.each(newsPages)('is 250 to 600 words long: %s', (address) => {
    const text = pageAt(address).querySelector('article')?.textContent ?? ''
    const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0
    const words = text.match(/[\w’'-]+/g)?.length ?? 0
    const length = characters > 100 ? characters : words
    expect(length).toBeGreaterThanOrEqual(250)
    expect(length).toBeLessThanOrEqual(640)
  })

  it('has a title and a first paragraph of its own', () => {
    const beginnings = newsPages.flatMap((address) => {
      const article = pageAt(address).querySelector('article')
      return [article?.querySelector('h1')?.textContent, article?.querySelector('.lead')?.textContent]
    })
    expect(new Set(beginnings).size).toBe(newsPages.length * 2)
  })
})

describe("the company's site", () => {
  it.each(sintaiNews)('says its title twice and shows a picture with a caption: %s', (address) => {
    const page = pageAt(address)
    expect(page.querySelector('.banner h2')?.textContent).toBe(page.querySelector('h1')?.textContent)
    expect(page.querySelector('article figure img')?.getAttribute('alt')?.length).toBeGreaterThan(3)
    expect(page.querySelector('article figcaption')?.textContent?.length).toBeGreaterThan(5)
  })

  it('lists all its news over two pages, newest first', () => {
    const items = ['sample://sintai/news/', 'sample://sintai/news/page-2.html'].flatMap((address) => [
      ...pageAt(address).querySelectorAll('.news-item'),
    ])
    const days = items.map((item) => item.querySelector('time')?.getAttribute('datetime') ?? '')
    expect(items.length).toBeGreaterThanOrEqual(12)
    expect(items).toHaveLength(sintaiNews.filter((address) => !address.includes('/zh/')).length)
    expect(days).toEqual(days.toSorted().toReversed())
    for (const item of items) expect(item.querySelector('img')).not.toBeNull()
  })

  it('has at least three articles in Chinese', () => {
    expect(pageAt('sample://sintai/zh/news/').querySelectorAll('.news-item').length).toBeGreaterThanOrEqual(3)
  })

  it('names its telephone numbers, e-mail and address in text and in JSON-LD', () => {
    const page = pageAt('sample://sintai/contact.html')
    const data = JSON.parse(page.querySelector('script[type="application/ld+json"]')?.textContent ?? '') as Record<string, unknown>
    const text = page.querySelector('.contact')?.textContent ?? ''
    expect(text).toContain(`Telephone (sales): ${String(data['telephone'])}`)
    expect(text).toContain(`E-mail: ${String(data['email'])}`)
    expect(text).toContain((data['address'] as Record<string, string>)['streetAddress'])
  })
})
