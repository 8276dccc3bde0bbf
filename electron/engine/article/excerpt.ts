import { cutAt } from './cleanLine.ts'

/** Longest excerpt, in UTF-16 units, its ellipsis included. */
export const LONGEST_EXCERPT = 320

/** A cut at a sentence's end must leave at least this much. */
const SHORTEST_CUT = 140

const SENTENCE_END = /[.!?…]["'”’)\]]*(?=\s)|[。！？；]["'”’」』）]*/g

/** The first sentences of a plain text in one line, without a title that the text repeats. */
export function excerpt(text: string, title: string): string {
  const line = withoutTitle(text.slice(0, 4_000), title)
    .slice(0, LONGEST_EXCERPT * 3)
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= LONGEST_EXCERPT) return line
  return cutAtSentence(line) ?? cutAtWord(line)
}

function withoutTitle(text: string, title: string): string {
  const end = text.indexOf('\n')
  // A first line much longer than the title says more than it.
  if (end === -1 || end > title.length * 3 + 50) return text
  return sameWords(text.slice(0, end), title) ? text.slice(end + 1) : text
}

/** Whether two lines say the same, apart from case, white space and punctuation. */
export function sameWords(one: string, other: string): boolean {
  const bare = lettersOf(one)
  return bare !== '' && bare === lettersOf(other)
}

function lettersOf(line: string): string {
  return line
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function cutAtSentence(line: string): string | null {
  const ends = [...line.slice(0, LONGEST_EXCERPT).matchAll(SENTENCE_END)].map((match) => match.index + match[0].length)
  const end = ends.findLast((at) => at >= SHORTEST_CUT)
  return end === undefined ? null : line.slice(0, end)
}

/** Scripts without spaces are cut anywhere; a word longer than half the excerpt likewise. */
function cutAtWord(line: string): string {
  const cut = cutAt(line, LONGEST_EXCERPT - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > SHORTEST_CUT ? cut.slice(0, space) : cut).replace(/[\s,;:–—-]+$/, '')}…`
}
