import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OpmlFeed } from '../../../../electron/engine/parse/opml/opmlFeed.ts'
import { parseOpml } from '../../../../electron/engine/parse/opml/parseOpml.ts'
import { writeOpml } from '../../../../electron/engine/parse/opml/writeOpml.ts'
import type { DurationMs } from '../../../../shared/time.ts'
import { costNow } from '../../../fixtures/cost.ts'

const opml = (body: string): string =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>${body}</body></opml>`

/** A list in the order of addresses: folders come after the lines beside them. */
function sorted(list: readonly OpmlFeed[]): OpmlFeed[] {
  return list.toSorted((one, other) => one.url.localeCompare(other.url))
}

function read(text: string) {
  const result = parseOpml(text)
  if (!result.ok) throw new Error('not OPML')
  return result.value
}

const plain: OpmlFeed = {
  title: 'A',
  url: 'https://a.example/feed',
  kind: 'feed',
  siteUrl: null,
  folder: null,
  category: null,
  checkEvery: null,
}

describe('parseOpml', () => {
  it('flattens nested folders to a path', () => {
    const list = read(
      opml(
        '<outline text="Operators"><outline text="Europe"><outline type="rss" text="A" xmlUrl="https://a.example/feed" htmlUrl="https://a.example"/></outline>' +
          '<outline text="B" xmlUrl="https://b.example/feed"/></outline><outline text="C" xmlUrl="https://c.example/feed"/>',
      ),
    )
    expect(list.title).toBe('Mine')
    expect(list.outlines.map(({ title, folder }) => [title, folder])).toEqual([
      ['A', 'Operators / Europe'],
      ['B', 'Operators'],
      ['C', null],
    ])
    expect(list.outlines[0]).toMatchObject({ url: 'https://a.example/feed', siteUrl: 'https://a.example/', kind: 'feed' })
  })

  it('reads names of attributes in any case, bare signs, `feed:` addresses and old lists', () => {
    const list = read(
      '<OPML><BODY><OUTLINE TEXT="R&D" XMLURL="https://a.example/?x=1&y=2"/><outline title="T" text="t" xmlurl="feed://b.example/f"/>' +
        '<outline text="c" xmlUrl="feed:https://c.example/f"/><outline type="rss" text="d" url="https://d.example/f"/></BODY></OPML>',
    )
    expect(list.outlines.map(({ title, url }) => [title, url])).toEqual([
      ['R&D', 'https://a.example/?x=1&y=2'],
      ['T', 'http://b.example/f'],
      ['c', 'https://c.example/f'],
      ['d', 'https://d.example/f'],
    ])
  })

  it('reports bad lines with a reason and takes the rest (F23)', () => {
    const list = read(
      opml(
        '<outline text="script" xmlUrl="javascript:alert(1)"/><outline text="file" xmlUrl="file:///etc/passwd"/><outline text="nothing"/>' +
          '<outline text="bookmark" type="link" url="https://x.example/"/><outline text="A" xmlUrl="https://a.example/feed"/>' +
          '<outline text="again" xmlUrl="https://A.example/feed"/>',
      ),
    )
    expect(list.outlines).toHaveLength(1)
    expect(list.skipped.map(({ text, reason }) => [text, reason])).toEqual([
      ['script', 'not-web'],
      ['file', 'not-web'],
      ['nothing', 'no-address'],
      ['bookmark', 'plain-link'],
      ['again', 'twice'],
    ])
  })

  it('takes a feed that holds others, and those too', () => {
    const list = read(opml('<outline text="A" xmlUrl="https://a.example/"><outline text="B" xmlUrl="https://b.example/"/></outline>'))
    expect(list.outlines.map(({ title, folder }) => [title, folder])).toEqual([
      ['A', null],
      ['B', null],
    ])
  })

  it('reads a list that breaks off', () => {
    expect(read('<opml><body><outline text="A" xmlUrl="https://a.example/"/><outline text="B" xml').outlines).toHaveLength(1)
  })

  it('takes 5,000 lines of 50,000 within five seconds (F23)', () => {
    const start = costNow()
    const list = read(opml(Array.from({ length: 50_000 }, (_, n) => `<outline text="${n}" xmlUrl="https://h${n}.example/f"/>`).join('')))
    expect(list.outlines).toHaveLength(5_000)
    expect(list.skipped).toHaveLength(1_000)
    expect(costNow() - start).toBeLessThan(5_000)
  })

  it.each([
    [
      'a bomb (F23)',
      '<!DOCTYPE opml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><opml><body><outline text="&b;" xmlUrl="https://a.example/"/></body></opml>',
    ],
    ['folders without end', opml('<outline text="f">'.repeat(100_000))],
    ['names of the prototype (F22)', opml('<outline __proto__="x" constructor="y" text="A" xmlUrl="https://a.example/"/>')],
  ])('takes %s without harm', (_, text) => {
    expect(read(text).outlines.length).toBeLessThanOrEqual(1)
    expect(({} as { x?: string }).x).toBeUndefined()
  })

  it.each(['', 'text', '<rss version="2.0"><channel/></rss>', '<html><body/></html>', '{"opml":1}'])('says that %j is none', (text) => {
    expect(parseOpml(text)).toEqual({ ok: false, failure: { kind: 'not-opml' } })
  })
})

describe('writeOpml', () => {
  it('writes a newsroom as a plain link for others, and reads it back as a newsroom', () => {
    const newsroom: OpmlFeed = {
      ...plain,
      kind: 'newsroom',
      url: 'https://n.example/news',
      category: 'company',
      checkEvery: 3_600_000 as DurationMs,
    }
    const text = writeOpml('Mine', [newsroom])
    expect(text).toContain('type="link"')
    expect(text).toContain(' url="https://n.example/news"')
    expect(text).not.toContain('xmlUrl')
    expect(read(text).outlines).toEqual([newsroom])
  })

  it('carries sample addresses', () => {
    const sample: OpmlFeed = { ...plain, url: 'sample://sintai/feed.xml' }
    expect(read(writeOpml('', [sample])).outlines).toEqual([sample])
  })

  it('writes text that any XML reader takes', () => {
    expect(writeOpml('a < b & "c"\u0000', [])).toContain('<title>a &lt; b &amp; &quot;c&quot;</title>')
  })

  it('reads back whatever it wrote (F16)', () => {
    const word = fc.oneof(
      fc.string({ minLength: 1, maxLength: 30 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
      fc.constantFrom('<b>', '&amp;', ']]>', '\u202e', 'ü"\''),
    )
    const name = word
      .map((text) =>
        text
          .replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff/]/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter((text) => text !== '')
    const feed = fc.record({
      title: name,
      url: fc.integer({ min: 0, max: 1_000_000 }).map((n) => `https://h.example/${n}?a=1&b=%3C`),
      kind: fc.constantFrom<OpmlFeed['kind']>('feed', 'newsroom'),
      siteUrl: fc.constantFrom(null, 'https://h.example/'),
      folder: fc.oneof(
        fc.constant(null),
        fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join(' / ')),
      ),
      category: fc.constantFrom<OpmlFeed['category']>(null, 'company', 'industry'),
      checkEvery: fc.oneof(
        fc.constant(null),
        fc.integer({ min: 1, max: 10 ** 9 }).map((ms) => ms as DurationMs),
      ),
    })
    const feeds = fc.uniqueArray(feed, { selector: ({ url }) => url, maxLength: 12 })
    fc.assert(
      fc.property(name, feeds, (title, list) => {
        const back = read(writeOpml(title, list))
        expect(back.title).toBe(title)
        expect(back.skipped).toEqual([])
        expect(sorted(back.outlines)).toEqual(sorted(list))
      }),
      { numRuns: 300 },
    )
  })
})
