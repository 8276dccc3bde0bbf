const WORDS_A_MINUTE = 230
const CHARACTERS_A_MINUTE = 400
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** How many minutes a text takes to read, at least one; 0 for no text. */
export function readingMinutes(text: string): number {
  if (text.trim() === '') return 0
  const characters = text.match(CJK)?.length ?? 0
  const words = text.replace(CJK, ' ').match(/\S+/g)?.length ?? 0
  return Math.max(1, Math.round(words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE))
}
