const HUES = 8

/** One or two letters for a name: the first of its first two words, or its first CJK character. */
export function monogram(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? []
  const first = words[0]
  if (first === undefined) return '·'
  const initial = Array.from(first)[0] ?? '·'
  if (/\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(initial)) return initial
  const second = words.slice(1).find((word) => /^[\p{Lu}\p{N}]/u.test(word))
  return (initial + (second === undefined ? '' : (Array.from(second)[0] ?? ''))).toUpperCase()
}

/** A number from 0 to 7 that stays the same for a name: which of the quiet tints its mark has. */
export function tintOf(name: string): number {
  let hash = 0
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return hash % HUES
}
