import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { parseFeed } from '../../../electron/engine/parse/parseFeed.ts'
import { about, feedNames, feedOf, fixture, itemOf } from './fixture.ts'
import { costOf } from '../../fixtures/cost.ts'

const rss = (inside: string, before = ''): string =>
  `<?xml version="1.0"?>${before}<rss version="2.0"><channel><title>t</title>${inside}</channel></rss>`

/** What it costs to read a text, in milliseconds. */
const msToRead = (text: string): number => costOf(() => parseFeed(text, about))

const pristine = Object.getOwnPropertyNames(Object.prototype)
afterEach(() => expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(pristine))

describe('parseFeed, entities and DOCTYPE', () => {
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')

  it.each([
    ['a billion laughs', rss('<item><title>&l9;</title></item>', `<!DOCTYPE rss [<!ENTITY l0 "lol">${laughs}]>`), '&l9;'],
    ['a recursive entity', rss('<item><title>&a;</title></item>', '<!DOCTYPE rss [<!ENTITY a "&b;"><!ENTITY b "&a;">]>'), '&a;'],
    ['a redefined sign', rss('<item><title>&lt;x</title></item>', '<!DOCTYPE rss [<!ENTITY lt "bad">]>'), '<x'],
    ['an external file (F02)', rss('<item><title>&f;</title></item>', '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>'), '&f;'],
    ['markup in an entity', rss('<item><title>own</title></item>', `<!DOCTYPE rss [<!ENTITY i '<item><title>no</title></item>'>]>`), 'own'],
    ['many DOCTYPEs', rss('<item><title>own</title></item>', '<!DOCTYPE rss [<!ENTITY a "]>">]>'.repeat(50)), 'own'],
    ['a DOCTYPE without an end', `<!DOCTYPE rss [ "><rss><channel><item><title>own</title></item></channel></rss>`, 'own'],
  ])('expands nothing of %s (F01)', (_, text, title) => {
    expect(feedOf(text).entries.map((entry) => entry.title)).toEqual([title])
  })

  it.each([
    [
      'quadratic references',
      rss(`<item><title>${'&a;'.repeat(300_000)}</title></item>`, `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(50_000)}">]>`),
    ],
    ['numeric references', rss(`<item><description>${'&#x41;'.repeat(300_000)}</description></item>`)],
    ['DOCTYPEs without an end', '<!DOCTYPE x ['.repeat(100_000)],
    ['open signs', '<'.repeat(1_000_000)],
    ['comments without an end', rss('<!--'.repeat(300_000))],
    ['CDATA without an end', rss('<![CDATA['.repeat(300_000))],
    ['ampersands that may be references', rss(`<item><title>${'&'.repeat(500_000)}${'&a'.repeat(500_000)};</title></item>`)],
    ['ampersands', rss(`<item><title>${'&'.repeat(1_000_000)}</title></item>`)],
  ])('reads %s within a second (F01)', (_, text) => {
    expect(msToRead(text)).toBeLessThan(1_000)
  })
})

describe('parseFeed, documents without measure', () => {
  const first = '<item><title>kept</title></item>'

  it('stops at depth 256 and keeps the items before', () => {
    const feed = feedOf(rss(`${first}<item><description>${'<b>'.repeat(1_000_000)}`))
    expect(feed.entries.map(({ title }) => title)).toEqual(['kept'])
    expect(feed.isCut).toBe(true)
  })

  it('reads 200 levels', () => {
    expect(feedOf(rss(`<item><description>${'<b>'.repeat(200)}x${'</b>'.repeat(200)}</description></item>`)).isCut).toBe(false)
  })

  it('reads a million unclosed tags inside a title in no time', () => {
    expect(msToRead(rss(`<item><title><![CDATA[${'<b>'.repeat(1_000_000)}]]></title></item>`))).toBeLessThan(1_000)
  })

  it.each([
    ['attributes', `<item ${'a="1" '.repeat(200_000)}><title>x</title></item>`],
    ['namespaces', Array.from({ length: 20_000 }, (_, n) => `<a xmlns:p${n}="u${n}">`).join('')],
    ['categories', `<item>${'<category>c</category>'.repeat(100_000)}</item>`],
    ['keywords', `<item>${'<itunes:keywords>a,b,c</itunes:keywords>'.repeat(50_000)}</item>`],
    ['media', `<item>${'<media:content url="u"/>'.repeat(100_000)}</item>`],
    ['links', `<item>${'<link href="/u" rel="enclosure"/>'.repeat(100_000)}</item>`],
    ['end tags', '</x>'.repeat(500_000)],
    ['prefixes', '<a:b:c:d>'.repeat(100)],
  ])('reads any number of %s without throwing or waiting', (_, inside) => {
    expect(msToRead(rss(inside))).toBeLessThan(2_000)
  })

  it('cuts a document at 16 Mi characters', () => {
    const feed = feedOf(rss(`${first}${' '.repeat(17 * 1024 * 1024)}${first}`))
    expect(feed.entries).toHaveLength(1)
    expect(feed.isCut).toBe(true)
  })

  it('keeps the 1,000 newest of 20,000 items, in the order of the document (F15)', () => {
    const items = Array.from(
      { length: 20_000 },
      (_, n) => `<item><guid>${n}</guid><pubDate>${1_500_000_000 + ((n * 7919) % 20_000)}</pubDate></item>`,
    )
    const { entries, isCut } = feedOf(rss(items.join('')))
    expect(entries).toHaveLength(1_000)
    expect(Math.min(...entries.map(({ publishedAt }) => publishedAt ?? 0))).toBe(1_500_019_000_000)
    const ids = entries.map(({ rawId }) => Number(rawId))
    expect(ids).toEqual(ids.toSorted((one, other) => one - other))
    expect(isCut).toBe(true)
  })

  it('reads at most 100,000 items (F15)', () => {
    const feed = feedOf(rss('<item/>'.repeat(100_005)))
    expect(feed.entries).toHaveLength(1_000)
    expect(feed.isCut).toBe(true)
  })

  it('caps fields: titles at 1,000 characters, content at 1 MiB, addresses at 8,192 (F18)', () => {
    const entry = itemOf(
      `<title>${'x'.repeat(1_000_000)}</title><guid>${'g'.repeat(100_000)}</guid><link>https://a.example/${'p'.repeat(70_000)}</link>` +
        `<description>${'d'.repeat(2 * 1024 * 1024)}</description><category label="${'c'.repeat(200_000)}"/>`,
    )
    expect(entry.title).toHaveLength(1_000)
    expect(entry.link).toBeNull()
    expect(entry.summaryHtml).toHaveLength(1024 * 1024)
    expect(entry.categories[0]).toHaveLength(200)
    expect(entry.rawId).toHaveLength(100_000)
  })

  it('does not cut a character in two', () => {
    expect(itemOf(`<title>x${'😀'.repeat(600)}</title>`).title.isWellFormed()).toBe(true)
  })
})

describe('parseFeed, ids and dates', () => {
  it('passes on repeated, missing and strange ids as they are (F13)', () => {
    const ids = ['same', 'same', "1'; DROP TABLE articles;--", 'a\u0000b']
    const feed = feedOf(rss(`${ids.map((id) => `<item><guid>${id}</guid></item>`).join('')}<item/>`))
    expect(feed.entries.map(({ rawId }) => rawId)).toEqual(['same', 'same', "1'; DROP TABLE articles;--", 'ab', null])
  })

  it.each(['0000-00-00', '+275761-01-01T00:00:00Z', '2020-01-01T00:00:00+99:99', '-271822-01-01', '9'.repeat(400)])(
    'has no date for %s and does not throw (F14)',
    (date) => {
      expect(itemOf(`<pubDate>${date}</pubDate><updated>${date}</updated>`)).toMatchObject({ publishedAt: null, updatedAt: null })
    },
  )
})

describe('parseFeed, any input at all', () => {
  const naughty = [
    '\u202e',
    '\u0000',
    '\ud800',
    '\ufffe',
    '0/0',
    '<!--',
    ']]>',
    '&#0;',
    '&#x110000;',
    '%00',
    '𝕿',
    'ﷺ',
    '\u2028',
    '{{7*7}}',
    '__proto__',
    'constructor',
    "'",
    '"',
  ]

  it('cut at any place a good feed keeps its whole items and throws nothing (F11)', () => {
    const feeds = feedNames.map(fixture)
    fc.assert(
      fc.property(fc.constantFrom(...feeds), fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
        const result = parseFeed(text.slice(0, Math.floor(text.length * share)), about)
        const whole = parseFeed(text, about)
        if (!result.ok || !whole.ok) return
        const { entries } = result.value
        // An unfinished entry is kept only where it is all there is.
        if (entries.length > 1) expect(entries).toEqual(whole.value.entries.slice(0, entries.length))
      }),
      { numRuns: 600 },
    )
  })

  it('with bytes changed, doubled or lost throws nothing (F11)', () => {
    const feeds = feedNames.map(fixture)
    const change = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.oneof(fc.constantFrom('<', '>', '&', '"', '', '/', ...naughty), fc.string({ maxLength: 8 })),
      fc.nat(20),
    )
    fc.assert(
      fc.property(fc.constantFrom(...feeds), fc.array(change, { minLength: 1, maxLength: 8 }), (text, changes) => {
        let broken = text
        for (const [share, put, lost] of changes) {
          const at = Math.floor(broken.length * share)
          broken = broken.slice(0, at) + put + broken.slice(at + lost)
        }
        expect(parseFeed(broken, about)).toHaveProperty('ok')
      }),
      { numRuns: 600 },
    )
  })

  it('made of the words of feeds in any order throws nothing', () => {
    const words =
      '<rss> <channel> <item> </item> <entry> <title> </title> <link> <feed xmlns="http://www.w3.org/2005/Atom"> <![CDATA[ ]]> &lt; <content type="xhtml"> <div> <media:group> </channel> <x:y xmlns:x=""> <a/> <br> 2020 {"'.split(
        ' ',
      )
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words, ...naughty), { maxLength: 60 }), (parts) => {
        expect(parseFeed(parts.join(''), about)).toHaveProperty('ok')
      }),
      { numRuns: 1500 },
    )
  })

  it.each(naughty)('takes %j in every field (F16)', (text) => {
    const cdata = `<![CDATA[${text.replace(']]>', '')}]]>`
    const entry = itemOf(`<title>${cdata}</title><author>${cdata}</author><category>${cdata}</category><description>${cdata}</description>`)
    expect(entry.title).not.toContain('\u0000')
  })
})

describe('parseFeed, JSON', () => {
  const head = '{"version":"https://jsonfeed.org/version/1.1","title":"t",'

  it.each([
    ['nesting without end (F19)', `${head}"items":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['nesting without an end tag', '[{"":'.repeat(100_000)],
    [
      'wrong types everywhere',
      `${head}"items":[{"id":{},"url":[],"title":7,"authors":"x","tags":{"a":1},"attachments":[null,1,{"url":5}],"date_published":[]}]}`,
    ],
    ['items that are no list', `${head}"items":{"length":3}}`],
    ['a number out of range', `${head}"items":[{"id":1e999,"title":-0}]}`],
    ['a list of nothing', '[]'],
    ['null', 'null'],
  ])('takes %s without throwing', (_, text) => {
    expect(parseFeed(text, about)).toHaveProperty('ok')
  })

  it('lets no document reach the prototype (F22)', () => {
    const text = `${head}"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"items":[{"id":"1","__proto__":{"title":"inherited","polluted":1}}]}`
    expect(feedOf(text).entries[0]?.title).toBe('')
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  it('lets no element reach the prototype (F22)', () => {
    const feed = feedOf(
      rss('<item><__proto__ polluted="1">x</__proto__><constructor>y</constructor><toString>z</toString><title>t</title></item>'),
    )
    expect(feed.entries[0]?.title).toBe('t')
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})
