import type { EpochMs } from '../../../../shared/time.ts'
import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { LibraryWriter } from './libraryWriter.ts'

/** That a rule caught an article. `isWaiting`: the person is to be told of it. */
export interface RuleCatch {
  readonly ruleId: string
  readonly articleId: string
  readonly isWaiting: boolean
}

/** How much a rule caught. */
export interface CatchCounts {
  readonly caught: number
  readonly recently: number
  readonly lastCaughtAt: EpochMs
}

/** Which articles each rule ever caught, each once. It outlives the cache, so that nothing counts, is saved or is told twice. */
export interface RuleCatches {
  /** Notes catches, and answers those that are new. */
  note(catches: readonly RuleCatch[], at: EpochMs): RuleCatch[]
  /** Of these catches, those of which nothing was saved yet. */
  unkept(ruleId: string, articleIds: readonly string[]): Set<string>
  setKept(ruleId: string, articleIds: readonly string[]): void
  /** By rule; one that caught nothing is left out. `since`: from when on `recently` counts. */
  counts(since: EpochMs): Map<string, CatchCounts>
  /** What the person is still to be told, oldest first; nothing that was caught before a moment. */
  waiting(since: EpochMs): RuleCatch[]
  /** These have been told, whichever rules caught them. */
  setTold(articleIds: readonly string[]): void
  /** All that a rule ever caught, or (null) any rule. */
  articleIds(ruleId: string | null): string[]
  forget(ruleId: string, articleIds: readonly string[]): void
}

interface CatchRow {
  readonly rule: string
  readonly article_id: string
}

/** The table of what rules caught. */
export function ruleCatches(database: Database, write: LibraryWriter): RuleCatches {
  const statements = prepareStatements(database)
  return {
    note: (catches, at) =>
      catches.length === 0
        ? []
        : write(() =>
            catches.filter(
              ({ ruleId, articleId, isWaiting }) => statements.note.run({ ruleId, articleId, at, isWaiting: Number(isWaiting) }) > 0,
            ),
          ),
    unkept: (ruleId, articleIds) =>
      new Set(statements.unkept.all({ ruleId, articleIds: JSON.stringify(articleIds) }).map((row) => row.article_id)),
    setKept: (ruleId, articleIds) => write(() => void statements.setKept.run({ ruleId, articleIds: JSON.stringify(articleIds) })),
    counts: (since) =>
      new Map(
        statements.counts
          .all({ since })
          .map((row) => [row.rule, { caught: row.caught, recently: row.recently, lastCaughtAt: row.last_at_ms }]),
      ),
    waiting: (since) => statements.waiting.all({ since }).map((row) => ({ ruleId: row.rule, articleId: row.article_id, isWaiting: true })),
    setTold: (articleIds) => write(() => void statements.setTold.run({ articleIds: JSON.stringify(articleIds) })),
    articleIds: (ruleId) => statements.ofRule.all({ ruleId }).map((row) => row.article_id),
    forget: (ruleId, articleIds) => write(() => void statements.forget.run({ ruleId, articleIds: JSON.stringify(articleIds) })),
  }
}

function prepareStatements(database: Database) {
  return {
    note: prepare(
      database,
      `INSERT OR IGNORE INTO rule_catches (rule, article_id, caught_at_ms, is_waiting)
       SELECT id, :articleId, :at, :isWaiting FROM rules WHERE id = :ruleId`,
    ),
    unkept: prepare<{ article_id: string }>(
      database,
      `SELECT article_id FROM rule_catches
       WHERE rule = :ruleId AND is_kept = 0 AND article_id IN (SELECT value FROM json_each(:articleIds))`,
    ),
    setKept: prepare(
      database,
      `UPDATE rule_catches SET is_kept = 1
       WHERE rule = :ruleId AND article_id IN (SELECT value FROM json_each(:articleIds))`,
    ),
    counts: prepare<{ rule: string; caught: number; recently: number; last_at_ms: EpochMs }>(
      database,
      `SELECT rule, count(*) AS caught, sum(caught_at_ms >= :since) AS recently, max(caught_at_ms) AS last_at_ms
       FROM rule_catches
       GROUP BY rule`,
    ),
    waiting: prepare<CatchRow>(
      database,
      `SELECT rule, article_id FROM rule_catches JOIN rules ON rules.id = rule
       WHERE is_waiting = 1 AND caught_at_ms >= :since AND removed_at_ms IS NULL
       ORDER BY caught_at_ms`,
    ),
    setTold: prepare(
      database,
      `UPDATE rule_catches SET is_waiting = 0
       WHERE is_waiting = 1 AND article_id IN (SELECT value FROM json_each(:articleIds))`,
    ),
    ofRule: prepare<{ article_id: string }>(
      database,
      'SELECT DISTINCT article_id FROM rule_catches WHERE :ruleId IS NULL OR rule = :ruleId',
    ),
    forget: prepare(
      database,
      `DELETE FROM rule_catches
       WHERE rule = :ruleId AND article_id IN (SELECT value FROM json_each(:articleIds))`,
    ),
  }
}
