import Parser from 'rss-parser'
import { describe, expect, it } from 'vitest'
import { foldSpace, htmlToText } from '../../../electron/engine/parse/text/plainText.ts'
import { feedNames, feedOf, fixture } from './fixture.ts'

/** What rss-parser makes of a fixture; null where it rejects it. */
async function theirs(name: string): Promise<Parser.Output<Record<string, unknown>> | null> {
  return new Parser().parseString(fixture(name)).catch(() => null)
}

/** Fixtures whose bodies it gives back as they came: it does not know base64. */
const PACKED = new Set(['old-atom03.xml'])

/** Fixtures that it does not read, and why. */
const REJECTED: Readonly<Record<string, string>> = {
  'company-broken.xml': 'it is strict about XML',
  'operator.json': 'it knows no JSON Feed',
  'prefixed-atom.xml': 'it goes by prefixes',
  'cdf.xml': 'it knows no CDF',
}

describe('parseFeed beside rss-parser', () => {
  it.each(feedNames)('reads of %s at least as much', async (name) => {
    const their = await theirs(name)
    const our = feedOf(fixture(name))
    if (their === null) return expect(REJECTED).toHaveProperty([name])
    expect(our.title).toBe(htmlToText(their.title ?? ''))
    expect(our.entries).toHaveLength(their.items.length)
    for (const [index, item] of their.items.entries()) {
      const entry = our.entries[index]
      // It escapes the text of an XHTML title and leaves HTML titles as markup; ours are plain text.
      if (typeof item.title === 'string' && !item.title.includes('&lt;')) expect(entry?.title).toBe(htmlToText(item.title))
      if (item.guid !== undefined) expect(entry?.rawId).toBe(item.guid)
      if (item.isoDate !== undefined) expect([entry?.publishedAt, entry?.updatedAt]).toContain(Date.parse(item.isoDate))
      // Its links are not made absolute.
      if (item.link?.startsWith('https://') === true) expect(entry?.link).toBe(item.link)
      if (item.contentSnippet !== undefined && !PACKED.has(name))
        expect(textOf(entry?.summaryHtml, entry?.contentHtml)).toContain(wordsOf(item.contentSnippet)[0])
    }
  })

  it('is right to call those rejected that are', async () => {
    for (const name of Object.keys(REJECTED)) expect(await theirs(name), name).toBeNull()
  })
})

function textOf(...bodies: (string | null | undefined)[]): string {
  return bodies.map((body) => htmlToText(body ?? '')).join(' ')
}

function wordsOf(text: string): string[] {
  return foldSpace(text).split(' ')
}
