import { describe, expect, it } from 'vitest'
import { draftArticles } from '../../../electron/engine/article/drafts.ts'
import type { ParsedEntry, ParsedFeed } from '../../../electron/engine/parse/parsedFeed.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { HOSTILE_MARKUP } from './hostileMarkup.ts'
import { audit } from './policyAudit.ts'

const NOW = Date.UTC(2024, 5, 1) as EpochMs
const LONG = '<p>The port said that the works will take two years, and that ships keep their berths.</p>'.repeat(30)

function entry(parts: Partial<ParsedEntry>): ParsedEntry {
  return {
    rawId: null,
    link: null,
    title: 'Works begin',
    authors: [],
    publishedAt: null,
    updatedAt: null,
    summaryHtml: null,
    contentHtml: null,
    baseUrl: 'https://port.example/feed.xml',
    language: null,
    categories: [],
    enclosures: [],
    imageUrl: null,
    sourceTitle: null,
    ...parts,
  }
}

function draft(...entries: Partial<ParsedEntry>[]) {
  const feed: ParsedFeed = {
    format: 'rss',
    title: 'Port',
    description: '',
    siteUrl: null,
    selfUrl: null,
    iconUrl: null,
    language: 'en_GB',
    askedInterval: null,
    entries: entries.map(entry),
    isCut: false,
  }
  return draftArticles(feed, { now: NOW })
}

function one(parts: Partial<ParsedEntry>) {
  const [drafted] = draft(parts)
  if (drafted === undefined) throw new Error('nothing was drafted')
  return drafted
}

describe('draftArticles', () => {
  it('takes the content for the text, and the page is not wanted', () => {
    const drafted = one({ rawId: '1', link: 'https://port.example/a', summaryHtml: 'Short.', contentHtml: LONG })
    expect(drafted.feedText?.text).toMatch(/^The port said/)
    expect(drafted.wantsPage).toBe(false)
  })

  it('takes the summary where there is no content, and wants the page', () => {
    const drafted = one({ link: 'https://port.example/a', summaryHtml: '<p>Works &amp; more.</p>' })
    expect(drafted.feedText).toMatchObject({ html: '<p>Works &amp; more.</p>', text: 'Works & more.', excerpt: 'Works & more.' })
    expect(drafted.wantsPage).toBe(true)
  })

  it('takes the summary where the content is empty', () => {
    expect(one({ contentHtml: '<p></p>', summaryHtml: 'Words.' }).feedText?.text).toBe('Words.')
  })

  it('wants no page where there is no link to one', () => expect(one({ summaryHtml: 'Short.' }).wantsPage).toBe(false))

  it('has no text where the feed carries only a headline', () => {
    expect(one({ link: 'https://port.example/a' })).toMatchObject({ feedText: null, wantsPage: true })
  })

  it('keeps the paragraphs of a text without markup', () => {
    expect(one({ summaryHtml: 'One.\n\nTwo.' }).feedText?.html).toBe('<p>One.</p><p>Two.</p>')
  })

  it.each([
    ['F17: strips bidi overrides', 'a\u202ebc', 'abc'],
    ['F18: is at most 1,000 characters', 'x'.repeat(1_000_000), 'x'.repeat(1_000)],
    ['folds white space', ' a \n b ', 'a b'],
  ])('title: %s', (_, title, expected) => expect(one({ title }).title).toBe(expected))

  it.each([
    ['the first words', { title: ' ', summaryHtml: '<p>First words.</p><p>More.</p>' }, 'First words.'],
    ['host and path', { title: '\u202e', link: 'https://www.port.example/news/a/' }, 'port.example/news/a'],
    ['the id', { title: '', rawId: 'urn:1' }, 'urn:1'],
  ])('title: where it is missing, %s', (_, parts, expected) => expect(one(parts).title).toBe(expected))

  it('a title is never empty', () => expect(one({ title: '' }).title).not.toBe(''))

  it('joins authors and names each once', () => {
    expect(one({ authors: ['A. Writer', ' A. Writer ', '', 'B. Writer'] }).author).toBe('A. Writer, B. Writer')
    expect(one({ authors: [' '] }).author).toBeNull()
  })

  it.each([Date.UTC(2024, 0, 1), Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59Z')])(
    'F14: keeps the date %s',
    (at) => {
      expect(one({ publishedAt: at as EpochMs }).publishedAt).toBe(at)
    },
  )
  it.each([Date.parse('0000-12-31T00:00:00Z'), Date.parse('+010000-01-01T00:00:00Z'), 8.64e15, Number.NaN])(
    'F14: drops the date %s',
    (at) => {
      expect(one({ publishedAt: at as EpochMs, updatedAt: at as EpochMs })).toMatchObject({ publishedAt: null, updatedAt: null })
    },
  )

  it('F18: drops an address that is too long', () => expect(one({ link: `https://port.example/${'x'.repeat(70_000)}` }).url).toBeNull())
  it('X06: strips tracking parameters from its address', () => {
    expect(one({ link: 'https://port.example/a?utm_source=rss&id=1' }).url).toBe('https://port.example/a?id=1')
  })

  it.each([
    ['the picture named', { imageUrl: 'https://port.example/a.jpg' }, 'https://port.example/a.jpg'],
    ['an enclosure', { enclosures: [{ url: 'https://port.example/b.png', type: 'image/png', bytes: null }] }, 'https://port.example/b.png'],
    ['no sound', { enclosures: [{ url: 'https://port.example/b.mp3', type: 'audio/mpeg', bytes: null }] }, null],
    ['no counter', { imageUrl: 'https://pixel.wp.com/g.gif' }, null],
    ['nothing but http(s)', { imageUrl: 'data:image/png;base64,x' }, null],
  ])('lead picture: %s', (_, parts, expected) => expect(one(parts).leadImageUrl).toBe(expected))

  it('takes the entry’s language before the feed’s', () => {
    expect([one({}).language, one({ language: 'zh-CN' }).language, one({ language: '<x>' }).language]).toEqual(['en-GB', 'zh-CN', 'en-GB'])
  })

  it('F13: folds the same article told twice, and keeps the later words at the first place', () => {
    const link = 'https://port.example/a'
    const told = draft(
      { rawId: '1', link, title: 'Old', updatedAt: 1 as EpochMs },
      { rawId: '2' },
      { rawId: '1', link, title: 'New', updatedAt: 2 as EpochMs },
    )
    expect(told.map(({ title }) => title)).toEqual(['New', 'Works begin'])
  })

  it('F13: drafts the same identities at every poll', () => {
    const feed = [
      { rawId: '1', link: 'https://port.example/a' },
      { rawId: '1', link: 'https://port.example/b' },
      { link: 'https://port.example/c' },
      { title: 'D' },
    ]
    const polls = Array.from({ length: 20 }, () => draft(...feed).map(({ identityKey }) => identityKey))
    expect(new Set(polls.map((poll) => poll.join('\n'))).size).toBe(1)
    expect(new Set(polls[0]).size).toBe(4)
  })

  it('the hash tells an edit from a repetition', () => {
    const first = one({ summaryHtml: 'One.' }).contentHash
    expect(one({ summaryHtml: 'One.' }).contentHash).toBe(first)
    const edits = [
      one({ summaryHtml: 'Two.' }),
      one({ summaryHtml: 'One.', title: 'Other' }),
      one({ summaryHtml: 'One.', updatedAt: 1 as EpochMs }),
    ]
    expect(new Set([first, ...edits.map(({ contentHash }) => contentHash)]).size).toBe(4)
  })

  it('X01: the text of every draft keeps to the policy', () => {
    const drafted = draft(
      ...HOSTILE_MARKUP.slice(0, 400).map((contentHtml, at) => ({ rawId: String(at), title: contentHtml, contentHtml })),
    )
    expect(drafted.flatMap(({ feedText }) => audit(feedText?.html ?? ''))).toEqual([])
    expect(drafted.filter(({ title }) => /[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/.test(title))).toEqual([])
  })
})
