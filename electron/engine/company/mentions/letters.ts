/** What kind of letter a UTF-16 code unit is, for telling where a name may begin and end. */
export const LETTER = { none: 0, word: 1, han: 2, katakana: 3, hangul: 4, hiragana: 5 } as const

const ranges: readonly (readonly [number, number, number])[] = [
  [0x3041, 0x309f, LETTER.hiragana],
  [0x30a0, 0x30ff, LETTER.katakana],
  [0x31f0, 0x31ff, LETTER.katakana],
  [0x3400, 0x4dbf, LETTER.han],
  [0x4e00, 0x9fff, LETTER.han],
  [0xac00, 0xd7af, LETTER.hangul],
  [0xd840, 0xdfff, LETTER.han],
  [0xf900, 0xfaff, LETTER.han],
  [0xff66, 0xff9f, LETTER.katakana],
]

const letterOrMarks = /^[\p{L}\p{N}\p{M}]\p{M}*$/u

/** The kind of each code unit. */
export const letterKinds = kindTable()
/** Each code unit folded for comparing: lower case, no accent, full width made half. */
export const foldedUnits = foldTable()
/** 1 where a code unit is a capital or has no case. */
export const isCapital = capitalTable()

/** Both of "a" and "b" stand between words of a name: they are one space. */
export const SPACE = 32
/** An ampersand, with or without spaces around it. */
export const AND = 38

/** A name or text unit by unit, as names are stored. */
export function foldName(name: string): number[] {
  const units: number[] = []
  for (let at = 0; at < name.length;) {
    const gap = gapAt(name, at)
    if (gap.length > 0) {
      if (units.length > 0) units.push(gap.unit)
      at += gap.length
    } else {
      units.push(foldedUnits[name.charCodeAt(at)] ?? 0)
      at += 1
    }
  }
  while (units.at(-1) === SPACE || units.at(-1) === AND) units.pop()
  return units
}

const LONGEST_GAP = 4

/** What parts two words of a name at this place ("-", " ", " & ", "."), as one unit; length 0 where nothing does. */
export function gapAt(text: string, at: number): { readonly unit: number; readonly length: number } {
  let length = 0
  let unit: number = SPACE
  while (length < LONGEST_GAP) {
    const code = text.charCodeAt(at + length)
    if (code === AND || code === 0xff06) unit = AND
    else if (!isGap(code)) break
    length += 1
  }
  // A full stop before a space ends a sentence, not a word.
  if (length > 1 && unit === SPACE && text.charCodeAt(at) === 46) return NO_GAP
  return length === 0 ? NO_GAP : { unit, length }
}

const NO_GAP = { unit: 0, length: 0 } as const

function isGap(code: number): boolean {
  return (
    code === 32 ||
    code === 45 ||
    code === 46 ||
    code === 44 ||
    code === 0xa0 ||
    code === 0x2010 ||
    code === 0x2011 ||
    code === 0xb7 ||
    code === 0x30fb
  )
}

function kindTable(): Uint8Array {
  const table = new Uint8Array(65_536)
  const word = /[\p{L}\p{N}\p{M}]/u
  for (let unit = 0; unit < 0x3000; unit += 1) if (word.test(String.fromCharCode(unit))) table[unit] = LETTER.word
  for (let unit = 0xa000; unit < 0xd800; unit += 1) if (word.test(String.fromCharCode(unit))) table[unit] = LETTER.word
  for (let unit = 0xf900; unit < 0xffff; unit += 1) if (word.test(String.fromCharCode(unit))) table[unit] = LETTER.word
  for (const [from, to, kind] of ranges) table.fill(kind, from, to + 1)
  // The middle dot of katakana parts words; it is no letter.
  table[0x30fb] = LETTER.none
  return table
}

function foldTable(): Uint16Array {
  const table = new Uint16Array(65_536)
  for (let unit = 0; unit < 65_536; unit += 1) table[unit] = unit
  for (let unit = 0; unit < 0x3000; unit += 1) table[unit] = foldUnit(unit)
  for (let unit = 0xff00; unit < 0xffef; unit += 1) table[unit] = foldUnit(unit)
  table[0x2019] = 39
  table[0x2018] = 39
  return table
}

function foldUnit(unit: number): number {
  const folded = String.fromCharCode(unit).normalize('NFKD').toLowerCase()
  const first = folded.charCodeAt(0)
  return folded.length >= 1 && letterOrMarks.test(folded) ? first : unit
}

function capitalTable(): Uint8Array {
  const table = new Uint8Array(65_536)
  for (let unit = 0; unit < 65_536; unit += 1) table[unit] = unit >= 0x3000 && unit < 0xff00 ? 1 : 0
  for (let unit = 0; unit < 0x3000; unit += 1) table[unit] = /[\p{Lu}\p{Lt}\p{N}]/u.test(String.fromCharCode(unit)) ? 1 : 0
  for (let unit = 0xff10; unit < 0xff3b; unit += 1) table[unit] = 1
  return table
}
