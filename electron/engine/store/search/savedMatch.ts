import { anyTermExpression, wordsExpression } from './matchExpression.ts'
import { parseQuery } from './searchQuery.ts'

/** What a person typed to look among saved items, as an expression for the library's index; null where it holds no words. */
export function savedMatch(typed: string): string | null {
  const { wanted, unwanted, inTitle } = parseQuery(typed)
  if (wanted.length === 0) return null
  const words = wordsExpression(wanted, inTitle)
  return unwanted.length === 0 ? words : `(${words}) NOT (${anyTermExpression(unwanted)})`
}
