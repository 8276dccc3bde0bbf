import Parser from 'rss-parser'
import { describe, expect, it } from 'vitest'
import { sampleSources } from '../../electron/engine/sample/sampleSources.ts'
import { pageAt, sample, start, textAt } from './sampleFolder.ts'

const fullText = { customFields: { item: [['content:encoded', 'encoded']] as [string, string][] } }

async function feedAt(address: string) {
  return await new Parser(fullText).parseString(textAt(address))
}

const feeds = sampleSources.filter((source) => source.kind === 'feed')

describe('sampleSources', () => {
  it('begin with a company’s newsroom, which names no feed anywhere', () => {
    expect(sampleSources[0]).toMatchObject({ kind: 'newsroom', category: 'company', address: 'sample://sintai/news/' })
    for (const page of ['sample://sintai/', 'sample://sintai/news/']) expect(textAt(page)).not.toMatch(/rss|atom|feed/i)
  })

  it.each(feeds.map((source) => [source.address, source.title] as const))('names %s, which is a feed called %s', async (address, title) => {
    const feed = await feedAt(address)
    expect(feed.title).toBe(title)
    expect(feed.items.length).toBeGreaterThanOrEqual(10)
  })

  it.each(feeds.map((source) => source.address))('has entries with a title, a page, an id and a date in %s', async (address) => {
    const { items } = await feedAt(address)
    for (const item of items) {
      expect(item.title?.length).toBeGreaterThan(8)
      expect(pageAt(item.link ?? '').querySelector('h1')?.textContent).toBe(item.title)
      expect(Date.parse(item.isoDate ?? '')).toBeLessThan(start)
    }
    const ids = items.map((item) => item.guid ?? (item as { id?: string }).id)
    expect(new Set(ids).size).toBe(items.length)
    const dates = items.map((item) => Date.parse(item.pubDate ?? item.isoDate ?? ''))
    expect(dates).toEqual(dates.toSorted((a, b) => b - a))
  })
})

describe('the industry feeds', () => {
  it('carry summaries only in the RSS one, some of which name the home company', async () => {
    const { items } = await feedAt('sample://telecom-weekly/feed.xml')
    expect(items.length).toBeGreaterThanOrEqual(12)
    expect(items.filter((item) => item.title?.includes('Sintai') || item.contentSnippet?.includes('Sintai')).length).toBeGreaterThanOrEqual(
      2,
    )
    for (const item of items) expect(item.content?.length).toBeLessThan(400)
  })

  it('carry the full text in the Atom one, with figures, tables, code and Chinese', async () => {
    const { items } = await feedAt('sample://standards-watch/atom.xml')
    const texts = items.map((item) => item.content ?? '')
    for (const text of texts) expect(text.length).toBeGreaterThan(900)
    expect(texts.filter((text) => text.includes('<figure>')).length).toBeGreaterThanOrEqual(4)
    expect(texts.filter((text) => text.includes('<table>')).length).toBeGreaterThanOrEqual(4)
    expect(texts.filter((text) => text.includes('<pre><code>')).length).toBeGreaterThanOrEqual(2)
    expect(texts.filter((text) => (text.match(/\p{Script=Han}/gu)?.length ?? 0) > 200)).toHaveLength(2)
  })

  it('show only pictures that the edition has', () => {
    const shown = feeds.flatMap(({ address }) => [...textAt(address).matchAll(/sample:\/\/[^"&<\s]+\.(?:png|jpg)/g)])
    expect(shown.length).toBeGreaterThan(10)
    for (const [picture] of shown) expect(sample(picture), picture).not.toBeNull()
  })

  it('are declared on their front pages', () => {
    for (const { address } of feeds) {
      const home = new URL('/', address).href
      const declared = pageAt(home).querySelector('link[rel="alternate"]')?.getAttribute('href') ?? ''
      expect(new URL(declared, home).href).toBe(address)
    }
  })
})
