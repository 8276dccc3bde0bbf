import type { EpochMs } from '../../../../shared/time.ts'
import { inTransaction, prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { ArticleTexts } from './articleTexts.ts'
import { pageState } from './offlineState.ts'
import { cursorOf, placeOf } from './listScope.ts'

/** An article that rules have still to judge. `isNews`: it arrived or was edited; else only the rules changed. */
export interface WaitingForRules {
  readonly article: number
  readonly isNews: boolean
}

/** An article as rules judge it. */
export interface WatchableArticle {
  readonly article: number
  readonly id: string
  readonly sourceId: string
  readonly title: string
  readonly author: string
  readonly text: string
  readonly publishedAt: EpochMs | null
  readonly listedAt: EpochMs
  readonly firstSeenAt: EpochMs
  /** Its page is still to come, and with it perhaps the rest of its text. */
  readonly isAwaitingPage: boolean
}

/** A part of all articles, newest first, muted ones too. `next`: where the next part begins. */
export interface WatchablePart {
  readonly articles: WatchableArticle[]
  readonly next: string | null
}

/** The articles that rules are still to judge. What arrives or changes comes here by itself. */
export interface WatchQueue {
  next(limit: number): WaitingForRules[]
  isEmpty(): boolean
  done(articles: readonly number[]): void
  /** Has articles be judged anew, by their ids, because the rules changed. */
  addByIds(ids: readonly string[]): void
  /** Has those be judged anew that were caught by a rule which is none of these, as after a library was restored. */
  addOrphans(ruleIds: readonly string[]): void
  /** Nobody has rules: nothing is to be judged but what rules caught that are gone. */
  dropUncaught(): void
  /** Null where the article is gone. */
  read(article: number): WatchableArticle | null
  part(limit: number, after: string | null): WatchablePart
  /** How many articles `part` leads through. */
  total(): number
  /** When the first of a source's articles that are here were first seen. */
  firstSeenOf(sourceId: string): EpochMs | null
}

interface WatchableRow {
  readonly row: number
  readonly id: string
  readonly source_id: string
  readonly title: string
  readonly author: string | null
  readonly published_at_ms: EpochMs | null
  readonly listed_at_ms: EpochMs
  readonly first_seen_at_ms: EpochMs
  readonly page_state: number
}

/** The queue of articles to be judged. */
export function watchQueue(database: Database, texts: ArticleTexts): WatchQueue {
  const statements = { ...prepareQueue(database), ...prepareReading(database) }

  function watchable(row: WatchableRow): WatchableArticle {
    return {
      article: row.row,
      id: row.id,
      sourceId: row.source_id,
      title: row.title,
      author: row.author ?? '',
      text: texts.shown(row.row)?.text ?? '',
      publishedAt: row.published_at_ms,
      listedAt: row.listed_at_ms,
      firstSeenAt: row.first_seen_at_ms,
      isAwaitingPage: row.page_state === pageState.wanted,
    }
  }

  return {
    next: (limit) => statements.next.all({ limit }).map((row) => ({ article: row.article, isNews: row.is_news === 1 })),
    isEmpty: () => statements.next.get({ limit: 1 }) === undefined,
    done: (articles) =>
      inTransaction(database, () => {
        for (const article of articles) statements.done.run({ article })
      }),
    addByIds: (ids) => void statements.addByIds.run({ ids: JSON.stringify(ids) }),
    addOrphans: (ruleIds) => void statements.addOrphans.run({ ruleIds: JSON.stringify(ruleIds) }),
    dropUncaught: () => void statements.dropUncaught.run({}),
    read: (article) => {
      const row = statements.read.get({ article })
      return row ? watchable(row) : null
    },
    part: (limit, after) => {
      const place = after === null ? { at: Number.MAX_SAFE_INTEGER, row: Number.MAX_SAFE_INTEGER } : placeOf(after)
      const rows = place === null ? [] : statements.part.all({ ...place, limit: limit + 1 })
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)
      return {
        articles: shown.map(watchable),
        next: rows.length > limit && last ? cursorOf({ at: last.listed_at_ms, row: last.row }) : null,
      }
    },
    total: () => statements.total.get({})?.count ?? 0,
    firstSeenOf: (sourceId) => statements.firstSeen.get({ sourceId })?.at ?? null,
  }
}

function prepareQueue(database: Database) {
  return {
    // Newest first: what arrives does not wait for what is judged anew.
    next: prepare<{ article: number; is_news: number }>(
      database,
      'SELECT article, is_news FROM to_watch ORDER BY article DESC LIMIT :limit',
    ),
    done: prepare(database, 'DELETE FROM to_watch WHERE article = :article'),
    addByIds: prepare(
      database,
      `INSERT OR IGNORE INTO to_watch (article, is_news)
       SELECT row, 0 FROM articles WHERE id IN (SELECT value FROM json_each(:ids))`,
    ),
    addOrphans: prepare(
      database,
      `INSERT OR IGNORE INTO to_watch (article, is_news)
       SELECT DISTINCT article, 0 FROM catches WHERE rule NOT IN (SELECT value FROM json_each(:ruleIds))`,
    ),
    dropUncaught: prepare(database, 'DELETE FROM to_watch WHERE article NOT IN (SELECT article FROM catches)'),
  }
}

function prepareReading(database: Database) {
  return {
    read: prepare<WatchableRow>(
      database,
      `SELECT row, id, source_id, title, author, published_at_ms, listed_at_ms, first_seen_at_ms, page_state
       FROM articles CROSS JOIN cached_sources ON cached_sources.source = articles.source
       WHERE row = :article`,
    ),
    part: prepare<WatchableRow>(
      database,
      `SELECT row, id, source_id, title, author, published_at_ms, listed_at_ms, first_seen_at_ms, page_state
       FROM articles CROSS JOIN cached_sources ON cached_sources.source = articles.source
       WHERE is_hidden = 0 AND (listed_at_ms, row) < (:at, :row)
       ORDER BY listed_at_ms DESC, row DESC
       LIMIT :limit`,
    ),
    total: prepare<{ count: number }>(
      database,
      `SELECT coalesce(sum(total), 0) + (
         SELECT count(*) FROM muted
         WHERE source NOT IN (SELECT source FROM cached_sources WHERE is_hidden = 1)) AS count
       FROM cached_sources
       WHERE is_hidden = 0`,
    ),
    firstSeen: prepare<{ at: EpochMs | null }>(
      database,
      `SELECT min(first_seen_at_ms) AS at FROM articles
       WHERE source = (SELECT source FROM cached_sources WHERE source_id = :sourceId)`,
    ),
  }
}
