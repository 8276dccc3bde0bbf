/** One of a picture's sizes: `width` in pixels or `density` as the publisher states it, 0 where it states none. */
export interface PictureCandidate {
  readonly url: string
  readonly width: number
  readonly density: number
}

/** Wide enough for the reading column on a fine screen; anything wider only costs room. */
const WANTED_WIDTH = 1_200

/** Longer ones are not read: an attack, not a picture. */
const LONGEST_SRCSET = 100_000
const MOST_CANDIDATES = 50

/**
 * Reads a `srcset`. Addresses may hold commas, as the standard has it: a comma parts candidates only at the end of an address
 * or after a descriptor. Words are read one by one, in linear time.
 */
export function readSrcset(srcset: string): PictureCandidate[] {
  const candidates: { url: string; width: number; density: number }[] = []
  let isAddressNext = true
  for (const word of srcset
    .slice(0, LONGEST_SRCSET)
    .replace(/([\t\n\f\r ][\d.]{1,9}[wx]),/g, '$1, ')
    .split(/[\t\n\f\r ]+/)) {
    const bare = withoutCommas(word)
    const current = candidates.at(-1)
    if (bare !== '' && isAddressNext) candidates.push({ url: bare, width: 0, density: 0 })
    else if (current !== undefined && /^[\d.]{1,9}w$/.test(bare)) current.width = Number.parseFloat(bare) || 0
    else if (current !== undefined && /^[\d.]{1,9}x$/.test(bare)) current.density = Number.parseFloat(bare) || 0
    if (bare !== '') isAddressNext = word.endsWith(',')
    else if (word !== '') isAddressNext = true
    if (candidates.length === MOST_CANDIDATES) break
  }
  return candidates
}

function withoutCommas(word: string): string {
  let start = 0
  let end = word.length
  while (word[start] === ',') start += 1
  while (end > start && word[end - 1] === ',') end -= 1
  return word.slice(start, end)
}

/** The best of several sizes: the smallest that is wide enough, else the widest, else the finest up to twofold. */
export function bestCandidate(candidates: readonly PictureCandidate[]): PictureCandidate | null {
  const byWidth = candidates.filter(({ width }) => width > 0).sort((one, other) => one.width - other.width)
  const wide = byWidth.find(({ width }) => width >= WANTED_WIDTH) ?? byWidth.at(-1)
  if (wide !== undefined) return wide
  const byDensity = candidates.filter(({ density }) => density <= 2).sort((one, other) => other.density - one.density)
  return byDensity[0] ?? candidates[0] ?? null
}
