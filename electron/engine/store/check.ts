import type { Problem } from '../../../shared/contract/check.ts'
import { problemsOf } from './profile/checkDatabase.ts'
import { prepare } from './profile/database.ts'
import type { Database } from './profile/database.ts'
import type { SavedTable } from './library/saved.ts'

/** The two databases, and what knows how to look into saved texts. */
export interface Checked {
  readonly library: Database
  readonly cache: Database
  readonly saved: SavedTable
}

interface Count {
  readonly count: number
}

/** Looks whether both databases are sound and say the same in all their places; nothing when all is well. */
export function checkStore({ library, cache, saved }: Checked): Problem[] {
  return [
    ...problemsOf(library, 'full').map((detail) => ({ kind: 'library-damaged', count: 1, detail }) as const),
    ...problemsOf(cache, 'full').map((detail) => ({ kind: 'cache-damaged', count: 1, detail }) as const),
    ...saved.damaged().map((detail) => ({ kind: 'saved-damaged', count: 1, detail }) as const),
    ...rules.flatMap(({ of, sql, kind }) => {
      const count = prepare<Count>(of === 'library' ? library : cache, sql).get({})?.count ?? 0
      return count === 0 ? [] : [{ kind, count, detail: null }]
    }),
  ]
}

/** What must hold between tables. Each statement counts what does not. */
const rules: readonly { of: 'library' | 'cache'; sql: string; kind: Problem['kind'] }[] = [
  {
    of: 'cache',
    sql: `SELECT count(*) AS count FROM cached_sources
          WHERE total <> (SELECT count(*) FROM articles WHERE articles.source = cached_sources.source)
                       - (SELECT count(*) FROM muted WHERE muted.source = cached_sources.source)
             OR unread <> (SELECT count(*) FROM articles WHERE articles.source = cached_sources.source AND is_read = 0)`,
    kind: 'source-counts',
  },
  {
    of: 'cache',
    sql: `SELECT count(*) AS count FROM articles LEFT JOIN read_state ON read_state.article_id = articles.id
          WHERE is_read <> (read_at_ms IS NOT NULL OR row IN (SELECT article FROM muted))`,
    kind: 'read-marks',
  },
  {
    of: 'cache',
    sql: `SELECT count(*) AS count FROM articles
          WHERE row NOT IN (SELECT article FROM to_index)
            AND row NOT IN (SELECT rowid FROM article_index WHERE article_index MATCH 'facets : "all"')`,
    kind: 'not-indexed',
  },
  {
    of: 'cache',
    sql: `SELECT count(*) AS count FROM article_index
          WHERE article_index MATCH 'facets : "all"' AND rowid NOT IN (SELECT row FROM articles)`,
    kind: 'index-left',
  },
  {
    of: 'library',
    sql: `SELECT count(*) AS count FROM saved
          WHERE row NOT IN (SELECT id FROM saved_index_docsize)`,
    kind: 'saved-not-indexed',
  },
]
