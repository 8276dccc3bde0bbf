import { describe, expect, it } from 'vitest'
import { readPage } from '../../../electron/engine/article/fullText.ts'
import { readMarkup } from '../../../electron/engine/article/markupReader.ts'
import { writeMarkup } from '../../../electron/engine/article/markupTree.ts'
import { makeSafe } from '../../../electron/engine/article/safeHtml.ts'
import { HOSTILE_MARKUP } from './hostileMarkup.ts'
import { audit } from './policyAudit.ts'

const origin = { baseUrl: 'https://news.example/2024/article.html' }
const safe = HOSTILE_MARKUP.map((hostile) => ({ hostile, ...makeSafe(hostile, origin) }))

describe('audit', () => {
  it.each([
    '<script>alert(1)</script>',
    '<p onclick="x">a</p>',
    '<p onclick=x>a</p>',
    '<a href="javascript:x">a</a>',
    '<img src="https://a.example/a.png" />',
    '<p>a',
    '<p class="x">a</p>',
    'a < b',
    'a &copy; b',
    '<a href="https://a@b.example/">x</a>',
  ])('reports %s', (html) => {
    expect(audit(html)).not.toEqual([])
  })

  it('finds most hostile pieces hostile, so that passing them means something', () => {
    expect(HOSTILE_MARKUP.filter((hostile) => audit(hostile).length > 0).length).toBeGreaterThan(HOSTILE_MARKUP.length * 0.95)
    expect(HOSTILE_MARKUP.length).toBeGreaterThan(1_000)
  })
})

describe('makeSafe on hostile markup', () => {
  it('X01 X03 X05: leaves no tag, attribute or value outside the policy', () => {
    const faults = safe.flatMap(({ hostile, html }) => audit(html).map((fault) => `${fault} ← ${hostile}`))
    expect(faults).toEqual([])
  })

  it('X01: lets no trace of a script address or handler stand in a tag', () => {
    const tags = safe.flatMap(({ html }) => html.match(/<[^>]*>/g) ?? [])
    expect(
      tags.filter((tag) => /script:|\son\w+=|data:|alert/i.test(tag.replaceAll(/(?:title|alt)="[^"]*"/g, '')) && !/https?:/.test(tag)),
    ).toEqual([])
  })

  it('X03: is stable: reading and writing it again changes nothing', () => {
    const unstable = safe.filter(({ html }) => writeMarkup(readMarkup(html)) !== html)
    expect(unstable.map(({ hostile }) => hostile)).toEqual([])
  })

  it('X03: making it safe again changes nothing but the pictures', () => {
    const withoutPictures = safe.filter(({ pictures }) => pictures.length === 0)
    const changed = withoutPictures.filter(({ html }) => makeSafe(html, origin).html !== html)
    expect(changed.map(({ hostile, html }) => [hostile, html, makeSafe(html, origin).html])).toEqual([])
  })

  it('X04: links lead to http, https and mailto, without credentials or query of a mail', () => {
    const links = safe.flatMap(({ html }) => [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? ''))
    expect(links.length).toBeGreaterThan(20)
    expect(links.filter((link) => !/^(?:https?:\/\/[^@]+$|mailto:[^?]+$)/.test(link))).toEqual([])
  })

  it('names only pictures that it lists, all absolute http(s)', () => {
    for (const { html, pictures } of safe) {
      for (const [, number] of html.matchAll(/src="picture:(\d+)"/g)) expect(pictures[Number(number)]).toBeDefined()
      for (const { url } of pictures) expect(url).toMatch(/^https?:\/\//)
    }
  })

  it('F22: pollutes no prototype', () => {
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>)['onclick']).toBeUndefined()
  })
})

describe('readPage on hostile markup', () => {
  const about = { url: 'https://news.example/2024/article.html', title: 'Harbour works begin', feedText: '' }
  const words =
    '<p>The harbour works began on Monday, the port said, and will take the better part of two years, weather permitting.</p>'.repeat(3)
  // Extraction costs milliseconds: every seventh piece, several on one page, still meets each kind.
  const pages = Array.from({ length: 40 }, (_, page) => HOSTILE_MARKUP.filter((_, at) => at % 7 === page % 7 && at % 40 === page))

  it('X09: what extraction finds is made safe by the same policy', () => {
    for (const pieces of pages) {
      const mixed = pieces.map((piece) => `<div>${piece}</div>${words}`).join('')
      const page = readPage(`<html><body><article><h1>Harbour works begin</h1>${words}${mixed}</article></body></html>`, about)
      if (page.ok) expect(audit(page.value.text.html)).toEqual([])
    }
  })

  it('X09: hostile JSON-LD is a text like any other', () => {
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Harbour works begin',
      articleBody: `<p onclick=x>${words}<script>alert(1)</script><img src=x onerror=alert(1)></p>`,
    })
    const page = readPage(
      `<html><body><script type="application/ld+json">${data.replaceAll('</', '<\\/')}</script><p>Teaser.</p></body></html>`,
      about,
    )
    expect(page.ok && page.value.text.text).toContain('The harbour works began')
    expect(page.ok && audit(page.value.text.html)).toEqual([])
  })
})
