import type { EpochMs } from '../../../shared/time.ts'
import type { ArticleDraft } from '../article/articleDraft.ts'
import type { KeptSource } from '../store/library/sources.ts'
import type { SavedCopy } from '../store/library/savedCopy.ts'
import { savedIdOf } from '../store/store.ts'
import type { Star } from '../workbench/jobs.ts'
import type { EngineParts } from './engineParts.ts'

/** A star that is to be saved. `articleId`: the article of the followed source that it is; null where there is none. */
export interface StarToSave {
  readonly star: Star
  readonly draft: ArticleDraft
  readonly savedAt: EpochMs
  readonly source: KeptSource | null
  readonly articleId: string | null
}

/** The saved item of a star, with the text that the export carries. Its id is the one that the article would have were its feed followed. */
export function starredCopy({ star, draft, savedAt, source, articleId }: StarToSave, { now }: EngineParts): SavedCopy {
  const sourceUrl = star.feedUrl ?? star.siteUrl ?? draft.url ?? 'about:blank'
  const ids = savedIdOf(sourceUrl, draft.identityKey)
  const { title, url, author, publishedAt, updatedAt, language, categories, feedText } = draft
  return {
    id: articleId ?? ids.articleId,
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
    note: star.note,
    tags: [...star.tags],
    html: feedText?.html ?? '',
    text: feedText?.text ?? '',
    pictures: feedText?.pictures ?? [],
  }
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? url
}
