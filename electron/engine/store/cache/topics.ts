import type { EpochMs } from '../../../../shared/time.ts'
import { inTransaction, prepare, prepareQuick } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'

/** What an article is about. `keys`: whole numbers that articles share where they are about the same. */
export interface Topic {
  readonly keys: readonly number[]
}

/** An article with its topic, as it is compared with others. */
export interface ArticleTopic {
  readonly article: number
  readonly id: string
  readonly sourceId: string
  readonly listedAt: EpochMs
  readonly language: string | null
  readonly topic: Topic
}

/** What articles are about. Articles are named by their row. */
export interface TopicsTable {
  /** Puts a topic in place of the one that an article had; whatever else it says is given back as it was. */
  put(article: number, topic: Topic): void
  /** Those of these articles that have a topic and stand in lists. */
  of(articles: readonly number[]): ArticleTopic[]
  /** The articles that share most keys with these, of the newest with each. */
  sharing(keys: readonly number[], limit: number): number[]
  /** In how many articles each of these keys stands. */
  spread(keys: readonly number[]): Map<number, number>
  /** How many articles there are. */
  total(): number
  /** A source's newest articles up to a moment. */
  newestOf(sourceId: string, until: EpochMs, limit: number): number[]
}

type TopicValues = readonly [number, string, string, EpochMs, string | null, string]

/** A common key leads to more articles than can be compared; the rarer ones choose among them. */
const NEWEST_WITH_KEY = 100

/** The tables of topics. */
export function topicsTable(database: Database): TopicsTable {
  const statements = prepareStatements(database)

  function sharing(keys: readonly number[], limit: number): number[] {
    const shared = new Map<number, number>()
    for (const key of keys) {
      for (const article of statements.withKey.all({ key, limit: NEWEST_WITH_KEY })) shared.set(article, (shared.get(article) ?? 0) + 1)
    }
    const ordered = [...shared].sort(([a, countA], [b, countB]) => countB - countA || b - a)
    return ordered.slice(0, limit).map(([article]) => article)
  }

  return {
    put: (article, topic) =>
      inTransaction(database, () => {
        statements.drop.run({ article })
        statements.put.run({ article, topic: JSON.stringify(topic) })
      }),
    of: (articles) => statements.of.all({ articles: JSON.stringify(articles) }),
    sharing,
    total: () => statements.total.get({})?.total ?? 0,
    spread: (keys) => new Map(statements.spread.all({ keys: JSON.stringify(keys) })),
    newestOf: (sourceId, until, limit) => statements.newestOf.all({ sourceId, until, limit }).map((row) => row.row),
  }
}

function prepareStatements(database: Database) {
  return {
    put: prepare(
      database,
      `INSERT INTO article_topics (article, topic)
       SELECT row, :topic FROM articles WHERE row = :article`,
    ),
    drop: prepare(database, 'DELETE FROM article_topics WHERE article = :article'),
    of: prepareQuick(
      database,
      `SELECT article_topics.article, articles.id, source_id, listed_at_ms, language, topic
       FROM article_topics
         CROSS JOIN articles ON articles.row = article_topics.article
         CROSS JOIN cached_sources ON cached_sources.source = articles.source
       WHERE article_topics.article IN (SELECT value FROM json_each(:articles)) AND is_hidden = 0`,
      articleTopic,
    ),
    withKey: prepareQuick(
      database,
      `SELECT article FROM topic_keys
       WHERE key = :key
       ORDER BY article DESC
       LIMIT :limit`,
      ([article]: readonly [number]) => article,
    ),
    spread: prepareQuick(
      database,
      `SELECT key, articles FROM topic_spread
       WHERE key IN (SELECT value FROM json_each(:keys))`,
      (row: readonly [number, number]) => row,
    ),
    total: prepare<{ total: number | null }>(database, 'SELECT sum(total) AS total FROM cached_sources'),
    newestOf: prepare<{ row: number }>(
      database,
      `SELECT row FROM articles
       WHERE source = (SELECT source FROM cached_sources WHERE source_id = :sourceId) AND listed_at_ms <= :until
       ORDER BY listed_at_ms DESC, row DESC
       LIMIT :limit`,
    ),
  }
}

function articleTopic([article, id, sourceId, listedAt, language, topic]: TopicValues): ArticleTopic {
  return { article, id, sourceId, listedAt, language, topic: JSON.parse(topic) as Topic }
}
