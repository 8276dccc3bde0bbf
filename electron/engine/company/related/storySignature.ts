import { termKey } from './termKey.ts'
import { isEastAsian } from './words.ts'

const HASHES = 8
const WORDS_TOGETHER = 3
const CHARACTERS_TOGETHER = 6
const LONGEST_TEXT = 12_000

/**
 * Eight whole numbers of 32 bits that two texts share in the measure in which they share wording: of copies all, of strangers none. The place
 * in the list counts; an index on (place, number) finds the copies. Empty for a text too short to tell.
 */
export function storySignature(text: string): number[] {
  const shingles = shinglesOf(text.slice(0, LONGEST_TEXT).toLowerCase())
  if (shingles.length < 12) return []
  return Array.from({ length: HASHES }, (_, place) => leastOf(shingles, place))
}

/** The share (0 to 1) of wording that two texts have in common, by their signatures. */
export function sharedWording(one: readonly number[], other: readonly number[]): number {
  if (one.length !== HASHES || other.length !== HASHES) return 0
  return one.filter((hash, place) => hash === other[place]).length / HASHES
}

function leastOf(shingles: readonly number[], place: number): number {
  const factor = 0x9e3779b1 + place * 2_654_435 * 2
  let least = 0xffffffff
  for (const shingle of shingles) {
    let mixed = Math.imul(shingle ^ factor, 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35 + place * 2)
    mixed = (mixed ^ (mixed >>> 16)) >>> 0
    if (mixed < least) least = mixed
  }
  return least
}

function shinglesOf(text: string): number[] {
  const isDense = isEastAsian(text)
  const units = isDense ? Array.from(text.replace(/[^\p{L}\d]+/gu, '')) : (text.match(/[\p{L}\d]+/gu) ?? [])
  const together = isDense ? CHARACTERS_TOGETHER : WORDS_TOGETHER
  const found: number[] = []
  for (let at = 0; at + together <= units.length; at += 1) found.push(termKey(units.slice(at, at + together).join(isDense ? '' : ' ')))
  return found
}
