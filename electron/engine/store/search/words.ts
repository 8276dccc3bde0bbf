/** Scripts that are written without spaces: each of their characters is a word of its own to the index. */
const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Bopomofo', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('')
const UNSPACED_CHARACTER = new RegExp(`[${UNSPACED}]`, 'gu')
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u')
/** What the index's tokenizer (unicode61) takes for a part of a word; marks are folded away by it. */
const WORD = /[\p{L}\p{N}\p{Co}\p{M}]+/gu
const HAS_LETTER = /[\p{L}\p{N}\p{Co}]/u
const ASCII = /^[\0-\x7f]*$/
/** Texts whose characters all fold to one and are no accented letters: most that are English or Chinese, with their punctuation. */
const SIMPLE = /^[\0-\x7f\u2010-\u2022\u3001-\u3011\u4e00-\u9fff\uff01-\uff0f\uff1a\uff1b\uff1f]*$/

/** Accents, Hebrew points, Arabic vowel signs and stretching; not the marks that make another sound of a kana or an Indian letter. */
const LEFT_OUT = /\u0640|[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/gu
/** Letters that Unicode takes for letters of their own, and people type as others. */
const LETTERS = new Map(
  Object.entries({ ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i', ς: 'σ' }),
)
const ONE_LETTER = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'gu')

/**
 * A text as the index takes it: width forms made one, and each character of Chinese, Japanese and Korean set apart, so that
 * words of one and two characters are found.
 */
export function indexableText(text: string): string {
  if (ASCII.test(text)) return text
  return withoutAccents(text).replaceAll(UNSPACED_CHARACTER, ' $& ')
}

/** One form of width, ligatures taken apart, and letters without what people leave out when they type. */
function withoutAccents(text: string): string {
  const oneForm = text.normalize('NFKC')
  if (SIMPLE.test(oneForm)) return oneForm
  const bare = oneForm.normalize('NFKD').replaceAll(LEFT_OUT, '').normalize('NFKC')
  return bare.replaceAll(ONE_LETTER, (letter) => LETTERS.get(letter) ?? letter)
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
  const bare = character.normalize('NFKD').replaceAll(/[\p{M}\u0640]/gu, '')
  const folded = (LETTERS.get(bare) ?? bare).toLowerCase()
  foldedCharacters.set(character, folded)
  return folded
}
