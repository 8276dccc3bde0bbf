import { prepareQuick } from '../profile/database.ts'
import type { Database, Parameters, Query } from '../profile/database.ts'
import { listedArticle } from './storedRow.ts'
import type { ListedArticle } from './storedRow.ts'

/** Where a page begins (`at`, `row`: the place after which), how far back it may go, and how long it is. */
export interface PageBounds extends Readonly<Record<string, number>> {
  readonly since: number
  readonly at: number
  readonly row: number
  readonly limit: number
}

/** The key of an article in its lists. */
export interface ListKey {
  readonly listed_at_ms: number
  readonly row: number
}

/** What narrows a walk through a company's mentions, or through what is watched: null where it does not. */
export interface NarrowBounds extends Parameters {
  readonly since: number
  readonly at: number
  readonly row: number
  readonly limit: number
  readonly unreadOnly: number
  readonly category: number | null
  readonly sourceIds: string | null
}

/** The bounds of a walk through a company's mentions. */
export interface MentionBounds extends NarrowBounds {
  readonly companyId: string
}

function listKey([listed_at_ms, row]: readonly [number, number]): ListKey {
  return { listed_at_ms, row }
}

/** The statements of one way through a scope, by what is shown and in which order. */
export interface Walks<Row, Given extends Parameters> {
  readonly any: { readonly newest: Pick<Query<Row, Given>, 'all'>; readonly oldest: Pick<Query<Row, Given>, 'all'> }
  readonly unread: { readonly newest: Pick<Query<Row, Given>, 'all'>; readonly oldest: Pick<Query<Row, Given>, 'all'> }
}

/** Each walks one index from a place onwards and stops at the limit; none sorts. Their plans are held by a test. */
export function listStatements(database: Database) {
  return {
    all: prepareAll(database),
    category: prepareCategory(database),
    source: prepareSource(database),
    mentions: prepareMentions(database),
    watched: prepareWatched(database),
  }
}

/** Everything that is followed. */
function prepareAll(database: Database): Walks<ListedArticle, PageBounds> {
  return {
    any: {
      newest: prepareQuick(
        database,
        `SELECT * FROM shown_articles
         WHERE listed_at_ms >= :since AND (listed_at_ms, row) < (:at, :row)
         ORDER BY listed_at_ms DESC, row DESC
         LIMIT :limit`,
        listedArticle,
      ),
      oldest: prepareQuick(
        database,
        `SELECT * FROM shown_articles
         WHERE listed_at_ms >= :since AND (listed_at_ms, row) > (:at, :row)
         ORDER BY listed_at_ms, row
         LIMIT :limit`,
        listedArticle,
      ),
    },
    unread: {
      newest: prepareQuick(
        database,
        `SELECT * FROM listed_articles
         WHERE is_read = 0 AND listed_at_ms >= :since AND (listed_at_ms, row) < (:at, :row)
         ORDER BY listed_at_ms DESC, row DESC
         LIMIT :limit`,
        listedArticle,
      ),
      oldest: prepareQuick(
        database,
        `SELECT * FROM listed_articles
         WHERE is_read = 0 AND listed_at_ms >= :since AND (listed_at_ms, row) > (:at, :row)
         ORDER BY listed_at_ms, row
         LIMIT :limit`,
        listedArticle,
      ),
    },
  }
}

/** The articles of a category. */
function prepareCategory(database: Database): Walks<ListedArticle, PageBounds & { readonly category: number }> {
  return {
    any: {
      newest: prepareQuick(
        database,
        `SELECT * FROM shown_articles
         WHERE category = :category AND listed_at_ms >= :since AND (listed_at_ms, row) < (:at, :row)
         ORDER BY listed_at_ms DESC, row DESC
         LIMIT :limit`,
        listedArticle,
      ),
      oldest: prepareQuick(
        database,
        `SELECT * FROM shown_articles
         WHERE category = :category AND listed_at_ms >= :since AND (listed_at_ms, row) > (:at, :row)
         ORDER BY listed_at_ms, row
         LIMIT :limit`,
        listedArticle,
      ),
    },
    unread: {
      newest: prepareQuick(
        database,
        `SELECT * FROM listed_articles
         WHERE category = :category AND is_read = 0 AND listed_at_ms >= :since AND (listed_at_ms, row) < (:at, :row)
         ORDER BY listed_at_ms DESC, row DESC
         LIMIT :limit`,
        listedArticle,
      ),
      oldest: prepareQuick(
        database,
        `SELECT * FROM listed_articles
         WHERE category = :category AND is_read = 0 AND listed_at_ms >= :since AND (listed_at_ms, row) > (:at, :row)
         ORDER BY listed_at_ms, row
         LIMIT :limit`,
        listedArticle,
      ),
    },
  }
}

/** The keys of a source's articles, from the index alone: several sources are merged by them. */
function prepareSource(database: Database): Walks<ListKey, PageBounds & { readonly source: number }> {
  return {
    any: {
      newest: prepareQuick(
        database,
        `SELECT listed_at_ms, row FROM articles
         WHERE source = :source AND listed_at_ms >= :since AND (listed_at_ms, row) < (:at, :row)
           AND row NOT IN (SELECT article FROM muted)
         ORDER BY listed_at_ms DESC, row DESC
         LIMIT :limit`,
        listKey,
      ),
      oldest: prepareQuick(
        database,
        `SELECT listed_at_ms, row FROM articles
         WHERE source = :source AND listed_at_ms >= :since AND (listed_at_ms, row) > (:at, :row)
           AND row NOT IN (SELECT article FROM muted)
         ORDER BY listed_at_ms, row
         LIMIT :limit`,
        listKey,
      ),
    },
    unread: {
      newest: prepareQuick(
        database,
        `SELECT listed_at_ms, row FROM articles
         WHERE source = :source AND is_read = 0 AND listed_at_ms >= :since AND (listed_at_ms, row) < (:at, :row)
         ORDER BY listed_at_ms DESC, row DESC
         LIMIT :limit`,
        listKey,
      ),
      oldest: prepareQuick(
        database,
        `SELECT listed_at_ms, row FROM articles
         WHERE source = :source AND is_read = 0 AND listed_at_ms >= :since AND (listed_at_ms, row) > (:at, :row)
         ORDER BY listed_at_ms, row
         LIMIT :limit`,
        listKey,
      ),
    },
  }
}

/** The articles that mention a company. */
function prepareMentions(database: Database): Walks<ListedArticle, MentionBounds>['any'] {
  return {
    newest: prepareQuick(
      database,
      `SELECT shown_articles.* FROM mentions CROSS JOIN shown_articles ON shown_articles.row = mentions.article
       WHERE mentions.company = (SELECT company FROM mentioned_companies WHERE company_id = :companyId)
         AND mentions.listed_at_ms >= :since AND (mentions.listed_at_ms, mentions.article) < (:at, :row)
         AND (:unreadOnly = 0 OR is_read = 0)
         AND (:category IS NULL OR category = :category)
         AND (:sourceIds IS NULL OR source_id IN (SELECT value FROM json_each(:sourceIds)))
       ORDER BY mentions.listed_at_ms DESC, mentions.article DESC
       LIMIT :limit`,
      listedArticle,
    ),
    oldest: prepareQuick(
      database,
      `SELECT shown_articles.* FROM mentions CROSS JOIN shown_articles ON shown_articles.row = mentions.article
       WHERE mentions.company = (SELECT company FROM mentioned_companies WHERE company_id = :companyId)
         AND mentions.listed_at_ms >= :since AND (mentions.listed_at_ms, mentions.article) > (:at, :row)
         AND (:unreadOnly = 0 OR is_read = 0)
         AND (:category IS NULL OR category = :category)
         AND (:sourceIds IS NULL OR source_id IN (SELECT value FROM json_each(:sourceIds)))
       ORDER BY mentions.listed_at_ms, mentions.article
       LIMIT :limit`,
      listedArticle,
    ),
  }
}

/** The articles that rules watch. */
function prepareWatched(database: Database): Walks<ListedArticle, NarrowBounds>['any'] {
  return {
    newest: prepareQuick(
      database,
      `SELECT shown_articles.* FROM watched CROSS JOIN shown_articles ON shown_articles.row = watched.article
       WHERE watched.listed_at_ms >= :since AND (watched.listed_at_ms, watched.article) < (:at, :row)
         AND (:unreadOnly = 0 OR watched.is_read = 0)
         AND (:category IS NULL OR category = :category)
         AND (:sourceIds IS NULL OR source_id IN (SELECT value FROM json_each(:sourceIds)))
       ORDER BY watched.listed_at_ms DESC, watched.article DESC
       LIMIT :limit`,
      listedArticle,
    ),
    oldest: prepareQuick(
      database,
      `SELECT shown_articles.* FROM watched CROSS JOIN shown_articles ON shown_articles.row = watched.article
       WHERE watched.listed_at_ms >= :since AND (watched.listed_at_ms, watched.article) > (:at, :row)
         AND (:unreadOnly = 0 OR watched.is_read = 0)
         AND (:category IS NULL OR category = :category)
         AND (:sourceIds IS NULL OR source_id IN (SELECT value FROM json_each(:sourceIds)))
       ORDER BY watched.listed_at_ms, watched.article
       LIMIT :limit`,
      listedArticle,
    ),
  }
}
