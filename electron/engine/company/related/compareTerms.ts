import type { Term } from './topicTerms.ts'

/** How common terms are: among how many articles, in how many of them each. */
export interface TermSpread {
  readonly articles: number
  readonly articlesWith: ReadonlyMap<number, number>
}

/** What two articles have in common. Shares are of their weights, 0 to 1 (the cosine of the two). */
export interface TermOverlap {
  readonly share: number
  /** Heaviest first, as the first article writes them; a word inside a shared phrase is not named again. */
  readonly shared: readonly Term[]
  /** Names, numbers, days and abbreviations among them. */
  readonly specific: readonly Term[]
  /** The share counting these alone. */
  readonly specificShare: number
  /** How many single words both titles have. */
  readonly titles: number
}

/** Compares what two articles are about; rare terms count more. */
export function compareTerms(one: readonly Term[], other: readonly Term[], spread: TermSpread): TermOverlap {
  const theirs = new Map(other.map((term) => [term.key, term]))
  const both = one
    .filter((term) => theirs.has(term.key))
    .map((term) => ({ term, product: term.weight * (theirs.get(term.key)?.weight ?? 0) * rarity(term, spread) ** 2 }))
  const ordered = both.toSorted((a, b) => b.product - a.product).map(({ term }) => term)
  const specific = ordered.filter((term) => isSpecific(term) && theirs.get(term.key)?.kind !== 'word')
  return {
    share: cosine(
      both.reduce((sum, { product }) => sum + product, 0),
      one,
      other,
      spread,
    ),
    shared: withoutParts(ordered),
    specific,
    specificShare: specificCosine(one, other, specific, theirs, spread),
    titles: ordered.filter((term) => term.inTitle && theirs.get(term.key)?.inTitle === true && !term.word.includes(' ')).length,
  }
}

function specificCosine(
  one: readonly Term[],
  other: readonly Term[],
  shared: readonly Term[],
  theirs: ReadonlyMap<number, Term>,
  spread: TermSpread,
): number {
  const product = shared.reduce((sum, term) => sum + term.weight * (theirs.get(term.key)?.weight ?? 0) * rarity(term, spread) ** 2, 0)
  return cosine(product, one.filter(isSpecific), other.filter(isSpecific), spread)
}

function cosine(product: number, one: readonly Term[], other: readonly Term[], spread: TermSpread): number {
  const lengths = lengthOf(one, spread) * lengthOf(other, spread)
  return lengths === 0 ? 0 : product / lengths
}

function isSpecific(term: Term): boolean {
  return term.kind !== 'word'
}

function lengthOf(terms: readonly Term[], spread: TermSpread): number {
  return Math.hypot(...terms.map((term) => term.weight * rarity(term, spread)))
}

// Few articles say little about what is rare, so the scale is short until there are many.
function rarity(term: Term, spread: TermSpread): number {
  const total = Math.max(20, spread.articles)
  return Math.max(0.15, Math.log((total + 1) / ((spread.articlesWith.get(term.key) ?? 1) + 0.5)) / Math.log(total))
}

function withoutParts(terms: readonly Term[]): Term[] {
  const phrases = terms.filter(({ word }) => word.includes(' ')).map(({ word }) => word.toLowerCase())
  return terms.filter(({ word }) => word.includes(' ') || !phrases.some((phrase) => phrase.split(' ').includes(word.toLowerCase())))
}
