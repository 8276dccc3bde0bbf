import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ParsedExport } from '../../../../electron/engine/parse/exports/parsedExport.ts'
import { readExport } from '../../../../electron/engine/parse/exports/readExport.ts'
import type { EpochMs } from '../../../../shared/time.ts'

const NOW = Date.UTC(2026, 10, 28) as EpochMs

function read(document: unknown): ParsedExport {
  const result = readExport(typeof document === 'string' ? document : JSON.stringify(document), NOW)
  if (!result.ok) throw new Error(result.failure.kind)
  return result.value
}

const starred = {
  direction: 'ltr',
  id: 'user/1234/state/com.google/starred',
  title: 'Starred items',
  items: [
    {
      id: 'tag:google.com,2005:reader/item/0001',
      title: 'Ducts &amp; cables',
      published: 1_605_571_200,
      updated: 1_605_657_600,
      canonical: [{ href: 'https://weekly.example/ducts' }],
      alternate: [{ href: 'https://counter.example/r?to=ducts', type: 'text/html' }],
      summary: { direction: 'ltr', content: '<p>Three operators share.</p>' },
      content: { content: '<p>Three operators share one trench.</p>' },
      author: 'The editors',
      categories: ['user/1234/state/com.google/read', 'user/1234/label/Bids', 'Fibre', 7],
      annotations: [{ content: 'For the bid.' }, { content: 'Ask again in May.' }],
      origin: { streamId: 'feed/https://weekly.example/feed.xml', title: 'Telecom Weekly', htmlUrl: 'https://weekly.example/' },
    },
    { title: 'No feed, no link', origin: { streamId: 'feed/17', title: 'Gone' } },
  ],
}

describe('readExport: a starred.json', () => {
  it('reads link, dates, texts, author, notes, labels as tags, and the feed that an item came from', () => {
    const [first] = read(starred).stars
    expect(first).toMatchObject({
      feedUrl: 'https://weekly.example/feed.xml',
      feedTitle: 'Telecom Weekly',
      siteUrl: 'https://weekly.example/',
      note: 'For the bid.\n\nAsk again in May.',
      tags: ['Bids'],
      entry: {
        rawId: null,
        title: 'Ducts & cables',
        link: 'https://weekly.example/ducts',
        publishedAt: Date.UTC(2020, 10, 17),
        updatedAt: Date.UTC(2020, 10, 18),
        authors: ['The editors'],
        contentHtml: '<p>Three operators share one trench.</p>',
        categories: ['Fibre'],
      },
    })
  })

  it('takes an item whose feed is only a number, and follows nothing', () => {
    const { stars, feeds } = read(starred)
    expect(stars[1]).toMatchObject({ feedUrl: null, feedTitle: 'Gone', entry: { link: null, title: 'No feed, no link' } })
    expect(feeds).toEqual([])
  })

  it('knows one that leaves the id of its list out', () => {
    expect(read({ items: [{ title: 'A', alternate: [{ href: 'https://a.example/1' }] }] }).stars).toHaveLength(1)
  })
})

const fluent = {
  theme: 'system',
  sourceGroups: [
    { isMultiple: true, sids: [1, 2], name: 'Trade press', expanded: true, index: 0 },
    { isMultiple: false, sids: [3], index: 1 },
  ],
  lovefield: {
    sources: [
      { sid: 1, url: 'https://weekly.example/feed.xml', name: 'Telecom Weekly', openTarget: 0, lastFetched: '2026-11-01T00:00:00.000Z' },
      { sid: 2, url: 'javascript:alert(1)', name: 'Bad' },
      { sid: 3, url: 'https://alone.example/rss', name: 'Alone' },
    ],
    items: [
      {
        _id: 11,
        source: 1,
        title: 'Ducts',
        link: 'https://weekly.example/ducts',
        date: '2020-11-17T08:00:00.000Z',
        content: '<p>Three operators share one trench.</p>',
        snippet: 'Three operators',
        thumb: 'https://weekly.example/ducts.png',
        creator: 'The editors',
        starred: true,
        hasRead: true,
      },
      { _id: 12, source: 1, title: 'Not starred', link: 'https://weekly.example/other', starred: false },
      { _id: 13, source: 99, title: 'Of no source', link: 'https://lost.example/1', starred: true },
    ],
  },
}

describe('readExport: a Fluent Reader backup', () => {
  it('reads sources with their groups as folders, and names the one that cannot be followed', () => {
    const { feeds, skipped } = read(fluent)
    expect(feeds.map(({ title, url, folder }) => [title, url, folder])).toEqual([
      ['Telecom Weekly', 'https://weekly.example/feed.xml', 'Trade press'],
      ['Alone', 'https://alone.example/rss', null],
    ])
    expect(skipped).toEqual([{ text: 'Bad', reason: 'not-web' }])
  })

  it('reads starred items with their feed, and no others', () => {
    const { stars } = read(fluent)
    expect(stars.map(({ feedUrl, entry }) => [feedUrl, entry.title])).toEqual([
      ['https://weekly.example/feed.xml', 'Ducts'],
      [null, 'Of no source'],
    ])
    expect(stars[0]?.entry).toMatchObject({
      publishedAt: Date.UTC(2020, 10, 17, 8),
      imageUrl: 'https://weekly.example/ducts.png',
      authors: ['The editors'],
    })
  })
})

describe('readExport: OPML', () => {
  it('reads the list that NetNewsWire writes: folders, a description, the version of each feed', () => {
    const list = `<?xml version="1.0" encoding="UTF-8"?>
<!-- OPML generated by NetNewsWire -->
<opml version="1.1">
	<head><title>Subscriptions-OnMyMac.opml</title></head>
<body>
	<outline text="Regulators" title="Regulators">
		<outline text="Spectrum Office" title="Spectrum Office" description="" type="rss" version="RSS" htmlUrl="https://spectrum.example/" xmlUrl="https://spectrum.example/feed"/>
	</outline>
	<outline text="Top" title="Top" description="" type="rss" version="RSS" htmlUrl="" xmlUrl="https://top.example/feed.json"/>
</body>
</opml>`
    expect(read(list).feeds.map(({ title, url, siteUrl, folder }) => [title, url, siteUrl, folder])).toEqual([
      ['Spectrum Office', 'https://spectrum.example/feed', 'https://spectrum.example/', 'Regulators'],
      ['Top', 'https://top.example/feed.json', null, null],
    ])
  })
})

describe('readExport: what is none', () => {
  it.each([
    ['{}', 'not-an-export'],
    ['{"items":[]}', 'not-an-export'],
    ['[]', 'not-an-export'],
    ['{"items":[{"title":"A JSON feed has no origins"}]}', 'not-an-export'],
    ['{"items":[', 'not-an-export'],
    ['['.repeat(100_000), 'not-an-export'],
    ['', 'not-opml'],
    ['hello', 'not-opml'],
    ['<html></html>', 'not-opml'],
  ])('says of %j what it is not', (text, kind) => {
    expect(readExport(text, NOW)).toEqual({ ok: false, failure: { kind } })
  })

  it('F22: reads any JSON in the place of any part without harm, and changes no prototype', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        readExport(JSON.stringify({ items: [one, { origin: one, categories: other, canonical: [other], title: one }] }), NOW)
        readExport(
          JSON.stringify({ sourceGroups: one, lovefield: { sources: [one, other], items: [{ starred: true, source: one, link: other }] } }),
          NOW,
        )
        readExport('{"items":[{"__proto__":{"polluted":1},"alternate":[{"href":"https://a.example/"}]}]}', NOW)
        return ({} as { polluted?: unknown }).polluted === undefined
      }),
    )
  })

  it('takes 50,000 stars of one file at most', () => {
    const item = { title: 'A', alternate: [{ href: 'https://a.example/1' }] }
    const { stars, skipped } = read({ items: Array.from({ length: 50_001 }, () => item) })
    expect([stars.length, skipped[0]?.reason]).toEqual([50_000, 'many-stars'])
  })
})
