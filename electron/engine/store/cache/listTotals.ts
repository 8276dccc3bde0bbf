import type { EpochMs } from '../../../../shared/time.ts'
import { prepare } from '../profile/database.ts'
import type { Database, Parameters, Query } from '../profile/database.ts'
import type { CachedSource, CachedSources } from './cachedSources.ts'
import { beginning, isShown, narrowing, walkOf } from './listScope.ts'
import type { StoredScope } from './listScope.ts'

/** How many articles lists have. */
export interface ListTotals {
  /** From the counts kept with each source; only a scope with `since` counts, and then along one index. */
  total(scope: StoredScope): number
  /** How many articles of a scope were first seen after a moment. */
  arrived(scope: StoredScope, since: EpochMs): number
}

interface Count {
  readonly count: number
}

/** The totals of the cache's lists. */
export function listTotals(database: Database, sources: CachedSources): ListTotals {
  const counts = prepareCounts(database)
  const arrived = prepareArrived(database)

  function countOf(source: CachedSource, scope: StoredScope, since: EpochMs): number {
    return (scope.unreadOnly ? counts.unreadOfSource : counts.ofSource).get({ source: source.source, since })?.count ?? 0
  }

  /** Counts along the index of all or of a category, and takes away what belongs to hidden sources. */
  function countSince(scope: StoredScope, since: EpochMs): number {
    const walk = walkOf(scope, sources)
    if (walk.kind === 'mentions') return countMentions(scope, walk.companyId)
    if (walk.kind === 'watched') return counts.ofWatched.get({ ...narrowing(scope), since })?.count ?? 0
    if (walk.kind === 'sources') return sum(walk.sources.map((source) => countOf(source, scope, since)))
    const hidden = sources.all().filter((source) => source.isHidden && isShown({ ...source, isHidden: false }, scope))
    const found = walk.kind === 'all' ? countAll(scope, since) : countCategory(scope, since, walk.category)
    return found - sum(hidden.map((source) => countOf(source, scope, since)))
  }

  function countMentions(scope: StoredScope, companyId: string): number {
    return counts.ofMentions.get({ ...narrowing(scope), companyId, since: scope.since ?? beginning })?.count ?? 0
  }

  function countAll(scope: StoredScope, since: EpochMs): number {
    return (scope.unreadOnly ? counts.unread : counts.all).get({ since })?.count ?? 0
  }

  function countCategory(scope: StoredScope, since: EpochMs, category: number): number {
    return (scope.unreadOnly ? counts.unreadOfCategory : counts.ofCategory).get({ since, category })?.count ?? 0
  }

  return {
    total: (scope) =>
      scope.since === null && !scope.mentionsOf && !scope.watchedOnly
        ? keptTotal(scope, sources)
        : countSince(scope, scope.since ?? beginning),
    arrived: (scope, since) =>
      arrived.get({
        since,
        listedSince: scope.since ?? beginning,
        ...narrowing(scope),
        mentionsOf: scope.mentionsOf ?? null,
        watchedOnly: Number(scope.watchedOnly ?? false),
      })?.count ?? 0,
  }
}

function keptTotal({ category, sourceIds, unreadOnly }: StoredScope, sources: CachedSources): number {
  const { total, unread } = sources.sum(category, sourceIds)
  return unreadOnly ? unread : total
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function prepareCounts(database: Database) {
  return {
    all: prepare<Count>(
      database,
      `SELECT count(*) AS count FROM articles
       WHERE listed_at_ms >= :since AND row NOT IN (SELECT article FROM muted)`,
    ),
    unread: prepare<Count>(database, 'SELECT count(*) AS count FROM articles WHERE is_read = 0 AND listed_at_ms >= :since'),
    ofCategory: prepare<Count>(
      database,
      `SELECT count(*) AS count FROM articles
       WHERE category = :category AND listed_at_ms >= :since AND row NOT IN (SELECT article FROM muted)`,
    ),
    unreadOfCategory: prepare<Count>(
      database,
      `SELECT count(*) AS count FROM articles
       WHERE is_read = 0 AND category = :category AND listed_at_ms >= :since`,
    ),
    ofSource: prepare<Count>(
      database,
      `SELECT count(*) AS count FROM articles
       WHERE source = :source AND listed_at_ms >= :since AND row NOT IN (SELECT article FROM muted)`,
    ),
    ofWatched: prepare<Count>(
      database,
      `SELECT count(*) AS count FROM watched CROSS JOIN shown_articles ON shown_articles.row = watched.article
       WHERE watched.listed_at_ms >= :since
         AND (:unreadOnly = 0 OR watched.is_read = 0)
         AND (:category IS NULL OR category = :category)
         AND (:sourceIds IS NULL OR source_id IN (SELECT value FROM json_each(:sourceIds)))`,
    ),
    ofMentions: prepare<Count>(
      database,
      `SELECT count(*) AS count FROM mentions CROSS JOIN shown_articles ON shown_articles.row = mentions.article
       WHERE mentions.company = (SELECT company FROM mentioned_companies WHERE company_id = :companyId)
         AND mentions.listed_at_ms >= :since
         AND (:unreadOnly = 0 OR is_read = 0)
         AND (:category IS NULL OR category = :category)
         AND (:sourceIds IS NULL OR source_id IN (SELECT value FROM json_each(:sourceIds)))`,
    ),
    unreadOfSource: prepare<Count>(
      database,
      `SELECT count(*) AS count FROM articles
       WHERE is_read = 0 AND source = :source AND listed_at_ms >= :since`,
    ),
  }
}

/** The unary plus keeps the planner on the index of arrivals. */
function prepareArrived(database: Database): Query<Count, Parameters> {
  return prepare<Count>(
    database,
    `SELECT count(*) AS count FROM shown_articles
     WHERE first_seen_at_ms > :since
       AND +listed_at_ms >= :listedSince
       AND (:unreadOnly = 0 OR is_read = 0)
       AND (:category IS NULL OR +category = :category)
       AND (:sourceIds IS NULL OR source_id IN (SELECT value FROM json_each(:sourceIds)))
       AND (:mentionsOf IS NULL OR EXISTS (
         SELECT 1 FROM mentions
         WHERE article = shown_articles.row
           AND company = (SELECT company FROM mentioned_companies WHERE company_id = :mentionsOf)))
       AND (:watchedOnly = 0 OR EXISTS (SELECT 1 FROM watched WHERE article = shown_articles.row))`,
  )
}
