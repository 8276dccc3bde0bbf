import type { EpochMs } from '../../../shared/time.ts'
import type { ArticleDraft } from '../article/articleDraft.ts'
import type { KeptSource } from '../store/library/sources.ts'
import type { SavedCopy } from '../store/library/savedCopy.ts'
import { savedIdOf } from '../store/store.ts'
import type { Star } from '../workbench/jobs.ts'
import type { EngineParts } from './engineParts.ts'

/** Where an export says nothing of where an article came from: an address that is nobody's (RFC 6761). */
const NOWHERE = 'https://source.invalid/'

/** A star that is to be saved, and its source where that is followed. */
export interface StarToSave {
  readonly star: Star
  readonly draft: ArticleDraft
  readonly savedAt: EpochMs
  readonly source: KeptSource | null
}

/** The saved item of a star, with the text that the export carries. Its id is the one that the article would have were its feed followed. */
export function starredCopy({ star, draft, savedAt, source }: StarToSave, { now }: EngineParts): SavedCopy {
  const sourceUrl = star.feedUrl ?? star.siteUrl ?? draft.url ?? NOWHERE
  const ids = savedIdOf(sourceUrl, draft.identityKey)
  const { title, url, author, publishedAt, updatedAt, language, categories, feedText } = draft
  return {
    id: ids.articleId,
    sourceId: source?.id ?? ids.sourceId,
    sourceTitle: source?.title ?? (star.feedTitle || hostOf(url ?? sourceUrl)),
    sourceUrl: source?.url ?? sourceUrl,
    siteUrl: source?.siteUrl ?? star.siteUrl,
    category: source?.category ?? 'industry',
    title,
    url,
    author,
    publishedAt,
    updatedAt,
    firstSeenAt: now(),
    savedAt,
    excerpt: feedText?.excerpt ?? '',
    language,
    categories: [...categories],
    origin: 'feed',
    companyId: null,
    companyName: null,
    collectionId: null,
    collectionName: null,
    wantsPage: draft.wantsPage,
    kept: picturesOf(draft).map((pictureUrl) => ({ url: pictureUrl, stored: null, isGivenUp: false })),
    note: star.note,
    tags: [...star.tags],
    html: feedText?.html ?? '',
    text: feedText?.text ?? '',
    pictures: feedText?.pictures ?? [],
  }
}

function picturesOf({ leadImageUrl, feedText }: ArticleDraft): string[] {
  const shown = (feedText?.pictures ?? []).map((picture) => picture.url)
  return [...new Set(leadImageUrl === null ? shown : [leadImageUrl, ...shown])]
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? url
}
