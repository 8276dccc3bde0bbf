import type { SourceKind } from '../../../shared/contract/schemas.ts'
import type { ArrivedDocument } from '../refresh/refreshSource.ts'
import type { ArticleDraft } from '../article/articleDraft.ts'
import type { PageSurroundings, ReadFeed } from '../workbench/jobs.ts'
import type { AskedDocument } from './askDocument.ts'
import { newsroomName } from './newsroomName.ts'

/** Something that can be followed, with the document that it came from. */
export interface Found {
  readonly kind: SourceKind
  /** Where it should be polled: the address asked, or the one that it has moved to for good. */
  readonly url: string
  readonly title: string
  readonly siteUrl: string | null
  readonly drafts: readonly ArticleDraft[]
  /** What the store takes when it is followed. */
  readonly document: ArrivedDocument
  /** Which list of a page it is; null of a feed. */
  readonly list: string | null
  readonly because: readonly string[]
  readonly score: number
  /** Where a newsroom's older articles stand. */
  readonly nextPageUrl: string | null
}

/** A feed as something to follow. `name`: what the page that declares it calls it. */
export function foundFeed(url: string, name: string | null, { fetched, bodyHash }: AskedDocument, { about, drafts }: ReadFeed): Found {
  const at = fetched.movedTo ?? url
  return {
    kind: 'feed',
    url: at,
    title: about.title || name || hostOf(at),
    siteUrl: about.siteUrl,
    drafts,
    document: { fetched: { ...fetched, movedTo: null }, drafts, askedInterval: about.askedInterval, bodyHash },
    list: null,
    because: [],
    score: 0,
    nextPageUrl: null,
  }
}

/** The lists of a page without a feed as things to follow. */
export function foundLists(url: string, { fetched, bodyHash }: AskedDocument, page: PageSurroundings): Found[] {
  const at = fetched.movedTo ?? url
  return page.lists.map(({ drafts, recipe, score, label }) => ({
    kind: 'newsroom',
    url: at,
    title: newsroomName(page.name ?? '', at) ?? label ?? hostOf(at),
    siteUrl: new URL('/', at).href,
    drafts,
    document: { fetched: { ...fetched, movedTo: null }, drafts, askedInterval: null, bodyHash, recipe: JSON.stringify(recipe) },
    list: recipe.signature.slice(0, 2000),
    because: recipe.because,
    score,
    nextPageUrl: page.nextPageUrl,
  }))
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '') || url
}
