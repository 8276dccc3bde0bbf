import type { MissingReason } from '../../../../shared/contract/missing.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import type { ArticleText } from '../../article/articleDraft.ts'
import { inTransaction, prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { ArticleTexts, ArticleVersion } from './articleTexts.ts'
import { listedAt, shownText } from './articleWriter.ts'
import { offlineAnswer, pageState } from './offlineState.ts'
import type { OfflineAnswer, PageTrouble } from './offlineState.ts'
import type { PicturesTable } from './pictures.ts'
import type { PictureUses } from './pictureUses.ts'
import type { ReadState } from './readState.ts'
import { offlineNumber, storedRow } from './storedRow.ts'
import type { ListedArticle, StoredRow } from './storedRow.ts'

/** An article with all that is stored of it. */
export interface StoredArticle extends StoredRow {
  readonly feedText: ArticleText | null
  readonly pageText: ArticleText | null
  /** True where the page's text is the better one to show. */
  readonly prefersPage: boolean
  /** True while the article's page should still be fetched. */
  readonly wantsPage: boolean
  readonly leadImageUrl: string | null
  readonly language: string | null
  readonly categories: string[]
  readonly readTo: number
}

/** What an article's page says beside its text. It fills in what the feed left out. */
export interface PageAbout {
  readonly author: string | null
  readonly publishedAt: number | null
  readonly leadImageUrl: string | null
  readonly language: string | null
  readonly isBetter: boolean
}

/** Articles one at a time: their texts, the texts of their pages, and whether they are ready for offline. */
export interface ArticleContent {
  getContent(id: string): StoredArticle | null
  versions(id: string): ArticleVersion[]
  /** Keeps the text of an article's page; false where there is no such article. */
  keepPageText(id: string, text: ArticleText, about: PageAbout): boolean
  /** Gives up on an article's page: it is not asked for again until the article changes, or a person asks. */
  giveUpPage(id: string, why: PageTrouble): void
  /** Notes why an article's page, which stays wanted, did not come this time. */
  notePageTrouble(id: string, why: PageTrouble): void
  /** Wants the pages again that were given up. */
  wantPagesAgain(ids: readonly string[]): void
  /** Articles whose page was not fetched yet, newest first. */
  pagesWanted(limit: number): { id: string; sourceId: string; url: string }[]
  /** Judges anew whether articles open complete offline, as after their pictures came; answers the ids that changed. */
  refreshOffline(ids: readonly string[]): string[]
  /** Everything that is missing of an article, text first, a reason for each picture. */
  missingOf(id: string): readonly MissingReason[]
}

/** The pictures of articles: what is known of them, and who shows them. */
export interface ArticlePictures {
  readonly pictures: PicturesTable
  readonly uses: PictureUses
}

interface ContentRow extends ListedArticle {
  readonly page_state: number
  readonly page_trouble: PageTrouble | null
  readonly wants_pictures: number
  readonly prefers_page: number
  readonly lead_image_url: string | null
  readonly language: string | null
  readonly categories: string | null
}

/** The content of articles. */
export function articleContent(
  database: Database,
  texts: ArticleTexts,
  articlePictures: ArticlePictures,
  readState: ReadState,
): ArticleContent {
  return new CachedContent(database, texts, articlePictures, readState)
}

class CachedContent implements ArticleContent {
  readonly #database: Database
  readonly #texts: ArticleTexts
  readonly #pictures: PicturesTable
  readonly #uses: PictureUses
  readonly #readState: ReadState
  readonly #statements: ReturnType<typeof prepareStatements>

  constructor(database: Database, texts: ArticleTexts, { pictures, uses }: ArticlePictures, readState: ReadState) {
    this.#database = database
    this.#texts = texts
    this.#pictures = pictures
    this.#uses = uses
    this.#readState = readState
    this.#statements = prepareStatements(database)
  }

  readonly getContent = (id: string): StoredArticle | null => {
    const row = this.#statements.content.get({ id })
    return row ? storedArticle(row, this.#texts.get(row.row), this.#readState.readTo(id)) : null
  }

  readonly versions = (id: string): ArticleVersion[] => {
    const row = this.#statements.content.get({ id })
    return row ? this.#texts.versions(row.row) : []
  }

  readonly keepPageText = (id: string, text: ArticleText, about: PageAbout): boolean =>
    inTransaction(this.#database, () => {
      const row = this.#statements.content.get({ id })
      if (!row) return false
      this.#putPage(row, text, about)
      this.#statements.waitForIndex.run({ article: row.row })
      this.#judge(id)
      return true
    })

  readonly giveUpPage = (id: string, why: PageTrouble): void => this.#noteTrouble(id, why, pageState.givenUp)

  readonly notePageTrouble = (id: string, why: PageTrouble): void => this.#noteTrouble(id, why, pageState.wanted)

  readonly wantPagesAgain = (ids: readonly string[]): void => {
    this.#statements.wantAgain.run({ ids: JSON.stringify(ids), wanted: pageState.wanted, givenUp: pageState.givenUp })
  }

  readonly pagesWanted = (limit: number): { id: string; sourceId: string; url: string }[] =>
    this.#statements.wanted.all({ limit }).map(({ id, source_id, url }) => ({ id, sourceId: source_id, url }))

  readonly refreshOffline = (ids: readonly string[]): string[] => inTransaction(this.#database, () => ids.filter((id) => this.#judge(id)))

  readonly missingOf = (id: string): readonly MissingReason[] => {
    const row = this.#statements.content.get({ id })
    return row ? this.#answerFor(row).missing : []
  }

  #putPage(row: ContentRow, text: ArticleText, about: PageAbout): void {
    const publishedAt = (row.published_at_ms ?? about.publishedAt) as EpochMs | null
    const { author, language, leadImageUrl } = about
    const prefersPage = Number(about.isBetter)
    const page = pageState.there
    const listed = listedAt(publishedAt, row.first_seen_at_ms)
    this.#texts.put(row.row, 'page', text)
    const { feedText } = this.#texts.get(row.row)
    const excerpt = shownText(feedText, text, about.isBetter)?.excerpt ?? row.excerpt
    const found = { author, language, leadImageUrl, publishedAt, prefersPage, page, excerpt, listedAt: listed }
    this.#statements.putPage.run({ article: row.row, ...found })
  }

  #answerFor(row: ContentRow): OfflineAnswer {
    const { feedText, pageText } = this.#texts.get(row.row)
    const text = shownText(feedText, pageText, row.prefers_page === 1)
    const otherText = text === feedText ? pageText : feedText
    const question = { text, otherText, leadImageUrl: row.lead_image_url, page: row.page_state, pageTrouble: row.page_trouble }
    return offlineAnswer(question, this.#pictures)
  }

  /** True where the answer is another one than before. */
  #judge(id: string): boolean {
    const row = this.#statements.content.get({ id })
    if (!row) return false
    const { thumbnailHash, stored, ...answer } = this.#answerFor(row)
    const offline = offlineNumber(answer.offline)
    const missing = answer.missing[0] ?? null
    const wantsPictures = Number(answer.wantsPictures)
    this.#uses.put(row.row, stored)
    const isShownAlike = offline === row.offline && thumbnailHash === row.thumbnail_hash && missing === row.missing
    if (isShownAlike && wantsPictures === row.wants_pictures) return false
    this.#statements.putOffline.run({ article: row.row, offline, thumbnailHash, missing, wantsPictures })
    return !isShownAlike
  }

  #noteTrouble(id: string, why: PageTrouble, page: number): void {
    inTransaction(this.#database, () => {
      this.#statements.putTrouble.run({ id, why, wanted: pageState.wanted, page })
      this.#judge(id)
    })
  }
}

function storedArticle(row: ContentRow, texts: ReturnType<ArticleTexts['get']>, readTo: number): StoredArticle {
  return {
    ...storedRow(row),
    ...texts,
    prefersPage: row.prefers_page === 1,
    wantsPage: row.page_state === pageState.wanted,
    leadImageUrl: row.lead_image_url,
    language: row.language,
    categories: row.categories === null ? [] : (JSON.parse(row.categories) as string[]),
    readTo,
  }
}

function prepareStatements(database: Database) {
  return {
    content: prepare<ContentRow>(
      database,
      `SELECT listed_articles.*, page_state, page_trouble, wants_pictures, prefers_page, lead_image_url, language, categories
       FROM listed_articles JOIN articles ON articles.row = listed_articles.row
       WHERE listed_articles.id = :id`,
    ),
    putPage: prepare(
      database,
      `UPDATE articles SET
         author = coalesce(author, :author), language = coalesce(language, :language),
         lead_image_url = coalesce(lead_image_url, :leadImageUrl), published_at_ms = :publishedAt, listed_at_ms = :listedAt,
         prefers_page = :prefersPage, page_state = :page, page_trouble = NULL, excerpt = :excerpt
       WHERE row = :article`,
    ),
    putOffline: prepare(
      database,
      `UPDATE articles SET offline = :offline, thumbnail_hash = :thumbnailHash, missing = :missing, wants_pictures = :wantsPictures
       WHERE row = :article`,
    ),
    putTrouble: prepare(database, 'UPDATE articles SET page_state = :page, page_trouble = :why WHERE id = :id AND page_state = :wanted'),
    wantAgain: prepare(
      database,
      `UPDATE articles SET page_state = :wanted
       WHERE id IN (SELECT value FROM json_each(:ids)) AND page_state = :givenUp AND url IS NOT NULL`,
    ),
    // The literal lets the partial index of wanted pages be used.
    wanted: prepare<{ id: string; source_id: string; url: string }>(
      database,
      `SELECT articles.id, source_id, url
       FROM articles CROSS JOIN cached_sources ON cached_sources.source = articles.source
       WHERE page_state = 1 AND url IS NOT NULL AND is_hidden = 0
       ORDER BY row DESC
       LIMIT :limit`,
    ),
    waitForIndex: prepare(database, 'INSERT OR IGNORE INTO to_index (article) VALUES (:article)'),
  }
}
