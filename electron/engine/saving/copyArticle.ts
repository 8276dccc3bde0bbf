import type { SavedCopy } from '../store/library/savedCopy.ts'
import { chosenText } from './chosenText.ts'
import { keptPictures } from './keptPictures.ts'
import type { SavingParts } from './savingParts.ts'

/** What a person says of an article when saving it. */
export interface SavingWords {
  readonly note: string
  readonly tags: readonly string[]
  readonly collectionId: string | null
}

/** A full copy of a cached article: it needs nothing of the cache from then on. Null where the cache has no such article. */
export async function copyArticle(id: string, words: SavingWords, parts: SavingParts): Promise<SavedCopy | null> {
  const { store, now } = parts
  const stored = store.articles.getContent(id)
  const source = stored === null ? null : store.sources.get(stored.sourceId)
  if (stored === null || source === null) return null
  const { text, origin } = chosenText(stored, null)
  const { sourceId, category, title, url, author, publishedAt, updatedAt, firstSeenAt, excerpt, language, categories } = stored
  const company = source.companyId === null ? null : store.companies.get(source.companyId)
  return {
    id,
    sourceId,
    category,
    title,
    url,
    author,
    publishedAt,
    updatedAt,
    firstSeenAt,
    excerpt,
    language,
    categories,
    origin,
    sourceTitle: source.title,
    sourceUrl: source.url,
    siteUrl: source.siteUrl,
    companyId: company?.id ?? null,
    companyName: company?.name ?? null,
    savedAt: now(),
    note: words.note,
    tags: [...new Set(words.tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))],
    collectionId: words.collectionId,
    collectionName: null,
    html: text?.html ?? '',
    text: text?.text ?? '',
    pictures: text?.pictures ?? [],
    wantsPage: stored.wantsPage && origin === 'feed',
    kept: await keptPictures([stored.leadImageUrl, ...(text?.pictures ?? []).map((picture) => picture.url)], parts),
  }
}
