/** Texts whose characters all fold to one and are no accented letters: most that are English or Chinese, with their punctuation. */
const SIMPLE = /^[\0-\x7f\u2010-\u2022\u3001-\u3011\u4e00-\u9fff\uff01-\uff0f\uff1a\uff1b\uff1f]*$/
/** Letters that Unicode takes for letters of their own, and people type as others. */
export const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i', ς: 'σ' }),
)

/** A text with case, accents and width folded away, and where each of its UTF-16 units stood: `starts[i]`, with one more at the end. */
export interface FoldedText {
  readonly folded: string
  /** Null where nothing moved. */
  readonly starts: readonly number[] | null
}

/** Folds a text for matching without case and accents. */
export function foldText(text: string): FoldedText {
  if (isSimple(text)) return { folded: text.toLowerCase(), starts: null }
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
  const folded = (PLAIN_LETTERS.get(bare) ?? bare).toLowerCase()
  foldedCharacters.set(character, folded)
  return folded
}

/** Whether all that folding does to a text is to make its letters small. */
export function isSimple(text: string): boolean {
  return SIMPLE.test(text)
}
