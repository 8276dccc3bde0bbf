import { foldedUnits, gapAt, LETTER, letterKinds, SPACE } from '../../company/mentions/letters.ts'

/** Scripts that are written without spaces: a word of theirs may begin and end anywhere, as a Chinese one may. */
const unspaced: readonly (readonly [from: number, to: number])[] = [
  [0x0e00, 0x0eff],
  [0x1000, 0x109f],
  [0x1780, 0x17ff],
  [0x3041, 0x309f],
]
const SIGMA = 0x3c3
const FINAL_SIGMA = 0x3c2

/** The kind of each UTF-16 unit, for telling where a word may begin and end. */
export const kinds = kindTable()
/** Each unit folded for comparing: lower case, no accent, full width made half. */
export const folded = foldTable()

/** What may stand between letters and is no part of a word: loose accents, vowel points, joiners, soft hyphens. */
const LOOSE = /\u00ad|[\u0300-\u036f]|[\u0591-\u05c7]|\u0640|[\u064b-\u065f]|\u0670|[\u200b-\u200d]/g
const COMPOUND = /[\u0300-\u036f\u1100-\u11ff\ufb00-\ufb06\uff61-\uff9f]/

/** A text as words are looked for in it: letters whole, ligatures taken apart. Most texts are so already. */
export function readable(text: string): string {
  const whole = COMPOUND.test(text) ? text.normalize('NFKC') : text
  return whole.replace(LOOSE, '')
}

/** What a person watches for, unit by unit, as texts are compared with it; one space stands for what parts two words. */
export function soughtUnits(words: string): number[] {
  const text = readable(words.replaceAll(/\s+/g, ' ').trim())
  const units: number[] = []
  for (let at = 0; at < text.length;) {
    const gap = units.length === 0 ? NO_GAP : gapAt(text, at)
    if (gap.length > 0) units.push(gap.unit)
    else units.push(folded[text.charCodeAt(at)] ?? 0)
    at += Math.max(1, gap.length)
  }
  while (units.at(-1) === SPACE) units.pop()
  return units
}

const NO_GAP = { unit: 0, length: 0 } as const

/** Whether a word may begin at a unit of this kind after one of that. */
export function mayBegin(kind: number, before: number): boolean {
  return kind !== before || kind === LETTER.none || kind === LETTER.han
}

/** Whether a word may end after a unit of this kind and before one of that. */
export function mayEnd(last: number, next: number): boolean {
  return last !== next || (last !== LETTER.word && last !== LETTER.katakana)
}

function kindTable(): Uint8Array {
  const table = Uint8Array.from(letterKinds)
  for (const [from, to] of unspaced) table.fill(LETTER.han, from, to + 1)
  return table
}

function foldTable(): Uint16Array {
  const table = Uint16Array.from(foldedUnits)
  // A sigma at the end of a word is another letter, though the same.
  table[FINAL_SIGMA] = SIGMA
  return table
}
