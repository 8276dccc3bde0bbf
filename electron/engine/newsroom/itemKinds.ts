import type { EpochMs } from '../../../shared/time.ts'
import type { TextBlock } from './blocks.ts'
import { parsedUrl } from './addresses.ts'
import { ITEM_LABELS, JOB_TITLE, NEWS_WORDS, OTHER_KINDS, PRICE, weightOf, type NonNews } from './words.ts'

/** What an item of a list is: news, or something that is listed in the same way. */
export type ItemKind = 'news' | NonNews

/** Whether an address stands in a section of news. */
export function isNewsAddress(url: string): boolean {
  const parsed = parsedUrl(url)
  if (parsed === null) return false
  const host = parsed.hostname.split('.').slice(0, -1).join('/')
  return NEWS_WORDS.test(`/${host}/${sectionsOf(parsed).join('/')}/`) || NUMBERED_NEWS.test(parsed.pathname) || isNewsQuery(parsed)
}

const NUMBERED_NEWS = /(?:^|\/)(?:news|press|article|story|xinwen|presse)[a-z_-]{0,12}\d{1,20}(?:\.\w+)?$/iu

/** The sections that an address goes through to its own last part; long ones are headlines of parents, not sections. */
function sectionsOf(url: URL): string[] {
  return url.pathname
    .split('/')
    .filter((segment) => segment !== '')
    .slice(0, -1)
    .filter((segment) => segment.split(/[-_]/u).length <= 3)
}

function isNewsQuery(url: URL): boolean {
  return url.search !== '' && NEWS_WORDS.test(` ${url.pathname.split('/').at(-1) ?? ''} ${url.search.replace(/[=&]/gu, ' ')} `)
}

/** What the sections of an address say against its being news; null where they say nothing, or news as well. */
export function kindOfAddress(url: string): NonNews | null {
  const parsed = parsedUrl(url)
  if (parsed === null) return null
  const sections = sectionsOf(parsed)
  const nearest = nearestKind(sections)
  if (nearest !== null || isNewsAddress(url)) return nearest
  const words = `/${sections.join('/')}/${parsed.search} ${parsed.search === '' ? '' : (parsed.pathname.split('/').at(-1) ?? '')} `
  return OTHER_KINDS.find(([, kind]) => kind.test(words))?.[0] ?? null
}

// `/news/events/…` holds events, `/events/news/…` news: of the two, the nearer section says what stands in it.
function nearestKind(sections: readonly string[]): NonNews | null {
  for (const section of sections.toReversed()) {
    if (NEWS_WORDS.test(`/${section}/`)) return null
    const kind = OTHER_KINDS.find(([, words]) => words.test(`/${section}/`))?.[0]
    if (kind === 'event' || kind === 'job') return kind
  }
  return null
}

/** Whether an address is that of an article by its form: a slug of words, a number, a date, a document. */
export function hasArticleShape(url: string): boolean {
  const parsed = parsedUrl(url)
  if (parsed === null) return false
  const last = parsed.pathname.split('/').findLast((segment) => segment !== '') ?? ''
  return (
    last.split(/[-_]|%20|\+/u).length >= 4 ||
    /\d{2,}/u.test(last) ||
    /\.pdf$/iu.test(last) ||
    /[?&]\w*(?:id|no|nid|aid|p)=\d+/iu.test(parsed.search) ||
    /%[0-9a-f]{2}%/iu.test(last)
  )
}

/** Whether an address is only a section: `/news/`, `/en/press.html`. */
export function isSectionAddress(url: string): boolean {
  const parsed = parsedUrl(url)
  if (parsed === null || parsed.search !== '') return false
  const last = parsed.pathname.split('/').findLast((segment) => segment !== '') ?? ''
  if (last === '' || /^(?:index|list|default|home)[_-]?\d*\.\w+$/iu.test(last)) return true
  return (
    /^[a-z]{2,20}(?:-[a-z]{2,12})?(?:\.\w{2,5})?$/iu.test(last) &&
    (NEWS_WORDS.test(`/${last}`) || OTHER_KINDS.some(([, words]) => words.test(`/${last}`)))
  )
}

/** What an item is, from its address, its labels and its words. */
export function kindOfItem(
  item: { readonly url: string; readonly title: string; readonly publishedAt: EpochMs | null },
  blocks: readonly TextBlock[],
  now: EpochMs,
): ItemKind {
  const isAhead = item.publishedAt !== null && item.publishedAt > now + 36 * 3_600_000
  const labelled = blocks.filter((block) => block.text.length <= 26 && block.text !== item.title).map((block) => labelOf(block.text))
  const label = labelled.find((kind) => kind !== null) ?? null
  if (JOB_TITLE.test(item.title) || (label === 'job' && !isNewsAddress(item.url))) return 'job'
  // News about products is labelled "Products" as well; then it has a day.
  if (label === 'product' && item.publishedAt === null && !isNewsAddress(item.url)) return 'product'
  if (
    isAhead ||
    (label === 'event' && (!isNewsAddress(item.url) || blocks.some((block) => /\d\s?(?:–|—|bis|to|至|~)\s?\d/u.test(block.text))))
  )
    return 'event'
  const byAddress = kindOfAddress(item.url)
  if (byAddress === 'job' || byAddress === 'event' || byAddress === 'product') return byAddress
  if (item.publishedAt !== null) return 'news'
  if (isSectionAddress(item.url) || byAddress !== null || weightOf(item.title) < 6 || isSectionName(item.title)) return 'other'
  return blocks.some((block) => block.text.length < 60 && PRICE.test(block.text)) ? 'product' : 'news'
}

// "News", "公司新闻": the name of a section, not of an article.
function isSectionName(title: string): boolean {
  return weightOf(title) <= 16 && !/\d/u.test(title) && title.split(' ').length <= 2 && NEWS_WORDS.test(` ${title} `)
}

function labelOf(text: string): NonNews | null {
  const plain = text.replace(/^[\s#[【(]+|[\s\]】):：]+$/gu, '')
  return ITEM_LABELS.find(([, words]) => words.test(plain))?.[0] ?? null
}
