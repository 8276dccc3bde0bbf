import type { Category } from '../../../../shared/contract/schemas.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import type { ArticleDraft } from '../../article/articleDraft.ts'
import { inTransaction } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import { shortContentHash } from './articleKeys.ts'
import type { ArticleWriter } from './articleWriter.ts'
import type { CachedSources } from './cachedSources.ts'
import { findArticles } from './findArticles.ts'
import type { FoundArticle, KnownArticle } from './findArticles.ts'
import { pageState } from './offlineState.ts'
import type { ReadState } from './readState.ts'

/** What became of drafts. `wantPage`: articles whose page should be fetched. */
export interface KeptArticles {
  readonly added: string[]
  readonly updated: string[]
  readonly wantPage: { id: string; url: string }[]
}

/** Keeps the drafts of a source in one transaction. Callers give at most as many as a short call can hold. */
export type KeepArticles = (sourceId: string, category: Category, drafts: readonly ArticleDraft[], at: EpochMs) => KeptArticles

/** Makes the one way by which articles get into the cache. */
export function keepArticles(database: Database, sources: CachedSources, readState: ReadState, writer: ArticleWriter): KeepArticles {
  const find = findArticles(database)

  function keep(sourceId: string, category: Category, drafts: readonly ArticleDraft[], at: EpochMs): KeptArticles {
    const source = sources.numberOf(sourceId, category)
    const found = find(sourceId, source, drafts)
    const added = found.filter(({ known }) => known === null)
    const updated = found.filter(isEdited)
    const read = added.length === 0 ? new Set<string>() : readState.readAmong(added.map(({ id }) => id))
    for (const { id, draft } of added) writer.insert(draft, { id, source, category, isRead: read.has(id), at })
    for (const { draft, known } of updated) writer.replace(known, draft, at)
    return {
      added: added.map(({ id }) => id),
      updated: updated.map(({ known }) => known.id),
      wantPage: found.filter(wantsPage).map(({ id, draft, known }) => ({ id: known?.id ?? id, url: draft.url })),
    }
  }

  return (sourceId, category, drafts, at) => inTransaction(database, () => keep(sourceId, category, drafts, at))
}

function isEdited(found: FoundArticle): found is FoundArticle & { readonly known: KnownArticle } {
  return found.known !== null && !shortContentHash(found.draft.contentHash).equals(found.known.content_hash)
}

/** New and edited articles want their page, and those that never got it. */
function wantsPage(found: FoundArticle): found is FoundArticle & { readonly draft: { readonly url: string } } {
  const { draft, known } = found
  if (!draft.wantsPage || draft.pageText !== null || draft.url === null) return false
  return known === null || isEdited(found) || known.page_state === pageState.wanted
}
