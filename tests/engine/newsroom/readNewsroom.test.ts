import { describe, expect, it } from 'vitest'
import type { NewsroomReading } from '../../../electron/engine/newsroom/newsroomReading.ts'
import { readNewsroom } from '../../../electron/engine/newsroom/readNewsroom.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { costOf } from '../../fixtures/cost.ts'

const PAGE_URL = 'https://www.example.com/news/'
const NOW = Date.UTC(2026, 10, 20, 12) as EpochMs
const TITLES = [
  'Second plant for pump housings opens in Riga',
  'Order intake rises by nine percent',
  'Partnership for rural broadband signed',
  'Compact cabinet wins a design award',
]
const DAYS = ['2026-11-12', '2026-10-26', '2026-10-02', '2025-12-19']

function read(body: string, url = PAGE_URL, language = 'en'): NewsroomReading {
  const html = `<!doctype html><html lang="${language}"><head><title>Example</title></head><body><div class="top"><a href="/">Home</a> <a href="/about">About us</a> <a href="/products/">Products</a></div>${body}</body></html>`
  return readNewsroom(html, { url, now: NOW, readDate: (raw) => (Number.isNaN(Date.parse(raw)) ? null : (Date.parse(raw) as EpochMs)) })
}

function rows(reading: NewsroomReading): (readonly [string, string, string | null])[] {
  if (reading.kind !== 'list') return []
  return (reading.candidates[0]?.items ?? []).map((item) => [
    item.title,
    item.url,
    item.publishedAt === null ? null : new Date(item.publishedAt).toISOString().slice(0, 10),
  ])
}

function each(draw: (title: string, href: string, day: string, index: number) => string): string {
  return TITLES.map((title, index) => draw(title, `/news/${index + 10}-item`, DAYS[index] ?? '', index)).join('\n')
}

const WANTED = TITLES.map((title, index) => [title, `https://www.example.com/news/${index + 10}-item`, DAYS[index]])
const [year, month, day] = [(iso: string) => iso.slice(0, 4), (iso: string) => iso.slice(5, 7), (iso: string) => iso.slice(8, 10)]
const US = ['', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const word = (iso: string): string => US[Number(month(iso))] ?? ''

const undated = (i: number): string =>
  `<li><span>${day(DAYS[i] ?? '')} ${word(DAYS[i] ?? '')}</span> <a href="/news/${i + 10}-item">${TITLES[i]}</a></li>`

describe('readNewsroom', () => {
  it.each<[string, string]>([
    ['dates within the link, before the headline', `<ul>${each((t, h, d) => `<li><a href="${h}">${d} ${t}</a></li>`)}</ul>`],
    ['dates within the link, in brackets after it', `<ul>${each((t, h, d) => `<li><a href="${h}">${t} (${d})</a></li>`)}</ul>`],
    ['lines parted by <br>', `<div class="list">${each((t, h, d) => `${d} <a href="${h}">${t}</a><br>`)}</div>`],
    ['lines parted by <br>, dates after the link', `<div>${each((t, h, d) => `<a href="${h}">${t}</a> [${d}]<br>`)}</div>`],
    [
      'flat headings and paragraphs',
      `<div>${each((t, h, d) => `<h3><a href="${h}">${t}</a></h3><p class="date">${d}</p><p>What it is about, in a sentence that is long enough to be one.</p>`)}</div>`,
    ],
    ['definition lists with the date first', `<dl>${each((t, h, d) => `<dt>${d}</dt><dd><a href="${h}">${t}</a></dd>`)}</dl>`],
    ['definition lists with the date last', `<dl>${each((t, h, d) => `<dt><a href="${h}">${t}</a></dt><dd>${d}</dd>`)}</dl>`],
    [
      'tables whose link says PDF only',
      `<table>${each((t, h, d) => `<tr><td>${d}</td><td>${t}</td><td><a href="${h}">PDF</a></td></tr>`)}</table>`,
    ],
    [
      'cards with a button only',
      `<div>${each((t, h, d) => `<div class="card"><h4>${t}</h4><time datetime="${d}">some day</time><a class="btn" href="${h}">Read more</a></div>`)}</div>`,
    ],
    [
      'cards that a script makes links of',
      `<div>${each((t, h, d) => `<div class="card" onclick="location.href='${h}'"><p class="t">${t}</p><p>${d}</p></div>`)}</div>`,
    ],
    [
      'day and month in boxes',
      `<ul>${each((t, h, d) => `<li><div class="b"><span>${day(d)}</span><em>${year(d)}-${month(d)}</em></div><a href="${h}">${t}</a></li>`)}</ul>`,
    ],
    [
      'day, month and year in boxes',
      `<ul>${each((t, h, d) => `<li><i>${day(d)}</i><i>${word(d)}</i><i>${year(d)}</i><h3><a href="${h}">${t}</a></h3></li>`)}</ul>`,
    ],
    [
      'boxes that only a stylesheet parts',
      `<ul>${each((t, h, d) => `<li><p class="date"><b>${day(d)}</b>${year(d)}-${month(d)}</p><a href="${h}">${t}</a></li>`)}</ul>`,
    ],
    [
      'rows of three in different columns',
      `<div class="row">${each((t, h, d, i) => `${i === 2 ? '</div><div class="row">' : ''}<div class="col-${i}"><a href="${h}"><img src="/p/${i}.jpg"></a><a href="${h}">${t}</a><span>${d}</span></div>`)}</div>`,
    ],
    [
      'a label before each headline in one link',
      `<div>${each((t, h, d) => `<a href="${h}"><span>Company</span><span>${t}</span><span>${d}</span></a>`)}</div>`,
    ],
    [
      'headlines cut short, whole in the title',
      `<ul>${each((t, h, d) => `<li><span>${d}</span><a href="${h}" title="${t}">${t.slice(0, 20)}...</a></li>`)}</ul>`,
    ],
    ['dates as a heading over each day', `<div>${each((t, h, d) => `<h4>${d}</h4><ul><li><a href="${h}">${t}</a></li></ul>`)}</div>`],
  ])('reads %s', (_, body) => {
    expect(rows(read(`<h1>News</h1>${body}`))).toEqual(WANTED)
  })

  it('gives days without a year the year of the heading above', () => {
    const body = `<h1>News</h1><h2>2026</h2><ul>${undated(0)}${undated(1)}${undated(2)}</ul><h2>2025</h2><ul>${undated(3)}</ul>`
    expect(rows(read(body))).toEqual(WANTED)
  })

  it('takes days without any year from the last twelve months, running back', () => {
    const body = `<ul>${each((t, h, d) => `<li><span>${word(d)} ${day(d)}</span> <a href="${h}">${t}</a></li>`)}</ul>`
    expect(rows(read(body)).map((row) => row[2])).toEqual(DAYS)
  })

  it('leaves the date null where the list says none', () => {
    const body = `<h1>News</h1><ul>${each((t, h) => `<li><h3><a href="${h}">${t}</a></h3></li>`)}</ul>`
    expect(rows(read(body)).map((row) => row[2])).toEqual([null, null, null, null])
  })

  it.each<[string, string, string]>([
    [
      'vacancies',
      'https://www.example.com/careers/',
      `<h1>Careers</h1><ul>${each((_, __, d, i) => `<li><a href="/careers/1${i}-engineer">Senior test engineer for power systems ${i}</a> <span>${d}</span></li>`)}</ul>`,
    ],
    [
      'events',
      'https://www.example.com/events/',
      `<h1>Events</h1><ul>${each((t, _, __, i) => `<li><a href="/events/${i}-fair">${t}</a> <span>1${i} March 2027</span></li>`)}</ul>`,
    ],
    [
      'products',
      'https://www.example.com/products/',
      `<h1>Products</h1><ul>${each((_, __, ___, i) => `<li><a href="/products/closure-${i}"><img src="/${i}.jpg"><h3>Dome splice closure with 2${i} ports for outdoor use</h3></a></li>`)}</ul>`,
    ],
    [
      'questions and answers',
      'https://www.example.com/help/',
      `<h1>Help</h1><ul>${each((_, __, ___, i) => `<li><a href="/help/${i}">How do I return a pump that I have ordered by mistake ${i}?</a></li>`)}</ul>`,
    ],
    [
      'dated downloads',
      'https://www.example.com/service/downloads',
      `<h1>Downloads</h1><table>${each((_, __, d, i) => `<tr><td><a href="/files/nx-${i}-manual.pdf">Installation manual for the NX-${i}0 cabinet series</a></td><td>${d}</td></tr>`)}</table>`,
    ],
    [
      'dated products',
      'https://www.example.com/products/',
      `<h1>Products</h1><ul>${each((_, __, d, i) => `<li><a href="/products/closure-${i}">Dome splice closure with 2${i} ports for outdoor use</a> <span>${d}</span></li>`)}</ul>`,
    ],
    [
      'a shop without the word',
      'https://www.example.com/c/closures',
      `<h1>Closures</h1><ul>${each((_, __, ___, i) => `<li><a href="/c/closures/closure-${i}-24-ports-black">Dome splice closure with 2${i} ports for outdoor use</a> <b>€ 1${i}9.00</b></li>`)}</ul>`,
    ],
    [
      'references',
      'https://www.example.com/references/',
      `<h1>References</h1>${each((t, _, __, i) => `<div><h3><a href="/references/${i}-tunnel">Refurbishment of the access tunnel number ${i} in the Alps</a></h3><p>${t}</p></div>`)}`,
    ],
    [
      'vacancies in German',
      'https://www.example.com/unternehmen/offene-stellen',
      `<h1>Offene Stellen</h1><ul>${each((_, __, d, i) => `<li><a href="/unternehmen/offene-stellen/${i}">Elektronikerin oder Elektroniker Schicht ${i} (m/w/d)</a> <span>${d}</span></li>`)}</ul>`,
    ],
    [
      'a Chinese catalogue',
      'https://www.example.com/chanpin/',
      `<h1>产品中心</h1><ul>${each((_, __, ___, i) => `<li><a href="/chanpin/${i}.html"><img src="/${i}.jpg"><p>室外二十四芯光缆接头盒型号${i}</p></a></li>`)}</ul>`,
    ],
    [
      'an article',
      'https://www.example.com/news/12-item',
      `<article><h1>${TITLES[1]}</h1><p>What happened, told in one paragraph that is <a href="/products/pump">long enough</a> to be one of an article.</p></article><div class="share"><a href="https://social.example/a">Share</a><a href="https://chat.example/b">Send</a></div>`,
    ],
    [
      'an about page',
      'https://www.example.com/about',
      '<h1>About us</h1><p>We make pumps in three countries and have done so since 1962, with care for people and water.</p>',
    ],
  ])('finds no news in %s', (_, url, body) => {
    expect(read(body, url).kind).toBe('no-list')
  })

  it('answers that a page wants a login, or scripts (P01)', () => {
    expect(read('<h1>Sign in</h1><form><input type=password></form>').kind).toBe('needs-login')
    expect(readNewsroom('<div id="root"></div><script src="/a.js"></script>', { url: PAGE_URL, now: NOW, readDate: () => null }).kind).toBe(
      'needs-scripts',
    )
    expect(
      readNewsroom('<title>Just a moment...</title><script>1</script><p>Checking your browser</p>', {
        url: PAGE_URL,
        now: NOW,
        readDate: () => null,
      }).kind,
    ).toBe('needs-scripts')
  })

  it('follows http(s) links only, from the page’s own address, and marks those to other sites (P04)', () => {
    const body = `<base href="https://evil.example.net/"><ul>${each((t, h, d, i) => `<li><a href="${i === 3 ? 'https://press.example.org/story-number-four' : h}">${t}</a> ${d}</li>`)}<li><a href="javascript:alert(1)">Never followed, whatever it says</a> 2026-01-01</li></ul>`
    const reading = read(`<h1>News</h1>${body}`)
    expect(rows(reading).map((row) => row[1])).toEqual([
      ...WANTED.slice(0, 3).map((row) => row[1]),
      'https://press.example.org/story-number-four',
    ])
    expect(reading.kind === 'list' && reading.candidates[0]?.items.map((item) => item.isForeign)).toEqual([false, false, false, true])
  })

  it('reads the sample edition’s addresses like others', () => {
    const reading = read(`<h1>News</h1><ul>${each((t, h, d) => `<li><a href="${h}">${t}</a> ${d}</li>`)}</ul>`, 'sample://sintai/news/')
    expect(rows(reading)[0]).toEqual([TITLES[0], 'sample://sintai/news/10-item', DAYS[0]])
  })

  it('never gives a title or link that does not stand in the page', () => {
    const body = `<h1>News</h1><ul>${each((t, h, d) => `<li><a href="${h}">${t}</a> ${d}</li>`)}</ul>`
    for (const [title, url] of rows(read(body))) {
      expect(body).toContain(title)
      expect(body).toContain(new URL(url).pathname)
    }
  })

  it('explains its recipe in plain words', () => {
    const reading = read(`<h1>News</h1><ul>${each((t, h, d) => `<li><a href="${h}">${t}</a> ${d}</li>`)}</ul>`)
    const recipe = reading.kind === 'list' ? reading.candidates[0]?.recipe : undefined
    expect(recipe?.because.join(' ')).toContain('4 links of the same form')
    expect(JSON.parse(JSON.stringify(recipe))).toEqual(recipe)
  })
})

describe('readNewsroom on hostile pages', () => {
  it.each([
    ['200,000 elements', '<div>x'.repeat(200_000)],
    ['200,000 siblings', '<p><a href="/a">b</a></p>'.repeat(100_000)],
    [
      '10,000 links (P06)',
      Array.from(
        { length: 10_000 },
        (_, i) => `<li><a href="/news/${i}-some-long-title">Some long title number ${i}</a> 2026-01-01</li>`,
      ).join(''),
    ],
    ['100 KB of digits and dashes (P03)', `<ul>${`<li><a href="/news/1">${'2020-'.repeat(20_000)}</a></li>`.repeat(3)}</ul>`],
    [
      '100 KB of letters in one text (P03)',
      `<ul>${`<li><a href="/news/1">${'a '.repeat(50_000)}</a>${'1 '.repeat(50_000)}</li>`.repeat(3)}</ul>`,
    ],
    ['nested data (P02)', `<script type="application/json">${'['.repeat(100_000)}</script>`],
    ['unfinished data', `<script>var a = ${'{"a":'.repeat(30_000)}</script>`],
  ])('reads %s in a few seconds (P02)', (_, html) => {
    expect(costOf(() => readNewsroom(html, { url: PAGE_URL, now: NOW, readDate: () => null }))).toBeLessThan(6_000)
  })

  it.each([['%PDF-1.7\u0000\u0001'], ['PK\u0003\u0004'], ['\u0089PNG\r\n'], [''], ['\u0000'.repeat(1_000)]])(
    'finds no news in bytes that are no page (P07)',
    (html) => {
      expect(readNewsroom(html, { url: PAGE_URL, now: NOW, readDate: () => null }).kind).toBe('no-list')
    },
  )
})
