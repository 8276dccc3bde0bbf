import type { WordGuess } from '../cache/commonWords.ts'
import type { QueryTerm } from './searchQuery.ts'

/** A term as the index is asked for it. `anyOf`: words that are looked up in place of a beginning. */
export interface BoundTerm extends QueryTerm {
  readonly anyOf?: readonly string[]
}

/** A beginning with more occurrences than these is not looked up as such: the index would first put together all that begin like it. */
const MOST_LOOKED_UP = 50_000
const MOST_WORDS = 64

/**
 * Terms whose look-up costs little however many articles there are. A short beginning stands for its most common words until it has
 * so few occurrences that all can be looked up; one that ends a phrase is a whole word until then.
 */
export function boundTerms(terms: readonly QueryTerm[], guess: WordGuess): BoundTerm[] {
  return terms.map((term) => boundTerm(term, guess))
}

function boundTerm(term: QueryTerm, guess: WordGuess): BoundTerm {
  const last = term.words.at(-1)
  if (last === undefined || !term.isPrefix || guess.articlesBeginning(last) <= MOST_LOOKED_UP) return term
  if (term.words.length > 1) return { words: term.words, isPrefix: false }
  return { ...term, anyOf: [last, ...guess.beginning(last, MOST_WORDS)] }
}

/** About how much the index must read to count a term's articles. */
export function costOf({ words, isPrefix }: BoundTerm, guess: WordGuess): number {
  return words.reduce((cost, word, index) => {
    const goesOn = isPrefix && index === words.length - 1
    return cost + (goesOn ? guess.articlesBeginning(word) : guess.articlesWith(word))
  }, 0)
}
