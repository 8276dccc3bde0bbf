import type { Category } from '../../../shared/contract/schemas.ts'
import type { StoredDocument } from '../refresh/completeArticles.ts'
import type { RefreshParts } from '../refresh/refreshParts.ts'
import { storeDocument, type StoringListener } from '../refresh/refreshSource.ts'
import type { KeptSource } from '../store/library/sources.ts'
import type { Found } from './found.ts'
import { olderDrafts } from './olderPages.ts'

/** What a person decided about a source while following it; what is left out is Newsdesk's choice. */
export interface FollowWishes {
  readonly category?: Category | undefined
  readonly folder?: string | null | undefined
  readonly title?: string | undefined
}

/** Follows what was found, and stores the articles of the document that is already here. Their pages and pictures are still to come. */
export async function follow(
  found: Found,
  wishes: FollowWishes,
  parts: RefreshParts,
  listener: StoringListener,
): Promise<{ readonly source: KeptSource; readonly stored: StoredDocument }> {
  const older = await olderDrafts(found, parts)
  const source = parts.store.sources.add({
    kind: found.kind,
    title: wishes.title || found.title,
    url: found.url,
    siteUrl: found.siteUrl,
    category: wishes.category ?? (found.kind === 'newsroom' ? 'company' : 'industry'),
    folder: wishes.folder ?? null,
    recipe: found.document.recipe ?? null,
  })
  const stored = await storeDocument(source, { ...found.document, drafts: [...found.drafts, ...older] }, parts, listener)
  return { source, stored }
}
