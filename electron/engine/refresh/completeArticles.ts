import { fetchPages } from './fetchPages.ts'
import { keepPictures } from './keepPictures.ts'
import type { SourceOutcome } from './outcome.ts'
import type { RefreshParts } from './refreshParts.ts'
import type { WantedPage } from './takeIn.ts'

/** How many waiting pages, of all sources, are looked through for those of one. */
const LOOKED_AT = 500
/** So many articles of a source, the newest first, get the pictures that earlier polls left for later, or whose files were damaged since. */
const HEALED = 60

/** What became of a source's document, and the pages that its articles want. */
export interface StoredDocument {
  readonly outcome: SourceOutcome
  readonly wantPage: readonly WantedPage[]
}

/** Hears that the pages and pictures of articles came. */
export interface CompletionListener {
  readonly completed: (articleIds: readonly string[]) => Promise<void> | void
}

/** Fetches pages of summaries, and pictures: those of a document that was just stored, and those that earlier polls left for later. */
export async function completeArticles(stored: StoredDocument, parts: RefreshParts, listener: CompletionListener): Promise<void> {
  const { sourceId, added, updated } = stored.outcome
  if (parts.stop.aborted || parts.store.sources.get(sourceId) === null) return
  const withPages = await fetchPages(allWanted(stored, parts), parts)
  const withPictures = await keepPictures(
    [...added, ...updated, ...withPages, ...parts.store.articles.wantingPictures(sourceId, HEALED)],
    parts,
  )
  await listener.completed([...new Set([...withPages, ...withPictures])])
}

/** The pages of this document before those that earlier polls left for later. */
function allWanted({ outcome, wantPage }: StoredDocument, { store }: RefreshParts): WantedPage[] {
  const earlier = store.articles.pagesWanted(LOOKED_AT).filter((page) => page.sourceId === outcome.sourceId)
  return [...new Map([...wantPage, ...earlier].map((page) => [page.id, page])).values()]
}
