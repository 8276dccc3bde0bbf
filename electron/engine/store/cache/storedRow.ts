import type { MissingReason } from '../../../../shared/contract/missing.ts'
import type { Category, OfflineState } from '../../../../shared/contract/schemas.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import { categoryOf } from './cachedSources.ts'

/** An article as lists show it, before the engine adds the source's title and what is saved. */
export interface StoredRow {
  readonly id: string
  readonly sourceId: string
  readonly category: Category
  readonly title: string
  readonly url: string | null
  readonly author: string | null
  readonly publishedAt: EpochMs | null
  readonly updatedAt: EpochMs | null
  readonly listedAt: EpochMs
  readonly firstSeenAt: EpochMs
  readonly isRead: boolean
  readonly offline: OfflineState
  /** What is missing of it first of all; null where it is ready. */
  readonly missing: MissingReason | null
  readonly excerpt: string
  /** The hash of a stored picture, by which the app's own origin serves it. */
  readonly thumbnailHash: string | null
}

/** A row of the view `listed_articles`, which every query of lists reads. */
export interface ListedArticle {
  readonly row: number
  readonly id: string
  readonly source: number
  readonly source_id: string
  readonly category: number
  readonly is_read: number
  readonly offline: number
  readonly listed_at_ms: EpochMs
  readonly first_seen_at_ms: EpochMs
  readonly published_at_ms: EpochMs | null
  readonly updated_at_ms: EpochMs | null
  readonly title: string
  readonly url: string | null
  readonly author: string | null
  readonly thumbnail_hash: string | null
  readonly excerpt: string
  readonly missing: MissingReason | null
}

/** The view's columns in their order. */
export type ListedValues = readonly [
  row: number,
  id: string,
  source: number,
  sourceId: string,
  category: number,
  isRead: number,
  offline: number,
  listedAt: EpochMs,
  firstSeenAt: EpochMs,
  publishedAt: EpochMs | null,
  updatedAt: EpochMs | null,
  title: string,
  url: string | null,
  author: string | null,
  thumbnailHash: string | null,
  excerpt: string,
  missing: MissingReason | null,
]

/** A row of the view from its values. */
export function listedArticle(values: ListedValues): ListedArticle {
  const [row, id, source, source_id, category, is_read, offline, listed_at_ms, first_seen_at_ms, published_at_ms] = values
  const [, , , , , , , , , , updated_at_ms, title, url, author, thumbnail_hash, excerpt, missing] = values
  return {
    row,
    id,
    source,
    source_id,
    category,
    is_read,
    offline,
    listed_at_ms,
    first_seen_at_ms,
    published_at_ms,
    updated_at_ms,
    title,
    url,
    author,
    thumbnail_hash,
    excerpt,
    missing,
  }
}

const OFFLINE_STATES = ['none', 'partial', 'ready'] as const

/** An offline state as the cache writes it. */
export function offlineNumber(state: OfflineState): number {
  return OFFLINE_STATES.indexOf(state)
}

/** What a listed article is to the engine. */
export function storedRow(listed: ListedArticle): StoredRow {
  return {
    id: listed.id,
    sourceId: listed.source_id,
    category: categoryOf(listed.category),
    title: listed.title,
    url: listed.url,
    author: listed.author,
    publishedAt: listed.published_at_ms,
    updatedAt: listed.updated_at_ms,
    listedAt: listed.listed_at_ms,
    firstSeenAt: listed.first_seen_at_ms,
    isRead: listed.is_read === 1,
    offline: OFFLINE_STATES[listed.offline] ?? 'none',
    missing: listed.missing,
    excerpt: listed.excerpt,
    thumbnailHash: listed.thumbnail_hash,
  }
}
