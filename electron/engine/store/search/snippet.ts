import type { Snippet } from '../../../../shared/contract/article.ts'
import type { QueryTerm } from './searchQuery.ts'
import { foldText, isUnspaced } from './words.ts'
import type { FoldedText } from './words.ts'

/** A [start, end) pair of UTF-16 units. */
export type Mark = [start: number, end: number]

const LENGTH = 240
const BEFORE = 60
const MOST_MARKS = 50
const IN_WORD = '[\\p{L}\\p{N}]'
const BETWEEN_WORDS = '[^\\p{L}\\p{N}]+'

/** Finds terms in a text; null where there is nothing to find. */
export type Finder = (text: string, from?: number) => Mark[]

/** Makes a finder for terms, without regard to case and accents. */
export function termFinder(terms: readonly QueryTerm[]): Finder {
  if (terms.length === 0) return () => []
  const pattern = terms.map(termPattern).join('|')
  return (text) => {
    const folded = foldText(text)
    const marks: Mark[] = []
    for (const match of folded.folded.matchAll(new RegExp(pattern, 'gu'))) {
      marks.push(markOf(folded, match.index, match.index + match[0].length))
      if (marks.length === MOST_MARKS) break
    }
    return marks
  }
}

/** The piece of a text around the first match, with all matches in it marked; the beginning where there is none. */
export function snippetOf(text: string, find: Finder): Snippet {
  const marks = find(text)
  const first = marks[0]?.[0] ?? 0
  const start = startBefore(text, first)
  const end = endAfter(text, start + LENGTH)
  const within = marks.filter(([from, to]) => from >= start && to <= end)
  return {
    text: text.slice(start, end).replaceAll(/\s/gu, ' '),
    marks: within.map(([from, to]): Mark => [from - start, to - start]),
  }
}

/** Bounds are asked for where the script has words that could go on. */
function termPattern({ words, isPrefix }: QueryTerm): string {
  const folded = words.map((word) => foldText(word).folded)
  const first = folded[0] ?? ''
  const last = folded.at(-1) ?? ''
  const before = isUnspaced(first) ? '' : `(?<!${IN_WORD})`
  const after = isPrefix || isUnspaced(last) ? '' : `(?!${IN_WORD})`
  return `${before}${folded.reduce(joined, '')}${after}`
}

function joined(pattern: string, word: string, index: number, words?: readonly string[]): string {
  const escaped = word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  if (index === 0) return escaped
  const touches = isUnspaced(word) || isUnspaced(words?.[index - 1] ?? '')
  return `${pattern}${touches ? BETWEEN_WORDS.replace('+', '*') : BETWEEN_WORDS}${escaped}`
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
