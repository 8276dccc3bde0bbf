import { foldedUnits, gapAt, LETTER, letterKinds, SPACE } from './letters.ts'
import { isWritten, nameRule, type NameRule } from './nameRules.ts'
import { emptyTree, plantName, pullName, type NamedCompany, type NameNode } from './nameTree.ts'
import { isPartOfMore, isPlainlyName } from './surroundings.ts'
import { cutsWord } from './wordCuts.ts'

/** A company by all its names. */
export interface KnownCompany {
  readonly id: string
  readonly names: readonly string[]
}

/** That an article tells of a company. */
export interface Mention {
  readonly companyId: string
  /** How often, in title and text. */
  readonly count: number
  readonly inTitle: boolean
  /** Where in the text it is named first, in UTF-16 units; null where only the title names it. */
  readonly firstAt: number | null
}

/** Knows the companies and finds them; one is made for all articles, and follows the companies as they change. */
export interface MentionFinder {
  /** The companies that an article tells of, the most told first. */
  find(text: string, title: string): Mention[]
  /** Takes a company in, or its names anew. */
  set(company: KnownCompany): void
  remove(companyId: string): void
}

/**
 * Finds companies' names in articles: with the capitals that they have, between the words of Latin scripts and anywhere in Chinese, the longest
 * name that stands in a place, and never inside an address. Legal forms are left aside on both sides. The cost is that of the text's length,
 * hardly of the number of companies.
 */
export function createMentionFinder(companies: readonly KnownCompany[]): MentionFinder {
  const tree = emptyTree()
  const planted = new Map<string, readonly NamedCompany[]>()
  const remove = (companyId: string): void => {
    for (const named of planted.get(companyId) ?? []) pullName(tree, named)
    planted.delete(companyId)
  }
  const set = (company: KnownCompany): void => {
    remove(company.id)
    const named = company.names.flatMap((name) => [nameRule(name) ?? []].flat().map((rule) => ({ companyId: company.id, rule })))
    for (const one of named) plantName(tree, one)
    planted.set(company.id, named)
  }
  for (const company of companies) set(company)
  return { find: (text, title) => findMentions(tree, text, title), set, remove }
}

/** What has been seen of one name in one article. */
interface Tally {
  readonly company: NamedCompany
  /** Where a capital can only mean the name. */
  sure: number
  /** Where it may be due to the start of a sentence, or a title. */
  perhaps: number
  sureInTitle: boolean
  perhapsInTitle: boolean
  /** As a word of every day, without its capital. */
  small: number
  firstAt: number | null
}

type Tallies = Map<NamedCompany, Tally>

function findMentions(tree: NameNode, text: string, title: string): Mention[] {
  const tallies: Tallies = new Map()
  scan(tree, title, true, tallies)
  scan(tree, text, false, tallies)
  const mentions = new Map<string, Mention>()
  for (const tally of tallies.values()) {
    const mention = mentionOf(tally)
    if (mention !== null) mentions.set(mention.companyId, joined(mentions.get(mention.companyId), mention))
  }
  return [...mentions.values()].toSorted((a, b) => Number(b.inTitle) - Number(a.inTitle) || b.count - a.count)
}

function mentionOf(tally: Tally): Mention | null {
  const { rule, companyId } = tally.company
  // A name written small once is somebody's carelessness; one mostly written small is a word of every day.
  const isDoubtful = rule.isCommon || (rule.isOneWord && tally.small > tally.sure + tally.perhaps)
  const count = isDoubtful && tally.sure === 0 ? 0 : tally.sure + tally.perhaps
  return count === 0 ? null : { companyId, count, inTitle: tally.sureInTitle || tally.perhapsInTitle, firstAt: tally.firstAt }
}

function joined(one: Mention | undefined, other: Mention): Mention {
  if (one === undefined) return other
  const firsts = [one.firstAt, other.firstAt].filter((at) => at !== null)
  return {
    ...one,
    count: one.count + other.count,
    inTitle: one.inTitle || other.inTitle,
    firstAt: firsts.length === 0 ? null : Math.min(...firsts),
  }
}

function scan(tree: NameNode, text: string, isTitle: boolean, tallies: Tallies): void {
  const { length } = text
  let before: number = LETTER.none
  for (let at = 0; at < length;) {
    const unit = text.charCodeAt(at)
    const kind = letterKinds[unit] ?? LETTER.none
    // Only Chinese characters begin a name in the middle of a run of their own kind.
    const mayBegin = kind !== LETTER.none && (kind !== before || kind === LETTER.han)
    before = kind
    const node = mayBegin ? tree.next.get(foldedUnits[unit] ?? 0) : undefined
    const end = node === undefined ? at : readName(node, text, at, isTitle, tallies)
    at = Math.max(end, at + 1)
    if (end > at - 1 && end > 0) before = letterKinds[text.charCodeAt(at - 1)] ?? LETTER.none
  }
}

/** The end of the longest name that begins here and counts; `from` where none does. */
function readName(first: NameNode, text: string, from: number, isTitle: boolean, tallies: Tallies): number {
  const ends: { readonly to: number; readonly named: readonly NamedCompany[] }[] = []
  let node: NameNode | undefined = first
  let at = from + 1
  while (node !== undefined) {
    if (node.named.length > 0 && mayEnd(text, at)) ends.push({ to: at, named: node.named })
    const unit = foldedUnits[text.charCodeAt(at)] ?? 0
    const direct: NameNode | undefined = node.next.get(unit)
    if (direct !== undefined && unit !== SPACE) {
      node = direct
      at += 1
      continue
    }
    const gap = gapAt(text, at)
    node = gap.length === 0 ? undefined : node.next.get(gap.unit)
    at += gap.length
  }
  for (const end of ends.reverse()) if (note(end.named, text, from, end.to, isTitle, tallies)) return end.to
  return from
}

function mayEnd(text: string, at: number): boolean {
  const last = letterKinds[text.charCodeAt(at - 1)] ?? LETTER.none
  const next = at < text.length ? (letterKinds[text.charCodeAt(at)] ?? LETTER.none) : LETTER.none
  if (last === LETTER.katakana) return next !== LETTER.katakana || /^(?:グループ|ホールディングス|ジャパン)/u.test(text.slice(at, at + 8))
  return last !== LETTER.word || next !== LETTER.word
}

/** Counts a name that stands here for all companies that bear it; false where it is something else. */
function note(named: readonly NamedCompany[], text: string, from: number, to: number, isTitle: boolean, tallies: Tallies): boolean {
  let isNoted = false
  for (const company of named) {
    const { rule } = company
    if (rule.isShortHan && cutsWord(text, from, to)) continue
    if (isPartOfMore(text, from, to, rule.hasDot)) continue
    const isRight = isWritten(rule, text, from, to)
    if (!isRight && !rule.isOneWord) continue
    count(tallyOf(tallies, company), rule, isRight, { text, from, to, isTitle })
    isNoted ||= isRight
  }
  return isNoted
}

interface Stand {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly isTitle: boolean
}

function count(tally: Tally, rule: NameRule, isRight: boolean, { text, from, to, isTitle }: Stand): void {
  if (!isRight) {
    if (!rule.isExact) tally.small += 1
    return
  }
  // In a title every word may have a capital.
  const isSure = !rule.isOneWord || (!isTitle && isPlainlyName(text, from, to))
  if (isSure) tally.sure += 1
  else tally.perhaps += 1
  if (isTitle && isSure) tally.sureInTitle = true
  if (isTitle && !isSure) tally.perhapsInTitle = true
  if (!isTitle) tally.firstAt ??= from
}

function tallyOf(tallies: Tallies, company: NamedCompany): Tally {
  const tally = tallies.get(company) ?? { company, sure: 0, perhaps: 0, sureInTitle: false, perhapsInTitle: false, small: 0, firstAt: null }
  tallies.set(company, tally)
  return tally
}
