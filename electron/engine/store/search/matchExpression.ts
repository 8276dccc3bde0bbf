import type { BoundTerm } from './boundTerms.ts'

/** Where words are looked for. */
const EVERYWHERE = '{title body about}'
const TITLE = '{title}'

/** What the index is asked. Facets are the tokens by which it knows an article's source and year. */
export interface Match {
  readonly wanted: readonly BoundTerm[]
  readonly unwanted: readonly BoundTerm[]
  readonly inTitle: boolean
  /** Groups of facets: one of each group must be there. */
  readonly facets: readonly (readonly string[])[]
  readonly unwantedFacets: readonly string[]
  /** Names of which one must stand somewhere, where none of their own facets is there. */
  readonly names?: { readonly terms: readonly BoundTerm[]; readonly facets: readonly string[] } | null
}

/** The facet that every article has, for a query that is nothing but filters. */
export const EVERY_ARTICLE = 'all'

/** The expression for SQLite's full-text search. Words are quoted, so that no typed text is ever syntax. */
export function matchExpression({ wanted, unwanted, inTitle, facets, unwantedFacets, names = null }: Match): string {
  const groups = facets.map((group) => `facets : (${group.map(quoted).join(' OR ')})`)
  const positive = [
    ...(wanted.length > 0 ? [wordsExpression(wanted, inTitle)] : []),
    ...groups,
    ...(names === null ? [] : [namesExpression(names.terms, names.facets)]),
  ]
  const negative = [
    ...unwanted.map((term) => `${EVERYWHERE} : (${termExpression(term)})`),
    ...unwantedFacets.map((facet) => `facets : (${quoted(facet)})`),
  ]
  const base = positive.length > 0 ? positive.map((part) => `(${part})`).join(' AND ') : `facets : (${quoted(EVERY_ARTICLE)})`
  return negative.length === 0 ? base : `(${base}) NOT (${negative.map((part) => `(${part})`).join(' OR ')})`
}

function namesExpression(terms: readonly BoundTerm[], facets: readonly string[]): string {
  const own = `facets : (${facets.map(quoted).join(' OR ')})`
  return terms.length === 0 ? own : `(${own}) OR (${anyTermExpression(terms)})`
}

/** The expression for the wanted words alone. */
export function wordsExpression(wanted: readonly BoundTerm[], inTitle: boolean): string {
  return `${inTitle ? TITLE : EVERYWHERE} : (${wanted.map(termExpression).join(' AND ')})`
}

/** The expression for what has any of these terms. */
export function anyTermExpression(terms: readonly BoundTerm[]): string {
  return `${EVERYWHERE} : (${terms.map(termExpression).join(' OR ')})`
}

/** The expression for one term, wherever it stands. */
export function termExpression({ words, isPrefix, anyOf }: BoundTerm): string {
  if (anyOf !== undefined) return `(${anyOf.map(quoted).join(' OR ')})`
  return `${quoted(words.join(' '))}${isPrefix ? ' *' : ''}`
}

function quoted(words: string): string {
  return `"${words.replaceAll('"', '""')}"`
}
