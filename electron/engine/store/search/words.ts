import { isSimple, PLAIN_LETTERS } from '../../../../shared/foldText.ts'

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

/** Accents, Hebrew points, Arabic vowel signs and stretching; not the marks that make another sound of a kana or an Indian letter. */
const LEFT_OUT = /\u0640|[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/gu
const ONE_LETTER = new RegExp(`[${[...PLAIN_LETTERS.keys()].join('')}]`, 'gu')

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
  if (isSimple(oneForm)) return oneForm
  const bare = oneForm.normalize('NFKD').replaceAll(LEFT_OUT, '').normalize('NFKC')
  return bare.replaceAll(ONE_LETTER, (letter) => PLAIN_LETTERS.get(letter) ?? letter)
}

/** The words of a text, in order, as the index cuts them; each character of an unspaced script is one. */
export function wordsOf(text: string): string[] {
  return (indexableText(text).match(WORD) ?? []).filter((word) => HAS_LETTER.test(word))
}

/** Whether a word is of a script that is written without spaces. */
export function isUnspaced(word: string): boolean {
  return HAS_UNSPACED.test(word)
}
