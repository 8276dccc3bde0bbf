import { createHash } from 'node:crypto'
import type { ArticleDraft, ArticleText } from '../../electron/engine/article/articleDraft.ts'
import type { EpochMs } from '../../shared/time.ts'

/**
 * News that nobody wrote, the same at every run: four in five articles in English, one in Chinese, of about 3,000 characters.
 * Words follow Zipf's law, as real ones do, so that an index has common and rare ones.
 */

/** Stands in most English articles. */
export const COMMON_WORD = 'network'
/** Stands in one article of a thousand. */
export const RARE_WORD = 'quasarline'
/** Stands in most Chinese articles. */
export const CHINESE_WORD = '网络'

const FIRST_DAY = Date.UTC(2024, 0, 1)
const MINUTES_APART = 7
const ENGLISH_SENTENCES = 4_000
const CHINESE_SENTENCES = 1_500
const TRADE_WORDS =
  'network operator spectrum fibre cloud carrier launch customer revenue quarter agreement licence satellite roaming broadband antenna regulator tower standard supplier contract enterprise wireless'.split(
    ' ',
  )
const SMALL_WORDS = ['the', 'of', 'and', 'to', 'in', 'a', 'for', 'that', 'with', 'on', 'is', 'by', 'as', 'its', 'will', 'at', 'from', 'has']
const SYLLABLES = [
  'ta',
  're',
  'mo',
  'lin',
  'ver',
  'cor',
  'sta',
  'ne',
  'pri',
  'dal',
  'fen',
  'gor',
  'hu',
  'kel',
  'ster',
  'bra',
  'tion',
  'ment',
  'os',
  'ule',
]
const CHINESE_WORDS =
  '网络 运营 通信 频谱 光纤 云端 客户 收入 季度 协议 牌照 卫星 漫游 宽带 天线 监管 铁塔 标准 供应 合同 企业 无线 公司 发布 表示 市场 技术 服务 数据 中心'.split(
    ' ',
  )
const COMMON_CHARACTERS =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经'

/** One article as the store takes it. */
export function syntheticDraft(index: number): ArticleDraft {
  const text = syntheticText(index)
  const title = titleOf(index)
  const url = `https://news.example/articles/${index}`
  return {
    identityKey: `tag:news.example,2024:${index}`,
    linkKey: `news.example/articles/${index}`,
    rawId: `tag:news.example,2024:${index}`,
    title,
    url,
    author: index % 3 === 0 ? 'Press office' : null,
    publishedAt: publishedAt(index),
    updatedAt: null,
    language: isChinese(index) ? 'zh-CN' : 'en',
    categories: index % 4 === 0 ? ['Networks'] : [],
    feedText: text,
    pageText: null,
    leadImageUrl: null,
    wantsPage: false,
    contentHash: createHash('sha256').update(`${title}\n${text.text}`).digest('hex'),
  }
}

/** A whole RSS document with that many entries; every feed has its own. */
export function syntheticFeedXml(feedIndex: number, entries: number): string {
  const items = Array.from({ length: entries }, (_, entry) => itemXml(feedIndex * entries + entry))
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>Synthetic feed ${feedIndex}</title>
<link>https://news.example/feeds/${feedIndex}</link>
<description>News for measuring</description>
${items.join('\n')}
</channel>
</rss>
`
}

function itemXml(index: number): string {
  const draft = syntheticDraft(index)
  return `<item>
<title>${escaped(draft.title)}</title>
<link>${draft.url}</link>
<guid isPermaLink="false">${draft.rawId}</guid>
<pubDate>${new Date(publishedAt(index)).toUTCString()}</pubDate>
<description>${escaped(draft.feedText?.excerpt ?? '')}</description>
<content:encoded><![CDATA[${draft.feedText?.html ?? ''}]]></content:encoded>
</item>`
}

function syntheticText(index: number): ArticleText {
  const random = randomFrom(index + 1)
  const sentences = isChinese(index) ? pools.chinese() : pools.english()
  const paragraphs = Array.from({ length: 6 + random(5) }, () =>
    Array.from({ length: 2 + random(4) }, () => sentences[random(sentences.length)] ?? '').join(isChinese(index) ? '' : ' '),
  )
  paragraphs.push(`Reference ${index.toString(36)}${index % 1000 === 0 ? ` ${RARE_WORD}` : ''}.`)
  return {
    html: paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n'),
    text: paragraphs.join('\n'),
    excerpt: (paragraphs[0] ?? '').slice(0, 320),
    pictures: [],
    isCut: false,
  }
}

function titleOf(index: number): string {
  const random = randomFrom(index + 1_000_003)
  const sentences = isChinese(index) ? pools.chinese() : pools.english()
  return `${(sentences[random(sentences.length)] ?? '').slice(0, 60).trim()} ${index}`
}

function isChinese(index: number): boolean {
  return index % 5 === 4
}

function publishedAt(index: number): EpochMs {
  return (FIRST_DAY + index * MINUTES_APART * 60_000) as EpochMs
}

/** Made when first asked for, once. */
const pools = {
  english: once(() => {
    const random = randomFrom(7)
    const words = [...SMALL_WORDS, ...TRADE_WORDS, ...Array.from({ length: 20_000 }, () => inventedWord(random))]
    return Array.from({ length: ENGLISH_SENTENCES }, () => sentenceOf(words, random, 8 + random(14), ' ', '.'))
  }),
  chinese: once(() => {
    const random = randomFrom(11)
    const words = [...CHINESE_WORDS, ...Array.from(COMMON_CHARACTERS)]
    return Array.from({ length: CHINESE_SENTENCES }, () => sentenceOf(words, random, 10 + random(14), '', '。'))
  }),
}

function sentenceOf(words: readonly string[], random: Random, length: number, between: string, end: string): string {
  return Array.from({ length }, () => words[zipf(random, words.length)] ?? '').join(between) + end
}

function inventedWord(random: Random): string {
  return Array.from({ length: 2 + random(3) }, () => SYLLABLES[random(SYLLABLES.length)] ?? '').join('')
}

/** The n-th word about n times rarer than the first. */
function zipf(random: Random, count: number): number {
  return Math.min(count - 1, Math.floor((count + 1) ** (random(1_000_000) / 1_000_000)) - 1)
}

/** A whole number below a limit. */
type Random = (below: number) => number

/** Pseudo-random numbers that are the same at every run. */
function randomFrom(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null
  return () => (made ??= { value: make() }).value
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
