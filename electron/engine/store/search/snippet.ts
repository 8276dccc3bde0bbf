import type { Snippet } from '../../../../shared/contract/article.ts'
import type { QueryTerm } from './searchQuery.ts'
import { foldText, type FoldedText } from '../../../../shared/foldText.ts'
import { isUnspaced } from './words.ts'

/** A [start, end) pair of UTF-16 units. */
export type Mark = [start: number, end: number]

const LENGTH = 240
const BEFORE = 60
const MOST_MARKS = 50
const IN_WORD = /[\p{L}\p{N}]$/u
const WORD_GOES_ON = /^[\p{L}\p{N}]/u
const BETWEEN_WORDS = '[^\\p{L}\\p{N}]'

/** Finds terms in a text, up to so many units after the first of them. */
export type Finder = (text: string, within?: number) => Mark[]

/** A term to look for: its words, and whether a word may go on before or after them. */
interface Sought {
  readonly pattern: RegExp
  readonly mayGoOnBefore: boolean
  readonly mayGoOnAfter: boolean
}

/** Makes a finder for terms, without regard to case and accents. */
export function termFinder(terms: readonly QueryTerm[]): Finder {
  const sought = terms.map(soughtTerm)
  return (text, within = Number.POSITIVE_INFINITY) => {
    if (sought.length === 0) return []
    const folded = foldText(text)
    const marks = sought.flatMap((term) => marksOf(term, folded, within)).sort((one, other) => one[0] - other[0] || one[1] - other[1])
    return withoutOverlaps(marks).slice(0, MOST_MARKS)
  }
}

/** Makes the question whether all terms stand in a text. */
export function finderOfAll(terms: readonly QueryTerm[]): (text: string) => boolean {
  const finders = terms.map((term) => termFinder([term]))
  return (text) => finders.every((find) => find(text).length > 0)
}

function marksOf({ pattern, mayGoOnBefore, mayGoOnAfter }: Sought, text: FoldedText, within: number): Mark[] {
  const { folded } = text
  const marks: Mark[] = []
  for (const { index, 0: found } of folded.matchAll(pattern)) {
    if (marks.length >= MOST_MARKS || index - (marks[0]?.[0] ?? index) > within) break
    const end = index + found.length
    if (!mayGoOnBefore && index > 0 && IN_WORD.test(folded.slice(Math.max(0, index - 2), index))) continue
    if (!mayGoOnAfter && WORD_GOES_ON.test(folded.slice(end, end + 2))) continue
    marks.push(markOf(text, index, end))
  }
  return marks
}

function withoutOverlaps(marks: readonly Mark[]): Mark[] {
  let end = -1
  return marks.filter(([from, to]) => {
    const isFree = from >= end
    if (isFree) end = to
    return isFree
  })
}

/** The piece of a text around the first match, with all matches in it marked; the beginning where there is none. */
export function snippetOf(text: string, find: Finder): Snippet {
  const marks = find(text, LENGTH)
  const first = marks[0]?.[0] ?? 0
  const start = startBefore(text, first)
  const end = endAfter(text, start + LENGTH)
  const within = marks.filter(([from, to]) => from >= start && to <= end)
  return {
    text: text.slice(start, end).replaceAll(/\s/gu, ' '),
    marks: within.map(([from, to]): Mark => [from - start, to - start]),
  }
}

/** The pattern begins with plain letters, which is what makes it quick; the bounds are looked at where it matches. */
function soughtTerm({ words, isPrefix }: QueryTerm): Sought {
  const folded = words.map((word) => foldText(word).folded)
  return {
    pattern: new RegExp(folded.reduce(joined, ''), 'gu'),
    mayGoOnBefore: isUnspaced(folded[0] ?? ''),
    mayGoOnAfter: isPrefix || isUnspaced(folded.at(-1) ?? ''),
  }
}

function joined(pattern: string, word: string, index: number, words: readonly string[]): string {
  const escaped = word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  if (index === 0) return escaped
  const touches = isUnspaced(word) || isUnspaced(words[index - 1] ?? '')
  return `${pattern}${BETWEEN_WORDS}${touches ? '*' : '+'}${escaped}`
}

function markOf({ starts }: FoldedText, from: number, to: number): Mark {
  if (starts === null) return [from, to]
  // One character may fold to several, such as ㈠ to (一): a mark takes the whole of it.
  let end = to
  while (end < starts.length - 1 && starts[end] === starts[to - 1]) end += 1
  return [starts[from] ?? 0, starts[end] ?? 0]
}

/** A little before a match, at the beginning of a word. */
function startBefore(text: string, match: number): number {
  if (match <= BEFORE) return 0
  const from = match - BEFORE
  const space = text.slice(from, match).search(/\s/u)
  return space >= 0 ? from + space + 1 : wholeCharacter(text, from)
}

function endAfter(text: string, end: number): number {
  return end >= text.length ? text.length : wholeCharacter(text, end)
}

/** Never between the two halves of one character. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}
