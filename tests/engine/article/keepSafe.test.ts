import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keepSafe } from '../../../electron/engine/article/keepSafe.ts'
import { makeSafe } from '../../../electron/engine/article/safeHtml.ts'
import { HOSTILE_MARKUP } from './hostileMarkup.ts'
import { audit } from './policyAudit.ts'

const origin = { baseUrl: 'https://news.example/2024/article.html' }
const pages = new URL('../../fixtures/pages/', import.meta.url).pathname

/** HTML that went through the one door: whole pages of the world, and what is left of hostile pieces. */
function safeTexts(): string[] {
  const files = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
  const whole = files.map((name) => readFileSync(join(pages, name), 'utf8'))
  return [...whole, ...HOSTILE_MARKUP].map((html) => makeSafe(html, origin).html)
}

describe('keepSafe', () => {
  it('leaves every text that was made safe as it is, to the byte (D20)', () => {
    const texts = safeTexts()
    expect(texts.length).toBeGreaterThan(1_000)
    expect(texts.filter((html) => keepSafe(html) !== html)).toEqual([])
  })

  it('leaves texts at the caps as they are', () => {
    const deep = '<blockquote>a '.repeat(300) + '</blockquote>'.repeat(300)
    const long = `<p>${'A &amp; B &lt; C. '.repeat(80_000)}</p>`
    const many = '<table>' + '<tr><td>1<td>2'.repeat(6_000) + '</table>'
    for (const html of [deep, long, many].map((raw) => makeSafe(raw, origin).html)) {
      expect(html.length).toBeGreaterThan(1_000)
      expect(keepSafe(html) === html).toBe(true)
    }
  })

  it('leaves no tag, attribute or value outside the policy in what others wrote into a file of ours (X01 X03 X05)', () => {
    const faults = HOSTILE_MARKUP.flatMap((hostile) => audit(keepSafe(hostile)).map((fault) => `${fault} ← ${hostile}`))
    expect(faults).toEqual([])
  })

  it('keeps a link with what makes it harmless, and a picture by its number', () => {
    expect(keepSafe('<p>A <a href="https://a.example/">b</a><script>x</script><img src="picture:3" alt="c" onerror="x" /></p>')).toBe(
      '<p>A <a href="https://a.example/" rel="noopener noreferrer" referrerpolicy="no-referrer">b</a><img src="picture:3" alt="c" /></p>',
    )
  })

  it('bounds what is nested or written without end (X08)', () => {
    const nested = keepSafe('<div>'.repeat(100_000) + 'x' + '</div>'.repeat(100_000))
    expect(nested.match(/<div>/g)?.length).toBe(512)
    expect(keepSafe(`<p>${'x'.repeat(3_000_000)}</p>`).length).toBeLessThanOrEqual(1_048_576 + 10)
  })
})
