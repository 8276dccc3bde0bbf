import type { Clock, EpochMs } from '../../../../shared/time.ts'
import { inTransaction, prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { CachedSources } from './cachedSources.ts'
import { beginning, narrowing, walkOf } from './listScope.ts'
import type { StoredScope } from './listScope.ts'
import type { ReadState } from './readState.ts'

/**
 * Marks read the next few unread articles of a scope that were there at a moment, and answers their ids; none when all are done.
 *
 * @param until nothing that was first seen later is marked.
 */
export type MarkReadSlice = (scope: StoredScope, until: EpochMs, limit: number, at?: EpochMs) => string[]

interface IdRow {
  readonly id: string
}

/** Makes the way to mark a whole scope read, a slice at a time. */
export function markReadSlice(database: Database, sources: CachedSources, readState: ReadState, now: Clock): MarkReadSlice {
  const statements = prepareStatements(database)

  function nextIds(scope: StoredScope, until: EpochMs, limit: number): string[] {
    const bounds = { since: scope.since ?? beginning, until, limit }
    const walk = walkOf(scope, sources)
    switch (walk.kind) {
      case 'all':
        return idsOf(statements.all.all(bounds))
      case 'category':
        return idsOf(statements.ofCategory.all({ ...bounds, category: walk.category }))
      case 'mentions':
        return ofMentions(scope, bounds, walk.companyId)
      case 'watched': {
        const { category, sourceIds } = narrowing(scope)
        return idsOf(statements.ofWatched.all({ ...bounds, category, sourceIds }))
      }
      case 'sources': {
        const ids: string[] = []
        for (const { source, unread } of walk.sources) {
          if (ids.length >= limit) break
          if (unread > 0) ids.push(...idsOf(statements.ofSource.all({ ...bounds, source, limit: limit - ids.length })))
        }
        return ids
      }
    }
  }

  function ofMentions(scope: StoredScope, bounds: { since: EpochMs; until: EpochMs; limit: number }, companyId: string): string[] {
    const { category, sourceIds } = narrowing(scope)
    return idsOf(statements.ofMentions.all({ ...bounds, category, sourceIds, companyId }))
  }

  return (scope, until, limit, at = now()) => inTransaction(database, () => readState.mark(nextIds(scope, until, limit), true, at))
}

function idsOf(rows: readonly IdRow[]): string[] {
  return rows.map((row) => row.id)
}

/** The unary plus keeps the planner on the small indexes of what is unread. */
function prepareStatements(database: Database) {
  return {
    all: prepare<IdRow>(
      database,
      `SELECT id FROM listed_articles
       WHERE is_read = 0 AND listed_at_ms >= :since AND +first_seen_at_ms <= :until
       LIMIT :limit`,
    ),
    ofCategory: prepare<IdRow>(
      database,
      `SELECT id FROM listed_articles
       WHERE is_read = 0 AND category = :category AND listed_at_ms >= :since AND +first_seen_at_ms <= :until
       LIMIT :limit`,
    ),
    ofMentions: prepare<IdRow>(
      database,
      `SELECT id FROM mentions CROSS JOIN listed_articles ON listed_articles.row = mentions.article
       WHERE mentions.company = (SELECT company FROM mentioned_companies WHERE company_id = :companyId)
         AND mentions.listed_at_ms >= :since AND is_read = 0 AND first_seen_at_ms <= :until
         AND (:category IS NULL OR category = :category)
         AND (:sourceIds IS NULL OR source_id IN (SELECT value FROM json_each(:sourceIds)))
       LIMIT :limit`,
    ),
    ofWatched: prepare<IdRow>(
      database,
      `SELECT id FROM watched CROSS JOIN listed_articles ON listed_articles.row = watched.article
       WHERE watched.listed_at_ms >= :since AND watched.is_read = 0 AND listed_articles.is_read = 0 AND first_seen_at_ms <= :until
         AND (:category IS NULL OR category = :category)
         AND (:sourceIds IS NULL OR source_id IN (SELECT value FROM json_each(:sourceIds)))
       LIMIT :limit`,
    ),
    ofSource: prepare<IdRow>(
      database,
      `SELECT id FROM listed_articles
       WHERE is_read = 0 AND source = :source AND listed_at_ms >= :since AND +first_seen_at_ms <= :until
       LIMIT :limit`,
    ),
  }
}
