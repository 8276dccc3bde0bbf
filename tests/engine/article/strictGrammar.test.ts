import { describe, expect, it } from 'vitest'
import { readAny, readOrdinary } from '../../../electron/engine/article/markupReader.ts'
import type { MarkupNode } from '../../../electron/engine/article/markupTree.ts'
import { plainText } from '../../../electron/engine/article/plainText.ts'
import { allowedAttributes } from '../../../electron/engine/article/policy.ts'
import { makeSafeText } from '../../../electron/engine/article/safeHtml.ts'
import { keepsToGrammar } from '../../../electron/engine/article/strictGrammar.ts'
import { ordinaryMarkup } from '../../bench/article/ordinaryArticle.ts'
import { HOSTILE_MARKUP } from './hostileMarkup.ts'
import { audit } from './policyAudit.ts'

const origin = { baseUrl: 'https://news.example/2024/article.html' }
const LINK = '<a href="https://a.example/" rel="noopener noreferrer" referrerpolicy="no-referrer">'

describe('keepsToGrammar', () => {
  it.each([
    '',
    'words &amp; &lt;more&gt; &quot;x&quot;',
    '<p lang="en" dir="rtl">a<br /><b>b</b></p><hr />',
    `<p>${LINK}x</a></p>`,
    '<img src="picture:0" alt="" loading="lazy" decoding="async" />',
    '<details open=""><summary>a</summary></details>',
    '<table><colgroup><col span="2" /></colgroup><tbody><tr><td colspan="3">a</td></tr></tbody></table>',
  ])('takes %s', (html) => expect(keepsToGrammar(html)).toBe(true))

  it.each([
    '<script>',
    '<script></script>',
    '<p',
    'a > b',
    'a < b',
    '<p>',
    '</p>',
    '<b><i></b></i>',
    '</undefined>',
    '<P>a</P>',
    '<p >a</p>',
    '<p/>',
    '<br>',
    '<br/>',
    '<p />',
    '<!-- a -->',
    '<p onclick="x">a</p>',
    '<p class="x">a</p>',
    '<p lang=en>a</p>',
    "<p lang='en'>a</p>",
    '<p lang>a</p>',
    '<p lang="">a</p>',
    '<p lang=" en">a</p>',
    '<p lang="en"dir="ltr">a</p>',
    '<p lang="en"  dir="ltr">a</p>',
    '<p lang="en" lang="de">a</p>',
    '<p dir="RTL">a</p>',
    '<p lang="en" x>a</p>',
    '<p __proto__="x">a</p>',
    '<a>x</a>',
    '<a href="https://a.example/">x</a>',
    LINK.replace('https://a.example/', 'javascript:x') + 'x</a>',
    LINK.replace('https://', 'https://u:p@') + 'x</a>',
    LINK.replace('a.example/', 'a.example/<') + 'x</a>',
    LINK.replace('https', 'java&#115;cript') + 'x</a>',
    '<img src="https://a.example/a.png" alt="" />',
    '<img src="picture:0" alt="">',
    '<img alt="" />',
    'a &copy; b',
    'a & b',
    '&#60;',
    'a\u0000b',
    'a\ud800b',
  ])('objects to %s', (html) => expect(keepsToGrammar(html)).toBe(false))

  it('objects to hostile markup, and to nothing that the audit lets pass as made by us', () => {
    expect(HOSTILE_MARKUP.filter((hostile) => keepsToGrammar(hostile) && audit(hostile).length > 0)).toEqual([])
  })

  it('X08: is linear', () => {
    const start = process.cpuUsage()
    for (const html of ['<', '<p>', '<p lang="', ' x="" ', '&amp;', '<p lang="en">a</p>', `${LINK}x</a>`])
      keepsToGrammar(html.repeat(50_000))
    keepsToGrammar(`<p${' lang="en"'.repeat(100_000)}>`)
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1_000).toBeLessThan(2_000)
  })
})

describe('makeSafeText', () => {
  const texts = [...HOSTILE_MARKUP, ordinaryMarkup(1)]

  it('says in plain text what the written text says', () => {
    for (const made of texts.map((text) => makeSafeText(text, origin))) expect(made.text).toBe(plainText(made.html))
  })
})

describe('readOrdinary', () => {
  it('makes the same tree as the parser, or none', () => {
    const soups = Array.from({ length: 3_000 }, (_, seed) => soup(seed))
    const read = [...HOSTILE_MARKUP, ...soups, ordinaryMarkup(2)].map((html) => ({ html, tree: readOrdinary(html) }))
    const ordinary = read.filter(({ tree }) => tree !== null)
    expect(ordinary.length).toBeGreaterThan(2_000)
    for (const { html, tree } of ordinary) expect([html, outline(tree ?? [])]).toEqual([html, outline(readAny(html))])
  })

  it.each(['<form>', '<svg>', '<title>', '<x-thing>', '<p><math>'])('leaves %s to the parser', (html) => {
    expect(readOrdinary(html)).toBeNull()
  })
})

const TAGS = 'p p div span a b br br img ul ol li li table tr td th tbody tfoot h2 h3 pre figure dl dt dd ruby rt noscript source hr'.split(
  ' ',
)

/** Tags, end tags and text in any order, the same at every run. */
function soup(seed: number): string {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const piece = (): string => {
    const tag = TAGS[below(TAGS.length)] ?? 'p'
    return (
      [`<${tag}>`, `<${tag} lang=en CLASS=x lang=de>`, `</${tag}>`, `</${tag.toUpperCase()} >`, ' a &amp; b ', '<!-- c -->'][below(6)] ?? ''
    )
  }
  return Array.from({ length: 1 + below(25) }, piece).join('')
}

/** A tree with the attributes that anybody asks for. */
function outline(nodes: readonly MarkupNode[]): unknown[] {
  return nodes.map((node) =>
    typeof node === 'string' ? node : [node.name, allowedAttributes(node.name, node.attributes), outline(node.children)],
  )
}
