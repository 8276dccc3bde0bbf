import { describe, expect, it } from 'vitest'
import { parseFeed } from '../../../electron/engine/parse/parseFeed.ts'
import { HOUR, MINUTE } from '../../../shared/time.ts'
import { about, entryOf, feedOf, fixture, itemOf } from './fixture.ts'

describe('parseFeed, RSS 2.0', () => {
  const feed = feedOf(fixture('regulator-rss2.xml'))

  it('reads what the channel says of itself', () => {
    expect(feed).toMatchObject({
      format: 'rss',
      title: 'Spectrum Office – News & Decisions',
      description: 'Decisions of the spectrum office.',
      siteUrl: 'https://spectrum.example/',
      selfUrl: 'https://spectrum.example/feed.xml',
      iconUrl: 'https://spectrum.example/crest.png',
      language: 'en-GB',
      askedInterval: 30 * MINUTE,
      isCut: false,
    })
  })

  it('reads an item with its full text, enclosure and categories', () => {
    expect(feed.entries[0]).toEqual({
      rawId: 'so-2024-017',
      link: 'https://spectrum.example/news/26-ghz?utm_source=feed&lot=3',
      title: 'Auction of the 26 GHz band opens',
      authors: ['Press office'],
      publishedAt: Date.UTC(2024, 2, 12, 8, 30),
      updatedAt: null,
      summaryHtml: 'Bidders have until <b>May</b> to apply.',
      contentHtml: '<p>Bidders have until <b>May</b> to apply &amp; pay a deposit.</p><p><img src="/img/band.jpg" alt="Band plan"></p>',
      baseUrl: about.url,
      language: null,
      categories: ['Auctions', 'mmWave & 5G'],
      enclosures: [{ url: 'https://spectrum.example/files/rules.pdf', type: 'application/pdf', bytes: 48211 }],
      imageUrl: null,
      sourceTitle: null,
    })
  })

  it('makes links absolute, takes the name beside an e-mail address, decodes a title escaped twice', () => {
    expect(feed.entries[1]).toMatchObject({
      link: 'https://news.example/news/objections',
      authors: ['Press office'],
      title: 'AT&T, others object to “use it or lose it” rule',
      publishedAt: Date.UTC(2024, 2, 11, 16, 5),
    })
  })
})

describe('parseFeed, Atom 1.0', () => {
  const feed = feedOf(fixture('standards-atom.xml'))

  it('reads the feed with its base', () => {
    expect(feed).toMatchObject({
      format: 'atom',
      title: 'Antenna Forum Bulletin',
      description: 'Work on interfaces of base stations',
      siteUrl: 'https://standards.example/bulletin/',
      selfUrl: 'https://standards.example/bulletin.atom',
      iconUrl: 'https://standards.example/favicon.ico',
      language: 'en',
      rawId: 'urn:uuid:0c1b7a52-7f3d-4d12-9a1e-2f0f6c9e0a01',
      updatedAt: Date.UTC(2024, 3, 2, 8),
    })
  })

  it('obeys type=text, keeps the order and markup of XHTML, nests xml:base', () => {
    expect(feed.entries[0]).toMatchObject({
      title: 'Remote units & power: the "<18 W>" class',
      link: 'https://standards.example/bulletin/2024/remote-units.html',
      authors: ['Antenna Forum'],
      publishedAt: Date.UTC(2024, 3, 1, 8),
      updatedAt: Date.UTC(2024, 3, 2, 7, 55, 10, 250),
      summaryHtml: 'What the new class means for masts &amp; towers.',
      contentHtml:
        '<p>First <em>the</em> limits, <a href="limits.html">then</a> the tests:</p><ul><li>5 &lt; 18 W</li><li>cooling</li></ul>',
      baseUrl: 'https://standards.example/bulletin/2024/',
      categories: ['Radio units'],
      enclosures: [{ url: 'https://standards.example/bulletin/2024/remote-units.pdf', type: 'application/pdf', bytes: 90210 }],
    })
  })

  it('keeps a quoted source apart from the entry', () => {
    expect(feed.entries[1]).toMatchObject({
      rawId: 'tag:standards.example,2024:liaison',
      title: 'Liaison from another group',
      authors: ['R. group'],
      sourceTitle: 'Joint Group Notes',
      contentHtml: '<p>The letter is <a href="/letter">here</a>.</p>',
    })
  })
})

describe('parseFeed, other formats', () => {
  it('reads RDF, whose items stand beside the channel', () => {
    const feed = feedOf(fixture('trade-rdf.xml'))
    expect(feed).toMatchObject({ format: 'rdf', title: 'Trade Wire', language: 'de', siteUrl: 'https://trade.example/' })
    expect(feed.entries).toHaveLength(2)
    expect(feed.entries[0]).toMatchObject({
      rawId: 'https://trade.example/1',
      title: 'Zulieferer baut Werk für Filter',
      publishedAt: Date.UTC(2024, 1, 29, 5),
      authors: ['Redaktion'],
      categories: ['Werke'],
    })
  })

  it('reads Atom 0.3 with its modes', () => {
    const feed = feedOf(fixture('old-atom03.xml'))
    expect(feed).toMatchObject({ title: 'Relay notes', description: 'Notes on relays' })
    expect(feed.entries[0]).toMatchObject({
      title: 'A < B',
      contentHtml: '<p>Base64 body</p>',
      publishedAt: Date.UTC(2004, 0, 1, 11),
      updatedAt: Date.UTC(2004, 0, 2, 3, 4, 5),
    })
  })

  it('reads namespaces by their address, whatever the prefix', () => {
    const feed = feedOf(fixture('prefixed-atom.xml'))
    expect(feed).toMatchObject({ format: 'atom', title: 'Prefixed' })
    expect(feed.entries[0]).toMatchObject({ rawId: 'urn:1', link: 'https://p.example/1', imageUrl: 'https://p.example/1.png' })
  })

  it('reads CDF', () => {
    const feed = feedOf(fixture('cdf.xml'))
    expect(feed).toMatchObject({ title: 'Channel of old', siteUrl: 'https://cdf.example/', description: 'Definitions' })
    expect(feed.entries[0]).toMatchObject({
      title: 'Story',
      link: 'https://news.example/feeds/story.html',
      updatedAt: Date.UTC(2003, 11, 30),
    })
  })

  it('reads JSON Feed and drops wrong types item by item', () => {
    const feed = feedOf(fixture('operator.json'))
    expect(feed).toMatchObject({ format: 'json', title: 'Operator news', selfUrl: 'https://operator.example/feed.json', language: 'en' })
    expect(feed.entries).toHaveLength(2)
    expect(feed.entries[0]).toMatchObject({
      rawId: '7',
      link: 'https://news.example/news/7',
      title: 'Roaming agreed & signed',
      authors: ['Operator newsroom'],
      publishedAt: Date.UTC(2024, 4, 1, 16),
      categories: ['roaming', 'EU'],
      imageUrl: 'https://news.example/i/7.jpg',
    })
    expect(feed.entries[1]).toMatchObject({
      link: 'https://elsewhere.example/x',
      contentHtml: 'Only &lt;text&gt; &amp; no title',
      publishedAt: null,
      enclosures: [{ url: 'https://operator.example/a.mp3', type: 'audio/mpeg', bytes: 5 }],
    })
  })

  it('reads podcasts and Media RSS: files, the widest picture, descriptions', () => {
    const feed = feedOf(fixture('media-podcast.xml'))
    expect(feed).toMatchObject({ iconUrl: 'https://talk.example/cover.png', askedInterval: HOUR, authors: ['Tower Talk team'] })
    expect(feed.entries[0]).toMatchObject({
      link: null,
      summaryHtml: 'How crews work at -30.',
      imageUrl: 'https://talk.example/12.jpg',
      enclosures: [{ url: 'https://cdn.talk.example/12.mp3', type: 'audio/mpeg', bytes: 10_485_760 }],
    })
    expect(feed.entries[1]).toMatchObject({
      summaryHtml: 'A mast goes up.',
      imageUrl: 'https://talk.example/big.jpg',
      enclosures: [{ url: 'https://talk.example/v.mp4', type: 'video/mp4', bytes: 99 }],
      categories: ['masts', 'safety'],
    })
  })

  it('takes a feed without entries for what it is', () => {
    expect(feedOf(fixture('empty-channel.xml'))).toMatchObject({ title: 'Nothing yet', entries: [], isCut: false })
  })
})

describe('parseFeed, broken documents', () => {
  const feed = feedOf(fixture('company-broken.xml'))

  it('reads upper case, bare signs, unclosed elements and junk in front, as far as it goes', () => {
    expect(feed).toMatchObject({ title: 'Masts & Towers', siteUrl: 'https://masts.example/', isCut: true })
    expect(feed.entries.map(({ title, link }) => [title, link])).toEqual([
      ['Q&A: why 5 <6 GHz matters', 'https://masts.example/a?x=1&y=2'],
      ['Second, after an item that was never closed', 'https://masts.example/b'],
    ])
  })

  it('takes a misspelt weekday and never expands what a DOCTYPE declares (F01)', () => {
    expect(feed.entries[0]).toMatchObject({
      publishedAt: Date.UTC(2024, 2, 6, 13, 5),
      summaryHtml: 'Plain <b>bold</b> &amp;shop; text',
    })
  })

  it.each([
    ['a byte order mark and blank lines', '\ufeff\n\n<?xml version="1.0"?><rss><channel><title>x</title></channel></rss>'],
    ['control characters', '<rss><channel><title>\u0000x\u0008</title></channel></rss>'],
    ['no end', '<rss><channel><title>x</title><item><title>a</ti'],
    ['an undeclared prefix', '<atom:feed><atom:title>x</atom:title></atom:feed>'],
    ['a title that never ends', '<rss><channel><title>x<link>https://a.example</link></channel></rss>'],
    ['white space around', '<rss><channel><title>\n  x \n</title></channel></rss>'],
    ['stray end tags', '<rss></b><channel></item><title>x</title></foo></channel></rss>'],
  ])('reads a feed with %s', (_, text) => {
    expect(feedOf(text).title).toBe('x')
  })

  it.each([
    ['&nbsp;5G&nbsp;', '5G'],
    ['R&D', 'R&D'],
    ['R&amp;D', 'R&D'],
    ['R&amp;amp;D', 'R&D'],
    ['R&amp;amp;amp;D', 'R&amp;D'],
    ['caf&eacute; &#233; &#xE9;', 'café é é'],
    ['it&#146;s', 'it’s'],
    ['it&#8217;s <b>bold</b>', 'it’s bold'],
    ['&lt;b&gt;5G&lt;/b&gt; now', '5G now'],
    ['the &lt;foo&gt; tag', 'the <foo> tag'],
    ['a &lt; b', 'a < b'],
    ['<![CDATA[a &amp; b]]>', 'a & b'],
    ['<![CDATA[<i>x</i> & y]]>', 'x & y'],
    ['one<br/>two', 'one two'],
    ['&unknown; stays', '&unknown; stays'],
    ['&#0;&#x1;x&#xD800;', 'x'],
  ])('decodes a title once or twice, never more: %s', (inside, title) => {
    expect(itemOf(`<title>${inside}</title>`).title).toBe(title)
  })

  it('leaves addresses as they are written: `&copy=` is no sign', () => {
    expect(itemOf('<link>https://a.example/?x=1&copy=2&amp;y=3</link>').link).toBe('https://a.example/?x=1&copy=2&y=3')
  })
})

describe('parseFeed, which element speaks', () => {
  it.each([
    ['a title of a module only where there is no other', '<media:title>m</media:title><title>own</title>', { title: 'own' }],
    [
      'a link that is no page last',
      '<link rel="alternate" type="application/pdf" href="/p.pdf"/><link href="/page"/>',
      { link: 'https://news.example/page' },
    ],
    ['a guid as link unless it says no', '<guid>https://a.example/1</guid>', { link: 'https://a.example/1' }],
    ['no guid that is not an address', '<guid isPermaLink="false">https://a.example/1</guid>', { link: null }],
    ['link over guid', '<link>https://l.example/</link><guid>https://g.example/</guid>', { link: 'https://l.example/' }],
    ['no address outside the web (F18)', '<link>javascript:alert(1)</link>', { link: null }],
    ['a summary beside a description', '<summary>s</summary><description>d</description>', { summaryHtml: 's', contentHtml: 'd' }],
    ['the name over the address', '<author>a@b.example</author><dc:creator>Desk</dc:creator>', { authors: ['Desk'] }],
    ['naked markup', '<description><p>Naked <b>x</b></p></description>', { summaryHtml: '<p>Naked <b>x</b></p>' }],
    ['all of naked markup that is no XML', '<description>x<br>y<hr>z</description>', { summaryHtml: 'x<br>y<hr>z' }],
    [
      'escaped markup that says it is XHTML',
      '<summary type="application/xhtml+xml" mode="escaped">&lt;b>x&lt;/b></summary>',
      { summaryHtml: '<b>x</b>' },
    ],
    ['the RSS source', '<source url="https://s.example/rss">Other Wire</source>', { sourceTitle: 'Other Wire' }],
    ['a date of Dublin Core', '<dc:date>2024-01-02</dc:date>', { publishedAt: Date.UTC(2024, 0, 2) }],
    ['a body in XHTML', '<xhtml:body><p>x</p></xhtml:body>', { contentHtml: '<p>x</p>' }],
  ])('takes %s', (_, inside, expected) => {
    expect(itemOf(inside)).toMatchObject(expected)
  })

  it.each([
    ['html', '&lt;b&gt;x&lt;/b&gt; &amp;amp; y', '<b>x</b> &amp; y'],
    ['text', '&lt;b&gt;x&lt;/b&gt;', '&lt;b&gt;x&lt;/b&gt;'],
    ['text/plain', 'a &amp; b', 'a &amp; b'],
    ['html', '<div xmlns="http://www.w3.org/1999/xhtml">A &lt;b&gt;x&lt;/b&gt;</div>', 'A <b>x</b>'],
    ['xhtml', '<div xmlns="http://www.w3.org/1999/xhtml">a<br/>b &lt; c</div>', 'a<br>b &lt; c'],
    ['xhtml', '<h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>p</h:p></h:div>', '<p>p</p>'],
    ['application/octet-stream', 'PGI+eDwvYj4=', '<b>x</b>'],
    ['image/png', 'iVBORw0KGgoAAAANSUhEUg==', null],
  ])('reads an Atom content of type %s', (type, inside, html) => {
    expect(entryOf(`<content type="${type}">${inside}</content>`).contentHtml).toBe(html)
  })

  it('resolves addresses inside XHTML whose base is another one', () => {
    const inside =
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p xml:base="https://o.example/x/"><a href="y">z</a></p></div></content>'
    expect(entryOf(inside).contentHtml).toBe('<p><a href="https://o.example/x/y">z</a></p>')
  })
})

describe('parseFeed, what is no feed', () => {
  it.each([
    ['an empty text', '', 'empty-document'],
    ['white space', ' \ufeff\n\t\u0000', 'empty-document'],
    ['a login page (F20)', fixture('login-page.html'), 'page-not-feed'],
    ['a page without a head', '<html><body>x</body></html>', 'page-not-feed'],
    ['XHTML', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head/></html>', 'page-not-feed'],
    ['a page that only says it is one', '<!doctype html><p>rss feed', 'page-not-feed'],
    ['plain text', 'no news today', 'not-news'],
    ['JSON of something else', '{"a":1}', 'not-news'],
    ['broken JSON', '{"version":"https://jsonfeed.org/version/1","items":[', 'not-news'],
    ['other XML', '<urlset><url><loc>https://a.example</loc></url></urlset>', 'not-news'],
    ['OPML', '<opml><body><outline text="x"/></body></opml>', 'not-news'],
  ])('says so of %s', (_, text, kind) => {
    expect(parseFeed(text, about)).toMatchObject({ ok: false, failure: { kind } })
  })
})
