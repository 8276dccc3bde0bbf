import type { EpochMs } from '../../../../shared/time.ts'
import { inBatch, inTransaction, prepare, settle } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { ArticleTexts } from './articleTexts.ts'
import { shownText } from './articleWriter.ts'

/** What is to be done with an article: read it; relate it and its neighbours; relate it alone. In this order of urgency. */
export type RelateStep = 'read' | 'relate' | 'relate-alone'

/** An article that waits. */
export interface WaitingArticle {
  readonly article: number
  readonly step: RelateStep
}

/** An article as it is read for mentions and its topic. */
export interface ReadableArticle {
  readonly article: number
  readonly sourceId: string
  readonly title: string
  readonly text: string
  readonly language: string | null
  readonly listedAt: EpochMs
}

/** The articles whose mentions and relations are still to be found. What arrives or changes comes here by itself. */
export interface RelateQueue {
  /** The next, most urgent first, and the newest of those. */
  next(limit: number): WaitingArticle[]
  /** Has these wait for a step, unless they wait for a more urgent one. */
  add(articles: readonly number[], step: RelateStep): void
  /** The same for an article by its id. */
  addById(id: string, step: RelateStep): void
  done(article: number): void
  isEmpty(): boolean
  /** Null where the article is gone. */
  read(article: number): ReadableArticle | null
  /** Does a step's writes together with those of others, to be committed soon. */
  inBatch<Value>(work: () => Value): Value
  /** Commits what is open. */
  settle(): void
}

interface ReadableRow {
  readonly source_id: string
  readonly title: string
  readonly language: string | null
  readonly prefers_page: number
  readonly listed_at_ms: EpochMs
}

const STEPS = ['relate-alone', 'relate', 'read'] as const
const STEPS_A_COMMIT = 20

/** The queue of articles to be related. */
export function relateQueue(database: Database, texts: ArticleTexts): RelateQueue {
  const statements = prepareStatements(database)
  return {
    next: (limit) => statements.next.all({ limit }).map(({ article, step }) => ({ article, step: STEPS[step - 1] ?? 'read' })),
    add: (articles, step) =>
      inTransaction(database, () => {
        for (const article of articles) statements.add.run({ article, step: STEPS.indexOf(step) + 1 })
      }),
    addById: (id, step) => void statements.addById.run({ id, step: STEPS.indexOf(step) + 1 }),
    done: (article) => void statements.done.run({ article }),
    isEmpty: () => statements.next.get({ limit: 1 }) === undefined,
    read: (article) => {
      const row = statements.read.get({ article })
      if (!row) return null
      const { feedText, pageText } = texts.get(article)
      const text = shownText(feedText, pageText, row.prefers_page === 1)?.text ?? ''
      return { article, sourceId: row.source_id, title: row.title, text, language: row.language, listedAt: row.listed_at_ms }
    },
    inBatch: (work) => inBatch(database, STEPS_A_COMMIT, work),
    settle: () => settle(database),
  }
}

function prepareStatements(database: Database) {
  return {
    next: prepare<{ article: number; step: number }>(
      database,
      `SELECT article, step FROM to_relate
       ORDER BY step DESC, article DESC
       LIMIT :limit`,
    ),
    add: prepare(
      database,
      `INSERT INTO to_relate (article, step)
       SELECT row, :step FROM articles WHERE row = :article
       ON CONFLICT (article) DO UPDATE SET step = max(step, excluded.step)`,
    ),
    addById: prepare(
      database,
      `INSERT INTO to_relate (article, step)
       SELECT row, :step FROM articles WHERE id = :id
       ON CONFLICT (article) DO UPDATE SET step = max(step, excluded.step)`,
    ),
    done: prepare(database, 'DELETE FROM to_relate WHERE article = :article'),
    read: prepare<ReadableRow>(
      database,
      `SELECT source_id, title, language, prefers_page, listed_at_ms
       FROM articles CROSS JOIN cached_sources ON cached_sources.source = articles.source
       WHERE articles.row = :article`,
    ),
  }
}
