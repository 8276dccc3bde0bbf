import type { TextBlock } from './blocks.ts'
import { findDate, type DateHints, type FoundDate } from './dates/findDate.ts'
import { attribute, eachElement, foldSpace } from './dom.ts'
import type { ListRecord } from './records.ts'
import { isGenericText, weightOf } from './words.ts'
import { Element } from 'domhandler'

/** What stands where in a record, ready for judging slots over the whole list. */
export interface RecordText {
  readonly record: ListRecord
  readonly blocks: readonly TextBlock[]
}

/** A headline and the part of the record that it was taken from. */
export interface Headline {
  readonly title: string
  readonly slot: string
  /** A date that stood in the same line as the headline. */
  readonly dateBeside: FoundDate | null
}

interface SlotFigures {
  records: number
  readonly texts: Set<string>
  count: number
  weight: number
  generic: number
  dates: number
  linked: number
  headings: number
  named: number
  order: number
}

const TITLE_NAMES = /(?:^|[^a-z])(?:title|tit|headline|heading|name|subject|h[1-4]|bt)(?:$|[^a-z])|标题/u
const LESSER_NAMES =
  /(?:^|[^a-z])(?:date|time|label|badge|tags?|cat(?:egory)?|kicker|type|more|btn|button|meta|author|desc(?:ription)?|excerpt|summary|intro|teaser-?text|source|views?|sr-only|visually-hidden|hidden)(?:$|[^a-z])/u

/** The slots that can carry headlines, best first, judged over all records of a list. `preferred`: what a recipe remembers. */
export function titleSlots(texts: readonly RecordText[], hints: DateHints, preferred: string | null): string[] {
  const slots = new Map<string, SlotFigures>()
  for (const text of texts) countSlots(text, hints, slots)
  const scored = [...slots].map(([slot, figures]) => ({ slot, score: slotScore(figures, texts.length) + (slot === preferred ? 15 : 0) }))
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ slot }) => slot)
}

function countSlots({ blocks }: RecordText, hints: DateHints, slots: Map<string, SlotFigures>): void {
  const seen = new Set<string>()
  for (const [order, block] of blocks.entries()) {
    if (seen.has(block.slot)) continue
    seen.add(block.slot)
    const figures = slots.get(block.slot) ?? {
      records: 0,
      texts: new Set(),
      count: 0,
      weight: 0,
      generic: 0,
      dates: 0,
      linked: 0,
      headings: 0,
      named: 0,
      order: 0,
    }
    slots.set(block.slot, figures)
    const text = block.text
    figures.records += 1
    const date = findDate(text, hints)
    // "Press release of 17.11.2020" differs from its neighbours by its day alone: that is no headline.
    figures.texts.add(date === null ? text : text.replace(date.raw, ''))
    figures.weight += Math.min(300, weightOf(text))
    figures.generic += Number(isGenericText(text))
    figures.dates += (date?.share ?? 0) > 0.6 ? 1 : 0
    figures.linked += Number(block.isInLink)
    figures.headings += Number(block.isHeading)
    figures.named += Number(TITLE_NAMES.test(block.names)) - Number(LESSER_NAMES.test(block.names)) * 2
    figures.order += order
  }
}

function slotScore(figures: SlotFigures, records: number): number {
  const share = (count: number): number => count / figures.records
  const weight = figures.weight / figures.records
  const distinct = figures.texts.size / figures.records
  const length = weight < 8 ? -30 : weight < 16 ? -6 : weight <= 170 ? 12 : -20
  const sameness = distinct < 0.6 && figures.records >= 4 ? -50 : distinct * 20
  const places = 26 * share(figures.linked) + 24 * share(figures.headings) + 10 * share(figures.named) - 2.5 * share(figures.order)
  return 20 * (figures.records / records) + places + length + sameness - 70 * share(figures.generic) - 70 * share(figures.dates)
}

/** The headline of a record: from the best slot that it has, else from what its link is named, else null. */
export function headlineOf(text: RecordText, slots: readonly string[], hints: DateHints): Headline | null {
  for (const slot of slots) {
    const block = text.blocks.find(
      (candidate) => candidate.slot === slot && !isGenericText(candidate.text) && !isDate(candidate.text, hints),
    )
    if (block !== undefined) return fromBlock(block, text, slot, hints)
  }
  const heaviest = text.blocks
    .filter(
      (block) => weightOf(block.text) >= 10 && weightOf(block.text) <= 260 && !isGenericText(block.text) && !isDate(block.text, hints),
    )
    .toSorted((a, b) => Number(b.isInLink) - Number(a.isInLink) || Number(b.isHeading) - Number(a.isHeading))[0]
  if (heaviest !== undefined) return fromBlock(heaviest, text, heaviest.slot, hints)
  const named = nameOfLink(text.record)
  return named === null ? null : { title: named, slot: 'attribute', dateBeside: null }
}

function isDate(text: string, hints: DateHints): boolean {
  return (findDate(text, hints)?.share ?? 0) > 0.85
}

function fromBlock(block: TextBlock, text: RecordText, slot: string, hints: DateHints): Headline | null {
  const { title, date } = withoutDateBeside(whole(block, text.record), hints)
  return title === '' ? null : { title: title.slice(0, 500), slot, dateBeside: date }
}

const CUT = /(?:\.{2,}|…|\.\.\.)$/u

// Builders cut long headlines off for the eye and keep the whole one in an attribute.
function whole(block: TextBlock, record: ListRecord): string {
  if (!CUT.test(block.text)) return block.text
  const start = block.text.replace(CUT, '').trim()
  const fuller = [block.fullText, ...record.links.map((link) => attribute(link.element, 'title')), nameOfLink(record)]
  return fuller.find((text) => text !== null && text.length > start.length && text.startsWith(start)) ?? block.text
}

const EDGE = /^[\s\])】|:：·•–—»,/-]+|[\s[({【|:：·•–—,/-]+$/gu

/** `[2020-11-17] Title` and `Title (17.11.2020)`: the date at an edge of a headline, in a bracket or before a bar, is not part of it. */
export function withoutDateBeside(text: string, hints: DateHints): { readonly title: string; readonly date: FoundDate | null } {
  const plain = text.replace(/^[\s•·»›>▪■◆*-]+/u, '').trim()
  const date = findDate(plain, hints)
  if (date === null || date.raw.length < 8) return { title: plain, date: null }
  const start = plain.indexOf(date.raw)
  if (start < 0) return { title: plain, date: null }
  const before = plain.slice(0, start)
  const after = plain.slice(start + date.raw.length)
  const isEdge = /^[\s[(【]*$/u.test(before) || (/^[\s\])】.]*$/u.test(after) && /[[(【|–—]\s*$|\s{2,}$/u.test(before))
  const rest = `${before} ${after}`
    .replace(/[(（[【]\s{0,9}[)）\]】]/u, '')
    .replace(EDGE, '')
    .replace(EDGE, '')
    .trim()
  // "17 November 2020: what we learnt" keeps its sense without the day; a headline that is nothing else keeps it.
  return isEdge && weightOf(rest) >= 8 ? { title: rest, date } : { title: plain, date: null }
}

function nameOfLink(record: ListRecord): string | null {
  const names: string[] = []
  for (const link of record.links) names.push(attribute(link.element, 'title'), attribute(link.element, 'aria-label'))
  for (const node of record.nodes) if (node instanceof Element) names.push(...picturesNames(node))
  const telling = names.map((name) =>
    foldSpace(name).replace(/^(?:read more(?: about)?|learn more about|mehr (?:zu|über)|en savoir plus sur|leer más sobre)[:\s]+/iu, ''),
  )
  return telling.find((name) => name.length >= 4 && !isGenericText(name)) ?? null
}

function picturesNames(node: Element): string[] {
  const names: string[] = node.name === 'img' ? [attribute(node, 'alt')] : []
  eachElement(node, (element) => void (element.name === 'img' && names.push(attribute(element, 'alt'))))
  return names
}
