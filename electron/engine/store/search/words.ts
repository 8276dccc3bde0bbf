/** Scripts that are written without spaces: each of their characters is a word of its own to the index. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Bopomofo}'
const UNSPACED_CHARACTER = new RegExp(`[${UNSPACED}]`, 'gu')
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u')
/** What the index's tokenizer (unicode61) takes for a part of a word; marks are folded away by it. */
const WORD = /[\p{L}\p{N}\p{Co}\p{M}]+/gu
const HAS_LETTER = /[\p{L}\p{N}\p{Co}]/u
const ASCII = /^[\0-\x7f]*$/
/** Texts whose characters all fold to one and are no accented letters: most that are English or Chinese, with their punctuation. */
const SIMPLE = /^[\0-\x7f\u2010-\u2022\u3001-\u3011\u4e00-\u9fff\uff01-\uff0f\uff1a\uff1b\uff1f]*$/

/**
 * A text as the index takes it: width forms made one, and each character of Chinese, Japanese and Korean set apart, so that
 * words of one and two characters are found.
 */
export function indexableText(text: string): string {
  if (ASCII.test(text)) return text
  return text.normalize('NFKC').replaceAll(UNSPACED_CHARACTER, ' $& ')
}

/** The words of a text, in order, as the index cuts them; each character of an unspaced script is one. */
export function wordsOf(text: string): string[] {
  return (indexableText(text).match(WORD) ?? []).filter((word) => HAS_LETTER.test(word))
}

/** Whether a word is of a script that is written without spaces. */
export function isUnspaced(word: string): boolean {
  return HAS_UNSPACED.test(word)
}

/** A text with case, accents and width folded away, and where each of its UTF-16 units stood: `starts[i]`, with one more at the end. */
export interface FoldedText {
  readonly folded: string
  /** Null where nothing moved. */
  readonly starts: readonly number[] | null
}

/** Folds a text for matching without case and accents. */
export function foldText(text: string): FoldedText {
  if (SIMPLE.test(text)) return { folded: text.toLowerCase(), starts: null }
  const starts: number[] = []
  let folded = ''
  let at = 0
  for (const character of text) {
    const small = foldCharacter(character)
    for (let unit = 0; unit < small.length; unit += 1) starts.push(at)
    folded += small
    at += character.length
  }
  starts.push(text.length)
  return { folded, starts }
}

const foldedCharacters = new Map<string, string>()

function foldCharacter(character: string): string {
  if (character <= '\x7f') return character.toLowerCase()
  const known = foldedCharacters.get(character)
  if (known !== undefined) return known
  const folded = character.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  foldedCharacters.set(character, folded)
  return folded
}
