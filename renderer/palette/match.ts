import { pinyinInitials } from './pinyinInitials.ts'

/** How well a text fits what was typed, and which pieces of it fit: [start, end) in UTF-16 units. */
export type Fit = { readonly score: number; readonly marks: readonly (readonly [number, number])[] }

const FIRST = 100
const WORD_START = 80
const INSIDE = 60
const PINYIN = 50
const SCATTERED = 30
/** Letters that lie further apart than this, for each letter typed, are a coincidence. */
const LOOSEST = 4

/**
 * How well a text fits what was typed: each word of it must fit somewhere, as a beginning, inside, as the first letters
 * of Chinese syllables, or as letters in order with gaps between. Null where one does not. An empty query fits everything.
 */
export function match(query: string, text: string): Fit | null {
  const folded = fold(text)
  let score = -text.length / 100
  const marks: [number, number][] = []
  for (const word of fold(query).split(/\s+/)) {
    if (word === '') continue
    const fit = whole(word, folded) ?? syllables(word, text) ?? scattered(word, folded)
    if (fit === null) return null
    score += fit.score
    marks.push(...(fit.marks as [number, number][]))
  }
  return { score, marks: merged(marks) }
}

/** The better of the fits of several names for one thing; marks only count in the first, which is the one on screen. */
export function matchAny(query: string, [shown = '', ...others]: readonly string[]): Fit | null {
  const own = match(query, shown)
  const best = others.map((name) => match(query, name)).reduce((one, other) => (score(other) > score(one) ? other : one), null)
  if (score(best) > score(own)) return { score: score(best) - 1, marks: own?.marks ?? [] }
  return own
}

function score(fit: Fit | null): number {
  return fit?.score ?? -Infinity
}

// Unit for unit, so that places in the folded text are places in the text: Á becomes a, Ｔ becomes t.
function fold(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text.charAt(at).normalize('NFKD').charAt(0).toLowerCase().charAt(0)).join('')
}

function whole(word: string, text: string): Fit | null {
  const found: Fit[] = []
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) found.push(fitAt(word, text, at))
  return found.reduce<Fit | null>((one, other) => (score(other) > score(one) ? other : one), null)
}

function fitAt(word: string, text: string, at: number): Fit {
  const points = at === 0 ? FIRST : isWordStart(text, at) ? WORD_START : INSIDE
  return { score: points + word.length, marks: [[at, at + word.length]] }
}

// Chinese writes no spaces: every character may begin a word.
function isWordStart(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) || /\p{Script=Han}/u.test(text.charAt(at))
}

function syllables(word: string, text: string): Fit | null {
  if (!/^[a-z]{2,}$/.test(word) || !/\p{Script=Han}/u.test(text)) return null
  const at = pinyinInitials(text).indexOf(word)
  return at === -1 ? null : { score: PINYIN + word.length, marks: [[at, at + word.length]] }
}

function scattered(word: string, text: string): Fit | null {
  const marks: [number, number][] = []
  let from = 0
  for (const letter of word) {
    const at = text.indexOf(letter, from)
    if (at === -1) return null
    marks.push([at, at + letter.length])
    from = at + letter.length
  }
  const span = from - (marks[0]?.[0] ?? 0)
  return span > word.length * LOOSEST ? null : { score: SCATTERED - (span - word.length), marks }
}

function merged(marks: readonly [number, number][]): [number, number][] {
  const sorted = [...marks].sort(([one], [other]) => one - other)
  const joined: [number, number][] = []
  for (const [start, end] of sorted) {
    const last = joined.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}
