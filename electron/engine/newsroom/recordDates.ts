import { Element, type ChildNode } from 'domhandler'
import type { EpochMs } from '../../../shared/time.ts'
import type { TextBlock } from './blocks.ts'
import { dateOrder } from './dates/dateOrder.ts'
import { findDate, type DateHints } from './dates/findDate.ts'
import { attribute, eachElement, namesOf, textOf } from './dom.ts'
import type { NewsPage } from './page.ts'
import { dateAbove, yearAbove } from './dates/dateAbove.ts'
import { dateInAddress, yearInAddress } from './dates/dateInAddress.ts'
import type { Headline, RecordText } from './titles.ts'

/** The day of an article as its list states it. */
export interface RecordDate {
  readonly at: EpochMs
  /** The words that say so. */
  readonly raw: string
  /** The part of the record, or `address`, `heading`, `headline`. */
  readonly slot: string
}

interface DateCandidate extends RecordDate {
  readonly quality: number
  readonly hasYear: boolean
}

/** One entry for each record, null where the list says no day. The part that dates most of the records is believed first. */
export function datesOf(texts: readonly RecordText[], headlines: readonly (Headline | null)[], page: NewsPage): (RecordDate | null)[] {
  const order = dateOrder(
    texts.flatMap((text) => text.blocks.map((block) => block.text)),
    page,
  )
  const roots = new Set<ChildNode>(texts.flatMap((text) => [...text.record.nodes]))
  const candidates = texts.map((text, index) => {
    const year =
      yearInBlocks(text.blocks) ?? yearAbove(text.record.nodes[0], roots) ?? yearInAddress(text.record.url) ?? yearInAddress(page.url)
    return candidatesOf(text, headlines[index] ?? null, { now: page.now, order, year }, page, roots)
  })
  const ranks = slotRanks(candidates)
  const chosen = candidates.map((found) => found.toSorted((a, b) => (ranks.get(b.slot) ?? 0) - (ranks.get(a.slot) ?? 0))[0] ?? null)
  return inOrder(chosen)
}

function slotRanks(candidates: readonly (readonly DateCandidate[])[]): Map<string, number> {
  const ranks = new Map<string, number>()
  for (const found of candidates) {
    const seen = new Set<string>()
    for (const { slot, quality } of found) {
      if (!seen.has(slot)) ranks.set(slot, (ranks.get(slot) ?? 0) + quality)
      seen.add(slot)
    }
  }
  return ranks
}

function yearInBlocks(blocks: readonly TextBlock[]): number | null {
  const block = blocks.find(({ text }) => /^(?:19|20)\d\d\s?年?$/u.test(text))
  return block === undefined ? null : Number.parseInt(block.text, 10)
}

function candidatesOf(
  text: RecordText,
  headline: Headline | null,
  hints: DateHints,
  page: NewsPage,
  roots: ReadonlySet<ChildNode>,
): DateCandidate[] {
  const found = [
    ...attributeDates(text.record.nodes, hints, page),
    ...blockDates(text.blocks, headline, hints),
    ...boxDates(text.blocks, headline, hints),
  ]
  if (headline?.dateBeside) found.push({ ...headline.dateBeside, slot: 'headline', quality: 50 })
  const inAddress = dateInAddress(text.record.url, hints)
  if (inAddress !== null) found.push({ ...inAddress, slot: 'address', quality: 35 })
  const above = found.length === 0 ? dateAbove(text.record.nodes[0], roots, hints) : null
  if (above !== null) found.push({ ...above, slot: 'heading', quality: 30 })
  return found
}

const DATE_ATTRIBUTES = [
  'datetime',
  'data-date',
  'data-datetime',
  'data-publish-date',
  'data-published',
  'data-time',
  'data-timestamp',
  'data-pubdate',
] as const

function attributeDates(nodes: readonly ChildNode[], hints: DateHints, page: NewsPage): DateCandidate[] {
  const found: DateCandidate[] = []
  const read = (element: Element): void => {
    const isMicrodata = /date(?:published|created)/iu.test(attribute(element, 'itemprop'))
    const raw =
      DATE_ATTRIBUTES.map((name) => attribute(element, name)).find((value) => value !== '') ??
      (isMicrodata ? attribute(element, 'content') : '')
    const at = raw === '' ? null : stampOf(raw, hints, page)
    const isLesser = UPDATED.test(`${namesOf(element)} ${attribute(element, 'itemprop')}`)
    if (at !== null)
      found.push({ at, raw, slot: `@${element.name}${isLesser ? '.updated' : ''}`, quality: isLesser ? 60 : 100, hasYear: true })
  }
  for (const node of nodes) {
    if (!(node instanceof Element)) continue
    read(node)
    eachElement(node, read)
  }
  return found
}

/** The instant that an attribute or a field of data gives: ISO, a publisher's form, or seconds or milliseconds since 1970. */
export function stampOf(raw: string, hints: DateHints, page: Pick<NewsPage, 'readDate'>): EpochMs | null {
  if (/^\d{10}$/u.test(raw)) return (Number(raw) * 1_000) as EpochMs
  if (/^\d{13}$/u.test(raw)) return Number(raw) as EpochMs
  const found = findDate(raw, hints)
  // A zone by name ("EST") is for the reader of publishers' dates.
  if (found !== null && (found.share > 0.75 || !/\d:\d/u.test(raw))) return found.at
  return page.readDate(raw) ?? found?.at ?? null
}

const DATE_NAMES = /(?:^|[^a-z])(?:date|time|day|published|pubdate|posted|created|rq|sj|datum|fecha)(?:$|[^a-z])|日期|时间/u
const UPDATED = /updated|modified|aktualisiert|更新|mise à jour/iu
const PERIOD = /\d\s?(?:–|—|-|to|bis|au|至|~)\s?\d{1,2}[\s.]\s?\p{L}{3}|(?:–|—|至|~|bis)\s?(?:\d|\p{L}{3,9}\s\d)/u

function blockDates(blocks: readonly TextBlock[], headline: Headline | null, hints: DateHints): DateCandidate[] {
  const found: DateCandidate[] = []
  for (const block of blocks) {
    const date = block.slot === headline?.slot ? null : dateOfBlock(block, hints)
    if (date === null) continue
    const isNamed = DATE_NAMES.test(block.names) || block.element?.name === 'time'
    const length = block.text.length > 70 ? (date.index < 60 ? -45 : -70) : 0
    const quality =
      25 +
      45 * date.share +
      (isNamed ? 25 : 0) +
      length -
      (UPDATED.test(block.text) ? 25 : 0) -
      (date.hasYear ? 0 : 15) -
      (PERIOD.test(block.text) ? 10 : 0)
    if (quality > 0) found.push({ at: date.at, raw: date.raw, slot: block.slot, quality, hasYear: date.hasYear })
  }
  return found
}

function dateOfBlock(block: TextBlock, hints: DateHints): ReturnType<typeof findDate> {
  const found = findDate(block.text, hints)
  if (block.element === null || block.text.length > 24 || (found !== null && found.hasYear)) return found
  return findDate(spaced(block.element), hints) ?? found
}

// Parts of a date that only a stylesheet keeps apart: `<b>17</b>2020-11`.
function spaced(element: Element): string {
  return element.children
    .map((child) => textOf(child, 40))
    .filter((text) => text !== '')
    .join(' ')
}

function boxDates(blocks: readonly TextBlock[], headline: Headline | null, hints: DateHints): DateCandidate[] {
  const found: DateCandidate[] = []
  for (let first = 0; first < blocks.length; first += 1) {
    for (const length of [3, 2]) {
      const box = blocks.slice(first, first + length)
      const start = box[0]
      if (start === undefined || box.length < length || box.some((block) => !isPartOfDate(block, headline))) continue
      const raw = box.map((block) => block.text).join(' ')
      const date = findDate(raw, hints)
      if (date !== null && date.share > 0.9)
        found.push({ at: date.at, raw, slot: `${start.slot}+${length}`, quality: date.hasYear ? 90 : 60, hasYear: date.hasYear })
    }
  }
  return found
}

function isPartOfDate(block: TextBlock, headline: Headline | null): boolean {
  return block.text.length <= 14 && block.slot !== headline?.slot && /^[\p{L}\d\s./,年月日-]+$/u.test(block.text)
}

// Days without a year in a list that runs back in time: each new year is passed once.
function inOrder(chosen: readonly (DateCandidate | null)[]): (RecordDate | null)[] {
  if (chosen.every((date) => date === null || date.hasYear)) return [...chosen]
  let last = Infinity
  return chosen.map((date) => {
    if (date === null) return null
    const isLater = !date.hasYear && date.at > last + 120 * 86_400_000
    const at = isLater
      ? (new Date(date.at).setUTCFullYear(new Date(last).getUTCFullYear() - (sameYear(date.at, last) ? 1 : 0)) as EpochMs)
      : date.at
    last = at
    return { ...date, at }
  })
}

function sameYear(one: number, other: number): boolean {
  const moved = new Date(one).setUTCFullYear(new Date(other).getUTCFullYear())
  return moved > other + 120 * 86_400_000
}
