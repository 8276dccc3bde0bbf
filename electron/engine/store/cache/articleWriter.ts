import type { Category } from '../../../../shared/contract/schemas.ts'
import { EARLIEST_NEWS } from '../../../../shared/time.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import type { ArticleDraft, ArticleText } from '../../article/articleDraft.ts'
import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import { linkHash, shortContentHash } from './articleKeys.ts'
import type { ArticleTexts } from './articleTexts.ts'
import { categoryNumber } from './cachedSources.ts'
import type { KnownArticle } from './findArticles.ts'
import { offlineAnswer, pageState } from './offlineState.ts'
import type { PicturesTable } from './pictures.ts'
import type { PictureUses } from './pictureUses.ts'
import { offlineNumber } from './storedRow.ts'

/** The place that a new article takes. */
export interface NewPlace {
  readonly id: string
  readonly source: number
  readonly category: Category
  readonly isRead: boolean
  readonly at: EpochMs
}

/** Writes articles and their texts. Called inside a transaction. */
export interface ArticleWriter {
  insert(draft: ArticleDraft, place: NewPlace): void
  /** Puts a new version in place of the old one, which is set aside. */
  replace(known: KnownArticle, draft: ArticleDraft, at: EpochMs): void
}

/** When lists show an article: what the publisher says, where that is neither absurdly old nor still to come. */
export function listedAt(publishedAt: EpochMs | null, firstSeenAt: EpochMs): EpochMs {
  return Math.max(EARLIEST_NEWS, Math.min(publishedAt ?? firstSeenAt, firstSeenAt)) as EpochMs
}

/** The writer of the tables of articles. */
export function articleWriter(database: Database, texts: ArticleTexts, pictures: PicturesTable, uses: PictureUses): ArticleWriter {
  const { insert, replace, waitForIndex } = prepareStatements(database)
  return {
    insert: (draft, { id, source, category, isRead, at }) => {
      const page = draft.pageText ? pageState.there : draft.wantsPage ? pageState.wanted : pageState.notWanted
      const completion = { firstSeenAt: at, page, pageText: draft.pageText, prefersPage: draft.pageText !== null }
      const { stored, ...values } = valuesOf(draft, completion, pictures)
      const place = { id, source, category: categoryNumber(category), isRead: Number(isRead), firstSeenAt: at }
      const article = insert.get({ ...place, ...values })?.row
      if (article === undefined) throw new Error('an article got no row')
      if (draft.feedText) texts.put(article, 'feed', draft.feedText, draft.packedFeedText)
      if (draft.pageText) texts.put(article, 'page', draft.pageText)
      if (stored.length > 0) uses.put(article, stored)
      waitForIndex.run({ article })
    },
    replace: (known, draft, at) => {
      const article = known.row
      texts.setAside(article, known.title, known.updated_at_ms, at)
      texts.put(article, 'feed', draft.feedText, draft.packedFeedText)
      if (draft.pageText) texts.put(article, 'page', draft.pageText)
      const page = draft.pageText ? pageState.there : nextPageState(known.page_state, draft.wantsPage)
      const pageText = draft.pageText ?? texts.get(article).pageText
      const prefersPage = draft.pageText !== null || known.prefers_page === 1
      const { stored, ...values } = valuesOf(draft, { firstSeenAt: known.first_seen_at_ms, page, pageText, prefersPage }, pictures)
      replace.run({ article, ...values })
      uses.put(article, stored)
      waitForIndex.run({ article })
    },
  }
}

/** The text that is shown of two: the page's where it is preferred or the only one. */
export function shownText(feedText: ArticleText | null, pageText: ArticleText | null, prefersPage: boolean): ArticleText | null {
  return (prefersPage ? pageText : null) ?? feedText ?? pageText
}

/** An edited article's page is wanted once more; until it comes, the page that is there will do. */
function nextPageState(before: number, wantsPage: boolean): number {
  if (!wantsPage) return before
  return before === pageState.there ? pageState.there : pageState.wanted
}

interface Completion {
  readonly firstSeenAt: EpochMs
  readonly page: number
  readonly pageText: ArticleText | null
  readonly prefersPage: boolean
}

function valuesOf(draft: ArticleDraft, { firstSeenAt, page, pageText, prefersPage }: Completion, pictures: PicturesTable) {
  const text = shownText(draft.feedText, pageText, prefersPage)
  const otherText = text === pageText ? draft.feedText : pageText
  const answer = offlineAnswer({ text, otherText, leadImageUrl: draft.leadImageUrl, page, pageTrouble: null }, pictures)
  const { title, url, author, language, publishedAt, updatedAt, leadImageUrl } = draft
  const said = { title, url, author, language, publishedAt, updatedAt, leadImageUrl }
  return {
    ...said,
    page,
    stored: answer.stored,
    thumbnailHash: answer.thumbnailHash,
    offline: offlineNumber(answer.offline),
    missing: answer.missing[0] ?? null,
    wantsPictures: Number(answer.wantsPictures),
    prefersPage: Number(prefersPage),
    listedAt: listedAt(publishedAt, firstSeenAt),
    linkHash: linkHash(draft.linkKey),
    contentHash: shortContentHash(draft.contentHash),
    categories: draft.categories.length === 0 ? null : JSON.stringify(draft.categories),
    excerpt: text?.excerpt ?? '',
  }
}

function prepareStatements(database: Database) {
  return {
    insert: prepare<{ row: number }>(
      database,
      `INSERT INTO articles (id, source, category, is_read, offline, page_state, prefers_page, listed_at_ms, first_seen_at_ms,
                             published_at_ms, updated_at_ms, link_hash, content_hash, title, url, author, language, categories,
                             lead_image_url, thumbnail_hash, excerpt, missing, wants_pictures)
       VALUES (:id, :source, :category, :isRead, :offline, :page, :prefersPage, :listedAt, :firstSeenAt,
               :publishedAt, :updatedAt, :linkHash, :contentHash, :title, :url, :author, :language, :categories,
               :leadImageUrl, :thumbnailHash, :excerpt, :missing, :wantsPictures)
       RETURNING row`,
    ),
    replace: prepare(
      database,
      `UPDATE articles SET
         offline = :offline, page_state = :page, prefers_page = :prefersPage, listed_at_ms = :listedAt,
         published_at_ms = :publishedAt, updated_at_ms = :updatedAt, link_hash = :linkHash, content_hash = :contentHash,
         title = :title, url = :url, author = :author, language = :language, categories = :categories,
         lead_image_url = :leadImageUrl, thumbnail_hash = :thumbnailHash, excerpt = :excerpt,
         missing = :missing, wants_pictures = :wantsPictures, page_trouble = NULL
       WHERE row = :article`,
    ),
    waitForIndex: prepare(database, 'INSERT OR IGNORE INTO to_index (article) VALUES (:article)'),
  }
}
