import { createHash } from 'node:crypto'
import type { ArticleDraft, ArticleText } from '../../../electron/engine/article/articleDraft.ts'
import type { StoredScope } from '../../../electron/engine/store/cache/listScope.ts'
import type { SavedCopy } from '../../../electron/engine/store/library/savedCopy.ts'
import type { KeptSource } from '../../../electron/engine/store/library/sources.ts'
import type { Store } from '../../../electron/engine/store/store.ts'
import type { EpochMs } from '../../../shared/time.ts'

/** What the tests of the store build their worlds from. */

export const NOON = Date.UTC(2026, 0, 15, 12) as EpochMs

export const EVERYTHING: StoredScope = { sourceIds: null, category: null, unreadOnly: false, since: null }
export const UNREAD: StoredScope = { ...EVERYTHING, unreadOnly: true }

/** A moment so many minutes after noon. */
export function minute(count: number): EpochMs {
  return (NOON + count * 60_000) as EpochMs
}

export function followed(store: Store, name = 'alpha', change: Partial<KeptSource> = {}): KeptSource {
  return store.sources.add({
    kind: 'feed',
    title: `The ${name}`,
    url: `https://${name}.example/feed`,
    siteUrl: `https://${name}.example/`,
    category: 'company',
    ...change,
  })
}

export function textOf(text: string, pictures: string[] = []): ArticleText {
  const named = pictures.map((url) => ({ url, alt: '', width: null, height: null }))
  return { html: `<p>${text}</p>`, text, excerpt: text.slice(0, 320), pictures: named, isCut: false }
}

/** A draft whose id, link and text follow from its name; the hash follows from what it says. */
export function draftOf(name: string, change: Partial<ArticleDraft> = {}): ArticleDraft {
  const draft: ArticleDraft = {
    identityKey: `id:${name}`,
    linkKey: `news.example/${name}`,
    rawId: name,
    title: `About ${name}`,
    url: `https://news.example/${name}`,
    author: null,
    publishedAt: NOON,
    updatedAt: null,
    language: 'en',
    categories: [],
    feedText: textOf(`All there is to say about ${name}.`),
    pageText: null,
    leadImageUrl: null,
    wantsPage: false,
    contentHash: '',
    ...change,
  }
  const hash = createHash('sha256').update(JSON.stringify([draft.title, draft.feedText, draft.publishedAt]))
  return { ...draft, contentHash: change.contentHash ?? hash.digest('hex') }
}

/** Keeps drafts and answers the ids of those that are new. */
export function kept(store: Store, source: KeptSource, drafts: readonly ArticleDraft[], at: EpochMs = NOON): string[] {
  return store.articles.keep(source.id, source.category, drafts, at).added
}

/** Indexes whatever waits. */
export function indexed(store: Store): void {
  while (store.search.indexSlice(50) > 0);
}

export function savedCopyOf(name: string, change: Partial<SavedCopy> = {}): SavedCopy {
  const { html, text, excerpt, pictures } = textOf(`The saved words of ${name}.`)
  return {
    id: `saved-${name}`,
    sourceId: 'gone',
    sourceTitle: 'A source that is gone',
    sourceUrl: 'https://gone.example/feed',
    siteUrl: null,
    category: 'industry',
    title: `Saved ${name}`,
    url: `https://gone.example/${name}`,
    author: 'Press office',
    publishedAt: NOON,
    updatedAt: null,
    firstSeenAt: NOON,
    savedAt: NOON,
    note: '',
    tags: [],
    collectionId: null,
    collectionName: null,
    companyId: null,
    companyName: null,
    wantsPage: false,
    kept: [],
    language: 'en',
    categories: ['Networks'],
    origin: 'feed',
    html,
    text,
    excerpt,
    pictures,
    ...change,
  }
}

/** The titles of a list from its first page to its last. */
export function titlesOf(store: Store, scope: StoredScope, order: 'newest' | 'oldest' = 'newest', limit = 3): string[] {
  const titles: string[] = []
  for (let after: string | null = null; ;) {
    const page = store.articles.page({ scope, order, limit, after })
    titles.push(...page.rows.map((row) => row.title))
    if (page.next === null) return titles
    after = page.next
  }
}
