import type { TextOrigin } from '../../../../shared/contract/article.ts'
import type { Category } from '../../../../shared/contract/schemas.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import { unpackText } from '../../article/packedText.ts'
import type { KeptPicture, ListedSaved, SavedCopy } from './savedCopy.ts'

/** A row of the table of saved items. */
export interface SavedRow {
  readonly row: number
  readonly id: string
  readonly source_id: string
  readonly source_title: string
  readonly source_url: string
  readonly site_url: string | null
  readonly category: Category
  readonly title: string
  readonly url: string | null
  readonly author: string | null
  readonly published_at_ms: EpochMs | null
  readonly updated_at_ms: EpochMs | null
  readonly first_seen_at_ms: EpochMs
  readonly saved_at_ms: EpochMs
  readonly excerpt: string
  readonly language: string | null
  readonly categories: string
  readonly origin: TextOrigin
  readonly note: string
  readonly collection_id: string | null
  readonly collection_name: string | null
  readonly company_id: string | null
  readonly company_name: string | null
  readonly wants_page: number
}

/** A row with what its pictures come to. */
export interface ListedSavedRow extends SavedRow {
  readonly missing_pictures: number
  readonly thumbnail_hash: string | null
}

type SavedAbout = Omit<ListedSaved, 'thumbnailHash' | 'missingPictures' | 'lacksText'>

/** A row as a list shows it. */
export function listedSaved(row: ListedSavedRow, tags: string[]): ListedSaved {
  return {
    ...aboutOf(row, tags),
    thumbnailHash: row.thumbnail_hash,
    missingPictures: row.missing_pictures,
    lacksText: row.wants_page === 1,
  }
}

/** A row with its text, tags and pictures. A text that is damaged or missing comes out empty. */
export function savedCopy(row: SavedRow, tags: string[], body: Uint8Array | null, kept: KeptPicture[]): SavedCopy {
  const text = unpackText(body)
  return {
    ...aboutOf(row, tags),
    collectionName: row.collection_name,
    siteUrl: row.site_url,
    language: row.language,
    categories: JSON.parse(row.categories) as string[],
    origin: row.origin,
    wantsPage: row.wants_page === 1,
    html: text?.html ?? '',
    text: text?.text ?? '',
    pictures: text?.pictures ?? [],
    kept,
  }
}

/** A copy as the values of a row. */
export function savedValues(copy: SavedCopy) {
  const { id, sourceId, sourceTitle, sourceUrl, siteUrl, category, title, url, author } = copy
  const { publishedAt, updatedAt, firstSeenAt, savedAt, excerpt, language, origin, note } = copy
  const named = { id, sourceId, sourceTitle, sourceUrl, siteUrl, category, title, url, author }
  const timed = { publishedAt, updatedAt, firstSeenAt, savedAt }
  const placed = { collectionId: copy.collectionId, companyId: copy.companyId, companyName: copy.companyName }
  const categories = JSON.stringify(copy.categories)
  return { ...named, ...timed, ...placed, excerpt, language, categories, origin, note, wantsPage: Number(copy.wantsPage) }
}

function aboutOf(row: SavedRow, tags: string[]): SavedAbout {
  return {
    id: row.id,
    sourceId: row.source_id,
    sourceTitle: row.source_title,
    sourceUrl: row.source_url,
    category: row.category,
    title: row.title,
    url: row.url,
    author: row.author,
    publishedAt: row.published_at_ms,
    updatedAt: row.updated_at_ms,
    firstSeenAt: row.first_seen_at_ms,
    savedAt: row.saved_at_ms,
    excerpt: row.excerpt,
    note: row.note,
    tags,
    collectionId: row.collection_id,
    companyId: row.company_id,
    companyName: row.company_name,
  }
}

/** A copy as a list shows it. */
export function listedCopy(copy: SavedCopy): ListedSaved {
  const { html: _html, text: _text, pictures: _pictures, origin: _origin, siteUrl: _site, language: _language, ...rest } = copy
  const { categories: _categories, collectionName: _collection, wantsPage, kept, ...about } = rest
  return {
    ...about,
    thumbnailHash: kept.find((picture) => picture.stored !== null)?.stored?.hash ?? null,
    missingPictures: kept.filter((picture) => picture.stored === null).length,
    lacksText: wantsPage,
  }
}
