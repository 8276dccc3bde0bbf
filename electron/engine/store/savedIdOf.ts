import { articleId } from './cache/articleKeys.ts'
import { sourceIdOf } from './library/sources.ts'

/** The ids that an article and its source would have were the source followed, for a saved item of a source that is not. */
export function savedIdOf(sourceUrl: string, identityKey: string): { readonly sourceId: string; readonly articleId: string } {
  const sourceId = sourceIdOf(sourceUrl)
  return { sourceId, articleId: articleId(sourceId, identityKey) }
}
