import type { Category } from '../../../shared/contract/schemas.ts'
import type { StoredDocument } from '../refresh/completeArticles.ts'
import type { RefreshParts } from '../refresh/refreshParts.ts'
import { storeDocument, type StoringListener } from '../refresh/refreshSource.ts'
import type { KeptSource } from '../store/library/sources.ts'
import { titleOf } from './candidates.ts'
import type { FoundFeed } from './lookAt.ts'

/** What a person decided about a source while following it; what is left out is Newsdesk's choice. */
export interface FollowWishes {
  readonly category?: Category | undefined
  readonly folder?: string | null | undefined
  readonly title?: string | undefined
}

/** Follows what was found, and stores the articles of the document that is already here. Their pages and pictures are still to come. */
export async function follow(
  found: FoundFeed,
  wishes: FollowWishes,
  parts: RefreshParts,
  listener: StoringListener,
): Promise<{ readonly source: KeptSource; readonly stored: StoredDocument }> {
  const source = parts.store.sources.add({
    kind: found.kind,
    title: wishes.title || titleOf(found),
    url: found.url,
    siteUrl: found.feed.about.siteUrl,
    category: wishes.category ?? 'industry',
    folder: wishes.folder ?? null,
  })
  const stored = await storeDocument(
    source,
    { fetched: { ...found.fetched, movedTo: null }, feed: found.feed, bodyHash: found.bytesHash },
    parts,
    listener,
  )
  return { source, stored }
}
