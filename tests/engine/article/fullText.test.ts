import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPage } from '../../../electron/engine/article/fullText.ts'
import type { PageQuestion, ReadPage } from '../../../electron/engine/article/readPage.ts'
import { audit } from './policyAudit.ts'

const fixture = (name: string): string => readFileSync(new URL(`../../fixtures/pages/${name}.html`, import.meta.url), 'utf8')

function read(name: string, about: Partial<PageQuestion> = {}): ReadPage {
  const page = readPage(fixture(name), { url: `https://www.${name}.example/news/1.html`, title: '', feedText: '', ...about })
  if (!page.ok) throw new Error(page.failure.kind)
  return page.value
}

/** Page, its title, the first words that must be there, the last, and what must not be. */
const PAGES = [
  [
    'wordpress',
    'Northfield opens first fibre exchange',
    'Northfield Networks said on Tuesday',
    'subject to permits from the county',
    'cookies|Share this|Related|Previous:|Leave a Reply|Winter works|Copyright|Posted on',
  ],
  [
    'aem',
    'First power from floating array',
    'Halden Energy today reported',
    'towed out from the yard and moored',
    'Accept All|What we do|Careers|Related news|Annual report|Follow us|privacy statement',
  ],
  [
    'tables',
    'Container tariff published',
    'The Federation of Harbour Operators',
    'three smaller ports abstained',
    'Members\\n|Links|Webmaster|800 by 600',
  ],
  [
    'chinese-corporate',
    '临川光缆新一代生产线投产',
    '本报讯，临川光缆有限公司',
    '企业之间的竞争将转向工艺与服务',
    '设为首页|当前位置|发布时间|浏览次数|热门标签|分享到|上一篇|下一篇|相关新闻|联系我们|版权所有',
  ],
  [
    'trade-press',
    'Three states agree on mast approvals',
    'Regulators in three states',
    'will decide how far it is used',
    'privacy choices|812 partners|Sign up|You may also like|Spectrum fees|Hot tags|Related Industry|Contact us|Tweet',
  ],
  ['structured-data', 'Corvane samples low-power radio', 'Corvane Semiconductors has begun', 'the next release of the standard', 'bundle'],
] as const

describe('readPage', () => {
  it.each(PAGES)('%s: finds the article, whole and alone', (name, title, first, last, left) => {
    const { text } = read(name, { title })
    expect(text.text).toContain(first)
    expect(text.text).toContain(last)
    expect(text.text).not.toMatch(new RegExp(left))
    expect(text.text).not.toContain(`${title}\n`)
    expect(audit(text.html)).toEqual([])
  })

  it.each(PAGES)('%s: is better than its first sentence, and not than another article’s', (name, title, first) => {
    expect(read(name, { title, feedText: `${first} …` }).isBetter).toBe(true)
    expect(
      read(name, {
        title: 'Quarterly dividend declared by Ostmark',
        feedText: 'The board of Ostmark declared a dividend of forty cents for holders of record at the month’s end, payable in June.',
      }).isBetter,
    ).toBe(false)
  })

  it.each(PAGES)('%s: is not better than the same text in the feed', (name, title) => {
    const { text } = read(name, { title })
    expect(read(name, { title, feedText: text.text }).isBetter).toBe(false)
  })

  it.each([
    ['wordpress', 'Northfield opens first fibre exchange', 'Press Office', '2024-05-14T07:30:00.000Z', 'en-GB'],
    ['aem', 'First power from floating array', 'Halden Energy Media Relations', '2023-11-02T07:00:00.000Z', 'en'],
    ['chinese-corporate', '临川光缆新一代生产线投产', null, '2024-03-18T09:20:00.000Z', 'zh-CN'],
    ['trade-press', 'Three states agree on mast approvals', 'the policy desk', null, null],
    ['structured-data', 'Corvane samples low-power radio', 'Corvane Newsroom', '2024-02-09T00:00:00.000Z', 'en'],
  ])('%s: reads title, author, date and language', (name, title, author, date, language) => {
    const page = read(name)
    expect(page).toMatchObject({ title, author, language })
    expect(page.publishedAt === null ? null : new Date(page.publishedAt).toISOString()).toBe(date)
  })

  const story = '<p>Remote lessons ask most of the uplink, and network planners had met that only in broadcasting, they say.</p>'.repeat(8)
  const opening = (top: string): string => {
    const html = `<html><head><title>Holograms ask most</title></head><body><article>${top}${story}</article></body></html>`
    const page = readPage(html, { url: 'https://a.example/', title: 'Holograms ask most', feedText: '' })
    return page.ok ? (page.value.text.text.split('\n')[0] ?? '').slice(0, 30) : page.failure.kind
  }
  it.each([
    '<p>5G</p><h1>Holograms ask most</h1><p><time datetime="2026-11-23">23 November 2026</time></p>',
    '<p>5G</p><p><time>23 November 2026</time></p>',
    '<p>Companies</p><p>November 3, 2026</p>',
    '<p>Monday, 23 Nov 2026 10:30 GMT</p>',
    '<p>公司新闻</p><p>2026年11月23日</p>',
    '<p>行业动态</p><p>来源：本站</p>',
  ])('begins after what the heading shows already: %s', (top) => expect(opening(top)).toBe('Remote lessons ask most of the'))

  it.each([
    ['<p>Who sends?</p><p>23 November 2026</p>', 'Who sends?'],
    ['<p>Uplink first</p>', 'Uplink first'],
    ['<p>23 November 2026 was a long day in the classroom.</p>', '23 November 2026 was a long da'],
  ])('keeps words that only look like it: %s', (top, first) => expect(opening(top)).toBe(first))

  it('keeps the lead picture with its caption, once, in its widest form', () => {
    const { text } = read('wordpress')
    expect(text.html).toMatch(/^<figure><img src="picture:0"[^>]*><figcaption>The new exchange in Aldermoor\.<\/figcaption><\/figure>/)
    expect(text.pictures.map(({ url }) => url)).toEqual(['https://www.wordpress.example/wp-content/uploads/2024/05/exchange-1200x630.jpg'])
  })

  it('keeps tables, quotations, headings and figures', () => {
    expect(read('wordpress').text.html).toContain('<td>Aldermoor</td><td>48,000</td>')
    expect(read('wordpress').text.html).toContain('<blockquote>')
    expect(read('aem').text.html).toContain('<h3>A third of the demand</h3>')
    expect(read('trade-press').text.html).toContain('<figcaption>A fourteen-metre mast beside a railway line.</figcaption></figure>')
  })

  it('resolves pictures and links against the page, or its base', () => {
    expect(read('tables').text.pictures.map(({ url }) => url)).toEqual(['https://www.tables.example/news/crane.jpg'])
    const moved = fixture('tables').replace('<HEAD>', '<HEAD><BASE HREF="https://cdn.example/v2/">')
    const page = readPage(moved, { url: 'https://a.example/', title: '', feedText: '' })
    expect(page.ok && page.value.text.pictures.map(({ url }) => url)).toEqual(['https://cdn.example/v2/crane.jpg'])
  })

  it('makes a player a link and leaves advertisements out', () => {
    expect(read('trade-press').text.text).toContain('Open video at www.youtube.com')
    expect(read('trade-press').text.html).not.toContain('ads.example')
  })

  it('lets somebody else read dates that are not ISO’s', () => {
    const html = fixture('trade-press').replace('</head>', '<meta name="date" content="1 May 2024"></head>')
    const about = { url: 'https://a.example/', title: '', feedText: '' }
    const page = readPage(html, { ...about, readDate: (raw) => (raw === '1 May 2024' ? (Date.UTC(2024, 4, 1) as never) : null) })
    expect(page.ok && page.value.publishedAt).toBe(Date.UTC(2024, 4, 1))
  })

  it.each([
    ['login-wall', 'needs-login'],
    ['script-shell', 'needs-scripts'],
  ])('F20: says of %s that it %s', (name, kind) => {
    expect(readPage(fixture(name), { url: 'https://a.example/', title: '', feedText: '' })).toEqual({ ok: false, failure: { kind } })
  })

  it.each(['', ' ', '<html></html>', '<frameset><frame src=x></frameset>', '\u0000'])(
    'has a failure, and does not throw, for %j',
    (html) => {
      expect(readPage(html, { url: 'https://a.example/', title: '', feedText: '' })).toEqual({
        ok: false,
        failure: { kind: 'empty-document' },
      })
    },
  )

  it('F20: a cookie page is not better than a summary', () => {
    const feedText = 'Regulators in three states have agreed a common procedure for approving small telecom masts.'
    expect(read('cookie-page', { title: 'Three states agree on mast approvals', feedText }).isBetter).toBe(false)
    expect(read('cookie-page', { title: 'Three states agree on mast approvals', feedText: '' }).isBetter).toBe(false)
  })

  it('a headline alone gives way to a page that is about it', () => {
    expect(read('aem', { title: 'First power from floating array' }).isBetter).toBe(true)
    expect(read('aem', { title: 'Dividend declared' }).isBetter).toBe(false)
  })

  it('X08: survives nesting, flat floods and endless bylines', () => {
    const pages = [
      '<div>'.repeat(100_000),
      '<a '.repeat(200_000),
      '<p>By: x</p>'.repeat(19_000),
      '<div class=share>'.repeat(300) + '<p>x, y</p>'.repeat(5_000),
    ]
    for (const html of pages) expect(() => readPage(html, { url: 'https://a.example/', title: '', feedText: '' })).not.toThrow()
  })
})
