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

/** Looks whether both databases are sound and say the same in all their places. English sentences; none when all is well. */
export function checkStore({ library, cache, saved }: Checked): string[] {
  return [
    ...problemsOf(library, 'full').map((problem) => `The library is damaged: ${problem}.`),
    ...problemsOf(cache, 'full').map((problem) => `The cache is damaged: ${problem}.`),
    ...saved.damaged().map((id) => `The text of the saved item ${id} is damaged.`),
    ...rules.flatMap(({ of, sql, sentence }) => {
      const count = prepare<Count>(of === 'library' ? library : cache, sql).get({})?.count ?? 0
      return count === 0 ? [] : [sentence(count)]
    }),
  ]
}

/** What must hold between tables. Each statement counts what does not. */
const rules: readonly { of: 'library' | 'cache'; sql: string; sentence: (count: number) => string }[] = [
  {
    of: 'cache',
    sql: `SELECT count(*) AS count FROM cached_sources
          WHERE total <> (SELECT count(*) FROM articles WHERE articles.source = cached_sources.source)
                       - (SELECT count(*) FROM muted WHERE muted.source = cached_sources.source)
             OR unread <> (SELECT count(*) FROM articles WHERE articles.source = cached_sources.source AND is_read = 0)`,
    sentence: (count) => `The counts of ${count} sources are not what their articles say.`,
  },
  {
    of: 'cache',
    sql: `SELECT count(*) AS count FROM articles LEFT JOIN read_state ON read_state.article_id = articles.id
          WHERE is_read <> (read_at_ms IS NOT NULL OR row IN (SELECT article FROM muted))`,
    sentence: (count) => `${count} articles are marked otherwise than what was read.`,
  },
  {
    of: 'cache',
    sql: `SELECT count(*) AS count FROM articles
          WHERE row NOT IN (SELECT article FROM to_index)
            AND row NOT IN (SELECT rowid FROM article_index WHERE article_index MATCH 'facets : "all"')`,
    sentence: (count) => `${count} articles are missing from the search index.`,
  },
  {
    of: 'cache',
    sql: `SELECT count(*) AS count FROM article_index
          WHERE article_index MATCH 'facets : "all"' AND rowid NOT IN (SELECT row FROM articles)`,
    sentence: (count) => `The search index has ${count} articles that are gone.`,
  },
  {
    of: 'library',
    sql: `SELECT count(*) AS count FROM saved
          WHERE row NOT IN (SELECT id FROM saved_index_docsize)`,
    sentence: (count) => `${count} saved items are missing from the search index.`,
  },
]
