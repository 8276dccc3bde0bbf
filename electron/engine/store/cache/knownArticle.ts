import type { ArticleDraft } from '../../article/articleDraft.ts'
import { inTransaction } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { CachedSources } from './cachedSources.ts'
import { findArticles } from './findArticles.ts'

/** The id of the stored article that a draft is a version of; null where a source has none such. The draft's own id leads to it from then on. */
export type KnownArticleId = (sourceId: string, draft: ArticleDraft) => string | null

/** Makes the way to find an article that another reader may know by another id. Its stored text is left as it is. */
export function knownArticleId(database: Database, sources: CachedSources): KnownArticleId {
  const find = findArticles(database)
  return (sourceId, draft) => {
    const source = sources.get(sourceId)?.source
    if (source === undefined) return null
    const [found] = inTransaction(database, () => find(sourceId, source, [draft]))
    return found?.known?.id ?? null
  }
}
