import { foldText } from '../../shared/foldText.ts'
import { searchParts } from '../../shared/searchParts.ts'

/** The name by which the stylesheet of the frame knows what was found. */
const NAME = 'found'
const MOST_MARKED = 500
const LETTER = /[\p{L}\p{N}]/u
/** Scripts that are written without spaces: a word may begin anywhere in them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

/** What to look for in an article that a search led to: its words and phrases, without filters and without what it leaves out. */
export function wordsToMark(query: string): string[] {
  const wanted = searchParts(query).filter((part) => !part.isUnwanted && part.filter === null)
  const words = wanted.map(({ text }) => foldText(text.replaceAll(/["“”„«»「」『』＂]/gu, ' ').trim()).folded)
  return words.filter((word) => LETTER.test(word))
}

/** Marks what was found in a document, without a change of its nodes; nothing where there are no words, or the browser cannot. */
export function markFound(inside: Document, words: readonly string[]): void {
  const frame = inside.defaultView
  if (frame === null || !('highlights' in frame.CSS)) return
  frame.CSS.highlights.delete(NAME)
  if (words.length === 0) return
  const ranges = textsOf(inside).flatMap((node) => rangesIn(node, words))
  if (ranges.length > 0) frame.CSS.highlights.set(NAME, new frame.Highlight(...ranges.slice(0, MOST_MARKED)))
}

function textsOf(inside: Document): Text[] {
  const walker = inside.createTreeWalker(inside.body, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode() !== null) texts.push(walker.currentNode as Text)
  return texts
}

function rangesIn(node: Text, words: readonly string[]): Range[] {
  return placesOf(node.data, words).map(([from, to]) => {
    const range = node.ownerDocument.createRange()
    range.setStart(node, from)
    range.setEnd(node, to)
    return range
  })
}

/** Where the words begin and end in a text, without regard to case and accents. */
export function placesOf(text: string, words: readonly string[]): [from: number, to: number][] {
  const { folded, starts } = foldText(text)
  const places: [number, number][] = []
  for (const word of words) {
    const beginsAnywhere = UNSPACED.test(word)
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
      if (!beginsAnywhere && LETTER.test(folded.slice(Math.max(0, at - 1), at))) continue
      places.push([starts?.[at] ?? at, starts?.[at + word.length] ?? at + word.length])
    }
  }
  return places
}
