import type { TextOrigin } from '../../../../shared/contract/article.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import type { ArticleText } from '../../article/articleDraft.ts'
import { packText, unpackText } from '../../article/packedText.ts'
import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'

/** The texts that are stored of an article. */
export interface StoredTexts {
  readonly feedText: ArticleText | null
  readonly pageText: ArticleText | null
}

/** What an article said before it was edited. */
export interface ArticleVersion {
  readonly title: string
  readonly updatedAt: EpochMs | null
  readonly replacedAt: EpochMs
  readonly text: ArticleText | null
}

/** The texts of articles, by the article's row, and what they said before. */
export interface ArticleTexts {
  get(article: number): StoredTexts
  /** The text that is shown of it. */
  shown(article: number): ArticleText | null
  /** `packed`: the same text, packed already. */
  put(article: number, origin: TextOrigin, text: ArticleText | null, packed?: Uint8Array): void
  /** Sets the feed's text aside as a version; the newest five are kept. */
  setAside(article: number, title: string, updatedAt: EpochMs | null, at: EpochMs): void
  /** Newest first. */
  versions(article: number): ArticleVersion[]
}

interface TextsRow {
  readonly feed_text: Uint8Array | null
  readonly page_text: Uint8Array | null
}

interface VersionRow {
  readonly title: string
  readonly updated_at_ms: EpochMs | null
  readonly replaced_at_ms: EpochMs
  readonly feed_text: Uint8Array | null
}

const VERSIONS_KEPT = 5

/** The tables of texts and versions. */
export function articleTexts(database: Database): ArticleTexts {
  const statements = prepareStatements(database)
  return {
    get: (article) => {
      const row = statements.texts.get({ article })
      return { feedText: unpackText(row?.feed_text ?? null), pageText: unpackText(row?.page_text ?? null) }
    },
    shown: (article) => unpackText(statements.shown.get({ article })?.shown ?? null),
    put: (article, origin, text, packedText) => {
      const packed = text && (packedText ?? packText(text))
      switch (origin) {
        case 'feed':
          return void statements.putFeed.run({ article, packed })
        case 'page':
          return void statements.putPage.run({ article, packed })
      }
    },
    setAside: (article, title, updatedAt, at) => {
      statements.setAside.run({ article, title, updatedAt, at })
      statements.trim.run({ article, kept: VERSIONS_KEPT })
    },
    versions: (article) => statements.versions.all({ article }).map(versionOf),
  }
}

function prepareStatements(database: Database) {
  return {
    texts: prepare<TextsRow>(database, 'SELECT feed_text, page_text FROM article_texts WHERE article = :article'),
    shown: prepare<{ shown: Uint8Array | null }>(
      database,
      `SELECT coalesce(iif(prefers_page = 1, page_text, NULL), feed_text, page_text) AS shown
       FROM articles CROSS JOIN article_texts ON article = row
       WHERE row = :article`,
    ),
    putFeed: prepare(
      database,
      `INSERT INTO article_texts (article, feed_text) VALUES (:article, :packed)
       ON CONFLICT (article) DO UPDATE SET feed_text = excluded.feed_text`,
    ),
    putPage: prepare(
      database,
      `INSERT INTO article_texts (article, page_text) VALUES (:article, :packed)
       ON CONFLICT (article) DO UPDATE SET page_text = excluded.page_text`,
    ),
    setAside: prepare(
      database,
      `INSERT INTO article_versions (article, replaced_at_ms, updated_at_ms, title, feed_text)
       VALUES (:article, :at, :updatedAt, :title, (SELECT feed_text FROM article_texts WHERE article = :article))`,
    ),
    trim: prepare(
      database,
      `DELETE FROM article_versions
       WHERE version IN (
         SELECT version FROM article_versions
         WHERE article = :article
         ORDER BY version DESC
         LIMIT -1 OFFSET :kept)`,
    ),
    versions: prepare<VersionRow>(
      database,
      `SELECT title, updated_at_ms, replaced_at_ms, feed_text FROM article_versions
       WHERE article = :article
       ORDER BY version DESC`,
    ),
  }
}

function versionOf(row: VersionRow): ArticleVersion {
  return { title: row.title, updatedAt: row.updated_at_ms, replacedAt: row.replaced_at_ms, text: unpackText(row.feed_text) }
}
