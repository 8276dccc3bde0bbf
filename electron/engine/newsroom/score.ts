import { parsedUrl } from './addresses.ts'
import { hasArticleShape, isNewsAddress, kindOfAddress, type ItemKind } from './itemKinds.ts'
import type { ListLabel } from './labels.ts'
import type { ListedArticle, Recipe } from './newsroomReading.ts'
import type { NewsPage } from './page.ts'
import type { Region } from './regions.ts'
import { linkShape, sectionOf } from './signatures.ts'
import { ASIDE_WORDS, NEWS_WORDS, OTHER_KINDS, weightOf } from './words.ts'

/** What a list is judged by. */
export interface ListFigures {
  readonly items: readonly ListedArticle[]
  /** Of every record that has a headline, news or not. */
  readonly kinds: readonly ItemKind[]
  /** Records without a headline. */
  readonly dropped: number
  readonly label: ListLabel | null
  readonly region: Region
  readonly by: Recipe['by']
  /** Class names around the list. */
  readonly names: string
  /** How many headlines stand in heading elements. */
  readonly headings: number
}

/** Lists below this are not news, or not certainly enough. */
export const LEAST_SCORE = 55

const DAY = 86_400_000

/** How much a list looks like the news of an organisation; see the weights below. Comparable between lists of one site. */
export function scoreOf(figures: ListFigures, page: Pick<NewsPage, 'now' | 'url' | 'title' | 'headline'>): number {
  const evidence = newsEvidence(figures, page)
  const score =
    dateScore(figures.items, page.now) +
    titleScore(figures) +
    addressScore(figures.items) +
    evidence.points +
    countScore(figures) +
    placeScore(figures) +
    kindScore(figures)
  const isBorne = shareOf(figures.items, (item) => item.publishedAt !== null) >= 0.4 || evidence.isNews
  return Math.round(isBorne ? score : Math.min(score, LEAST_SCORE - 15))
}

function shareOf<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length
}

function dateScore(items: readonly ListedArticle[], now: number): number {
  const days = items.flatMap((item) => (item.publishedAt === null ? [] : [item.publishedAt]))
  const falling = days.slice(1).filter((day, index) => day <= (days[index] ?? 0)).length
  const isFalling = days.length >= 3 && falling >= (days.length - 1) * 0.8
  const isOneDay = days.length >= 4 && new Set(days).size === 1
  return (
    32 * (days.length / Math.max(1, items.length)) +
    (isFalling ? 6 : 0) -
    (isOneDay ? 16 : 0) -
    40 * (days.filter((day) => day > now + 2 * DAY).length / Math.max(1, days.length))
  )
}

function titleScore({ items, headings }: ListFigures): number {
  const quality = items.reduce((sum, item) => sum + Math.min(1, Math.max(0, (weightOf(item.title) - 10) / 36)), 0) / items.length
  const distinct = new Set(items.map((item) => item.title)).size / items.length
  return (
    22 * quality +
    5 * (headings / items.length) -
    (distinct < 0.7 ? 25 : 0) +
    5 * shareOf(items, (item) => item.summary !== null) +
    3 * shareOf(items, (item) => item.imageUrl !== null)
  )
}

function addressScore(items: readonly ListedArticle[]): number {
  const sections = new Map<string, number>()
  for (const item of items) {
    const section = sectionOf(linkShape(item.url))
    sections.set(section, (sections.get(section) ?? 0) + 1)
  }
  const common = Math.max(...sections.values()) / items.length
  return (
    16 * shareOf(items, (item) => isNewsAddress(item.url)) +
    10 * shareOf(items, (item) => hasArticleShape(item.url)) +
    8 * common -
    12 * shareOf(items, (item) => item.isForeign)
  )
}

function newsEvidence(
  { items, label, names }: ListFigures,
  page: Pick<NewsPage, 'url' | 'title' | 'headline'>,
): { readonly points: number; readonly isNews: boolean } {
  const isNewsPage = isNewsPlace(page)
  const isNewsLabel = label !== null && NEWS_WORDS.test(` ${label.text} `)
  const isNewsName = NEWS_WORDS.test(` ${names} `)
  const isNewsLinks = shareOf(items, (item) => isNewsAddress(item.url)) >= 0.5
  const isOther = !isNewsPage && !isNewsLabel && isOtherPlace(page)
  return {
    points: (isOther ? -30 : 0) + (isNewsPage ? 8 : 0) + (isNewsLabel ? 12 : 0) + (isNewsName ? 6 : 0),
    isNews: isNewsPage || isNewsLabel || isNewsLinks,
  }
}

/** Whether a page says by its address, title or headline that it is about news. */
export function isNewsPlace(page: Pick<NewsPage, 'url' | 'title' | 'headline'>): boolean {
  const url = parsedUrl(page.url)
  if (url === null) return false
  const isHome = url.pathname === '/' && url.search === ''
  return (
    NEWS_WORDS.test(`${url.hostname.replace(/\.[^.]+$/u, '')}/ ${isHome ? '' : url.pathname} ${url.search} `) ||
    (!isHome && NEWS_WORDS.test(` ${page.title} `)) ||
    NEWS_WORDS.test(` ${page.headline} `)
  )
}

/** Whether a page says by its address or headline that it is about products, vacancies, events or the like. */
function isOtherPlace(page: Pick<NewsPage, 'url' | 'headline'>): boolean {
  const url = parsedUrl(page.url)
  if (url === null || url.pathname === '/') return false
  const headline = page.headline.length <= 32 ? page.headline : ''
  return OTHER_KINDS.some(([, words]) => words.test(`${url.pathname} ${headline} `))
}

function countScore({ items, by, dropped, kinds }: ListFigures): number {
  const size = Math.min(24, 4 * Math.log2(items.length)) - (items.length < 3 ? 10 : 0) - (items.length < 2 ? 14 : 0)
  const untitled = dropped / Math.max(1, dropped + kinds.length)
  return size - 12 * untitled - (by === 'address' ? 3 : by === 'tags' ? 1 : 0)
}

const REGION_COST = { nav: 45, footer: 45, header: 22, aside: 22 } as const

function placeScore({ region, label }: ListFigures): number {
  const named = label === null ? 0 : ASIDE_WORDS.test(`${label.text} ${label.names}`) ? 22 : isOtherLabel(label) ? 25 : 0
  return -(region === null ? 0 : REGION_COST[region]) - named
}

function isOtherLabel(label: ListLabel): boolean {
  return !NEWS_WORDS.test(` ${label.text} `) && OTHER_KINDS.some(([, words]) => words.test(` ${label.text} `))
}

function kindScore({ kinds, items, names }: ListFigures): number {
  const isOtherName = !NEWS_WORDS.test(` ${names} `) && OTHER_KINDS.some(([kind, words]) => kind !== 'other' && words.test(` ${names} `))
  const other = shareOf(kinds, (kind) => kind !== 'news')
  const address = shareOf(items, (item) => kindOfAddress(item.url) !== null)
  return -20 * other - 35 * address - (isOtherName ? 14 : 0)
}
