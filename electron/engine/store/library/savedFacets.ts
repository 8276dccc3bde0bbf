import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'

/** What saved items can be narrowed by: their tags, companies and sources. Of each the most used, most first, with how many items have it. */
export interface SavedFacets {
  readonly tags: { readonly tag: string; readonly count: number }[]
  /** Whose news they are: named as when an item of theirs was saved last; followed still or not. */
  readonly from: {
    readonly companies: { readonly id: string; readonly name: string; readonly count: number }[]
    readonly sources: { readonly id: string; readonly title: string; readonly count: number }[]
  }
}

/** As many of a kind as are told, so that the answer stays small however much is saved. */
export const MOST_FACETS = 500

/** Makes the count of what saved items can be narrowed by. */
export function savedFacets(database: Database): () => SavedFacets {
  const tags = prepare<{ tag: string; count: number }>(
    database,
    `SELECT tag, count(*) AS count FROM saved_tags
     GROUP BY tag
     ORDER BY count DESC, tag
     LIMIT :most`,
  )
  // Beside a max() SQLite answers the other columns of the row that has it: the name that was saved last.
  const companies = prepare<{ id: string; name: string; count: number }>(
    database,
    `SELECT company_id AS id, company_name AS name, count(*) AS count, max(saved_at_ms) FROM saved
     WHERE company_id IS NOT NULL AND company_name IS NOT NULL
     GROUP BY company_id
     ORDER BY count DESC, name, id
     LIMIT :most`,
  )
  const sources = prepare<{ id: string; title: string; count: number }>(
    database,
    `SELECT source_id AS id, source_title AS title, count(*) AS count, max(saved_at_ms) FROM saved
     GROUP BY source_id
     ORDER BY count DESC, title, id
     LIMIT :most`,
  )
  return () => ({
    tags: tags.all({ most: MOST_FACETS }).map(({ tag, count }) => ({ tag, count })),
    from: {
      companies: companies.all({ most: MOST_FACETS }).map(({ id, name, count }) => ({ id, name, count })),
      sources: sources.all({ most: MOST_FACETS }).map(({ id, title, count }) => ({ id, title, count })),
    },
  })
}
