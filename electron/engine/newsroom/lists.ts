import { linkKey } from './addresses.ts'
import { blocksOf, type TextBlock } from './blocks.ts'
import { dateOrder } from './dates/dateOrder.ts'
import { kindOfItem, type ItemKind } from './itemKinds.ts'
import { labelAbove } from './labels.ts'
import type { PageLink } from './links.ts'
import type { ListCandidate, ListedArticle, Recipe } from './newsroomReading.ts'
import type { NewsPage } from './page.ts'
import { pictureOf } from './pictures.ts'
import { datesOf } from './recordDates.ts'
import { recordsOf, type ListRecord } from './records.ts'
import { reasonsOf } from './reasons.ts'
import type { Region, RegionReader } from './regions.ts'
import { scoreOf, type ListFigures } from './score.ts'
import { linkShape } from './signatures.ts'
import { headlineOf, titleSlots, type Headline, type RecordText } from './titles.ts'
import { isGenericText, weightOf } from './words.ts'

/** Links that may make a list, and what they have in common. */
export interface LinkGroup {
  readonly by: Recipe['by']
  readonly signature: string
  readonly links: readonly PageLink[]
}

/** More items than this are not read from one list. */
const MOST_ITEMS = 300

/** An item with all that was found out about it. */
interface JudgedItem {
  readonly article: ListedArticle
  readonly kind: ItemKind
  readonly headline: Headline
  readonly dateSlot: string | null
  readonly record: ListRecord
}

/** The records of a group of links, as many as are read. */
export function groupRecords(group: LinkGroup, page: NewsPage): ListRecord[] {
  return recordsOf(group.links, page.linksByKey).slice(0, MOST_ITEMS)
}

/** Reads a group of like links as a list of news; null where nothing in it is news. `known`: the recipe to follow, or null. */
export function readList(
  group: LinkGroup,
  records: readonly ListRecord[],
  page: NewsPage,
  regions: RegionReader,
  known: Recipe | null,
): ListCandidate | null {
  const judged = judgedItems(records, page, known)
  const news = judged.filter((item) => item.kind === 'news')
  if (news.length === 0) return null
  const label = labelAbove(records)
  const region = regionOfList(news, regions)
  const figures: ListFigures = {
    items: news.map((item) => item.article),
    kinds: judged.map((item) => item.kind),
    dropped: records.length - judged.length,
    label,
    region,
    by: group.by,
    names: namesAround(news),
    headings: news.filter((item) => /h[1-6]/u.test(item.headline.slot)).length,
  }
  const recipe: Recipe = {
    version: 1,
    from: 'markup',
    by: group.by,
    signature: group.signature,
    titlePart: commonest(news.map((item) => item.headline.slot)),
    datePart: commonest(news.map((item) => item.dateSlot)),
    linkShape: commonest(news.map((item) => linkShape(item.article.url))) ?? '',
    because: [],
  }
  return {
    items: figures.items,
    score: scoreOf(figures, page),
    label: label?.text ?? null,
    recipe: { ...recipe, because: reasonsOf(figures, recipe, page) },
  }
}

function judgedItems(records: readonly ListRecord[], page: NewsPage, known: Recipe | null): JudgedItem[] {
  const texts: RecordText[] = records.map((record) => ({ record, blocks: blocksOf(record) }))
  const order = dateOrder(
    texts.flatMap((text) => text.blocks.map((block) => block.text)),
    page,
  )
  const hints = { now: page.now, order, year: null }
  const slots = titleSlots(texts, hints, known?.titlePart ?? null)
  const headlines = texts.map((text) => headlineOf(text, slots, hints))
  const dates = datesOf(texts, headlines, page)
  return texts.flatMap((text, index) => {
    const headline = headlines[index] ?? null
    const date = dates[index] ?? null
    if (headline === null || isGenericText(headline.title) || weightOf(headline.title) < 4) return []
    const { record } = text
    const base = { title: headline.title, url: record.url, publishedAt: date?.at ?? null }
    const article: ListedArticle = {
      ...base,
      rawDate: date?.raw.slice(0, 100) ?? null,
      imageUrl: pictureOf(record, page.base),
      summary: summaryOf(text.blocks, headline),
      isForeign: record.isForeign,
    }
    return [{ article, kind: kindOfItem(base, text.blocks, page.now), headline, dateSlot: date?.slot ?? null, record }]
  })
}

function summaryOf(blocks: readonly TextBlock[], headline: Headline): string | null {
  const longest = blocks
    .filter((block) => block.slot !== headline.slot && block.text !== headline.title && weightOf(block.text) >= 50)
    .toSorted((a, b) => b.text.length - a.text.length)[0]
  return longest?.text.slice(0, 600) ?? null
}

function commonest<Value>(values: readonly Value[]): Value | null {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function regionOfList(items: readonly JudgedItem[], regions: RegionReader): Region {
  return commonest(items.map((item) => (item.record.links[0] === undefined ? null : regions(item.record.links[0].element))))
}

// The signature's names of the elements around the whole list.
function namesAround(items: readonly JudgedItem[]): string {
  const path = items[0]?.record.links[0]?.path ?? ''
  return path.split('>').slice(3).join(' ').replace(/\./gu, ' ')
}

/** How much two lists are the same: the share of the shorter one's links that stand in the other. */
export function overlap(one: readonly { readonly url: string }[], other: readonly { readonly url: string }[]): number {
  const keys = new Set(other.map((item) => linkKey(item.url)))
  const shared = one.filter((item) => keys.has(linkKey(item.url))).length
  return shared / Math.max(1, Math.min(one.length, other.length))
}
