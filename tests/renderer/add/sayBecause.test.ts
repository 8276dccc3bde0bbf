import { i18n } from '@lingui/core'
import { afterAll, describe, expect, it } from 'vitest'
import { readNewsroom } from '../../../electron/engine/newsroom/readNewsroom.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { sayBecause } from '../../../renderer/add/sayBecause.ts'
import { speak } from '../../../renderer/words/language.ts'
import type { Words } from '../../../renderer/words/useWords.ts'

const NOW = Date.UTC(2026, 10, 20, 12) as EpochMs
const readDate = (raw: string) => (Number.isNaN(Date.parse(raw)) ? null : (Date.parse(raw) as EpochMs))
const t: Words = (key, values) => i18n._(key, values)

/** The sentences of the engine's newsroom room. */
const reasons: readonly (readonly [reason: string, chinese: string])[] = [
  ['12 links of the same form stand in a row (/news/*).', '12 个形式相同的链接排成一列（/news/*）。'],
  ['They stand under the heading “Press (all)”.', '它们位于标题“Press (all)”之下。'],
  ['The page calls itself news.', '此页面自称新闻页面。'],
  ['The list gives no dates; they are read from each article.', '列表没有日期，日期从每篇文章读取。'],
  ['9 of them have a date (in the heading above).', '其中 9 条带有日期（上方标题）。'],
  ['9 of them have a date (time).', '其中 9 条带有日期（time）。'],
  ['Headlines are read from h3.', '标题取自h3。'],
  ['3 entries were left out: events, vacancies, products or plain navigation.', '略去了 3 条：活动、招聘、产品或普通导航。'],
]

afterAll(() => speak('en'))

describe('sayBecause', () => {
  it.each(reasons)('says in both languages: %s', async (reason, chinese) => {
    await speak('en')
    expect(sayBecause(t, reason)).toBe(reason)
    await speak('zh-CN')
    expect(sayBecause(t, reason)).toBe(chinese)
  })

  it('knows every sentence that the engine gives for a list in markup and in data', () => {
    const links = ['Quay', 'Mast', 'Cable', 'Cabinet'].map(
      (word, at) => `<li><a href="/news/${at + 10}-x">${word} opens in the old town</a></li>`,
    )
    const posts = [1, 2, 3].map((at) => ({
      '@type': 'NewsArticle',
      headline: `Order number ${at} has come in`,
      url: `/news/o-${at}`,
      datePublished: `2026-11-0${at}`,
    }))
    const pages = [
      `<h2>Press releases</h2><ul>${links.join('')}</ul>`,
      `<h1>News</h1><script type="application/ld+json">${JSON.stringify({ '@graph': posts })}</script>`,
    ]
    const because = pages.flatMap((body) => {
      const reading = readNewsroom(`<title>Example</title>${body}`, { url: 'https://www.example.com/news/', now: NOW, readDate })
      return reading.kind === 'list' ? reading.candidates.flatMap(({ recipe }) => recipe.because) : []
    })
    expect(because.length).toBeGreaterThan(4)
    for (const reason of because) expect([reason, sayBecause(t, reason)]).toEqual([reason, expect.any(String)])
  })

  it('knows its own sentences only', () => {
    expect(sayBecause(t, 'It looked like news to somebody.')).toBeNull()
  })
})
