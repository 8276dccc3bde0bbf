import { describe, expect, it } from 'vitest'
import { cleanLine } from '../../../electron/engine/article/cleanLine.ts'
import { excerpt, LONGEST_EXCERPT } from '../../../electron/engine/article/excerpt.ts'
import { isoDate } from '../../../electron/engine/article/pageDates.ts'
import { plainText } from '../../../electron/engine/article/plainText.ts'
import { readingWeight } from '../../../electron/engine/article/readingWeight.ts'
import { isSummary } from '../../../electron/engine/article/summaries.ts'

describe('plainText', () => {
  it.each([
    ['<p>a</p><p>b</p>', 'a\nb'],
    ['<p>a &amp; b&nbsp;c &#x4e2d; &copy;</p>', 'a & b c 中 ©'],
    ['a<br>b', 'a\nb'],
    ['<table><tr><th>a</th><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>', 'a\tb\nc\td'],
    ['<ul><li>a<li>b</ul>', 'a\nb'],
    ['<p>a <b>b</b>c</p>', 'a bc'],
    ['<p>a\n  b</p>', 'a b'],
    ['<pre>a\n  b</pre>', 'a\nb'],
    ['a<script>b<p></script>c<style>d</style><template>e</template><noscript>f</noscript>', 'ac'],
    ['a<svg><title>b</title></svg>c<svg/>d', 'acd'],
    ['<!-- a -->b', 'b'],
    ['a < b & c', 'a < b & c'],
    ['&lt;p&gt;', '<p>'],
    ['', ''],
  ])('%s', (html, expected) => expect(plainText(html)).toBe(expected))

  it('X08: is linear', () => {
    const start = process.cpuUsage().user
    for (const html of [
      '<div>'.repeat(200_000),
      '<'.repeat(1_000_000),
      '&'.repeat(1_000_000),
      ' '.repeat(1_000_000),
      '<!--'.repeat(250_000),
    ])
      plainText(html)
    expect((process.cpuUsage().user - start) / 1_000).toBeLessThan(4_000)
  })
})

describe('excerpt', () => {
  it('gives a short text whole, in one line', () => expect(excerpt('a\nb', 'T')).toBe('a b'))
  it('skips a title that the text repeats', () => expect(excerpt('The Title!\nThe text.', 'the title')).toBe('The text.'))
  it('cuts at the last sentence that fits', () => {
    const text = 'The first sentence says what happened and where it happened, at some length. '.repeat(6)
    expect(excerpt(text, '')).toMatch(/length\.$/)
    expect(excerpt(text, '').length).toBeGreaterThan(140)
  })
  it('cuts Chinese at its own full stop', () => expect(excerpt('新生产线正式投产运行良好。'.repeat(40), '')).toMatch(/。$/))
  it('cuts at a word where no sentence ends', () => {
    const cut = excerpt('word '.repeat(200), '')
    expect(cut).toMatch(/word…$/)
    expect(cut.length).toBeLessThanOrEqual(LONGEST_EXCERPT)
  })
  it('never cuts a character in half', () => expect(excerpt('😀'.repeat(400), '').isWellFormed()).toBe(true))
})

describe('cleanLine', () => {
  it.each([
    ['F17: strips bidi overrides', 'a\u202eb\u2066c\u2069', 'abc'],
    ['F16: makes control characters a space', 'a\u0000\u0007b\u0085c\n\td', 'a b c d'],
    ['F17: ends a flood of joiners', `a${'\u200d'.repeat(500)}b`, 'a\u200db'],
    ['F17: ends a flood of accents', `a${'\u0335'.repeat(500)}`, `a${'\u0335'.repeat(6)}`],
    ['F16: mends half characters', 'a\ud800b', 'a\ufffdb'],
    ['keeps families whole', '👨‍👩‍👧', '👨‍👩‍👧'],
    ['keeps right-to-left words', 'שלום', 'שלום'],
    ['composes accents', 'e\u0301', 'é'],
  ])('%s', (_, raw, expected) => expect(cleanLine(raw, 1_000)).toBe(expected))

  it('F18: is at most as long as it may be', () => expect(cleanLine('x'.repeat(1_000_000), 1_000)).toHaveLength(1_000))
})

describe('readingWeight', () => {
  it('counts a Chinese character for more than a letter', () => expect(readingWeight('中文ab')).toBe(7))
})

describe('isSummary', () => {
  const long = 'The port said that the works will take two years. '
  it.each([
    ['nothing', '', true, true],
    ['one sentence as content', 'The port opened today.', true, true],
    ['a summary', long.repeat(10), false, true],
    ['a text that ends in dots', `${long.repeat(20)} and then […]`, true, true],
    ['a text that says read more', `${long.repeat(20)} Read more »`, true, true],
    ['a Chinese text cut off', `${'新生产线正式投产。'.repeat(30)}……查看全文`, true, true],
    ['a teaser before its trailer', `${long.repeat(2)}\nThe post Works begin appeared first on Port News.`, true, true],
    ['a whole text as content', long.repeat(20), true, false],
    ['a whole text under the name of a summary', long.repeat(60), false, false],
    ['a whole Chinese text', '新生产线正式投产，年产能大幅提高。'.repeat(60), false, false],
  ])('%s', (_, text, isContent, expected) => expect(isSummary(text, isContent)).toBe(expected))
})

describe('isoDate', () => {
  it.each([
    ['2024-05-01', '2024-05-01T00:00:00.000Z'],
    ['2024-05-01T10:30:15Z', '2024-05-01T10:30:15.000Z'],
    ['2024-05-01T10:30:15.123+02:00', '2024-05-01T08:30:15.000Z'],
    ['2024/5/1 9:30', '2024-05-01T09:30:00.000Z'],
    ['发布时间：2024年5月1日', '2024-05-01T00:00:00.000Z'],
    ['2024-05-01 10:30 +0800', '2024-05-01T02:30:00.000Z'],
  ])('reads %s', (raw, expected) => expect(new Date(isoDate(raw) ?? Number.NaN).toISOString()).toBe(expected))

  it.each(['', 'yesterday', '1 May 2024', '2024-13-01', '2024-02-30', '2024-05-32', '0000-01-01', '12024-05-011'])(
    'F14: reads nothing in %s',
    (raw) => {
      expect(isoDate(raw)).toBeNull()
    },
  )
})
