import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'

/** The tags of saved items, by the item's row. Called within the writer of `saved.ts`. */
export interface SavedTags {
  of(saved: number): string[]
  /** In place of those that were there; doubles and empty ones are left out. */
  put(saved: number, tags: readonly string[]): void
  /** Most used first. */
  counts(): { tag: string; count: number }[]
}

/** The table of tags. */
export function savedTags(database: Database): SavedTags {
  const ofItem = prepare<{ tag: string }>(database, 'SELECT tag FROM saved_tags WHERE saved = :saved ORDER BY tag')
  const clear = prepare(database, 'DELETE FROM saved_tags WHERE saved = :saved')
  const add = prepare(database, 'INSERT OR IGNORE INTO saved_tags (saved, tag) VALUES (:saved, :tag)')
  const counts = prepare<{ tag: string; count: number }>(
    database,
    `SELECT tag, count(*) AS count FROM saved_tags
     GROUP BY tag
     ORDER BY count DESC, tag`,
  )
  return {
    of: (saved) => ofItem.all({ saved }).map((row) => row.tag),
    put: (saved, tags) => {
      clear.run({ saved })
      for (const tag of tags.map((tag) => tag.trim()).filter(Boolean)) add.run({ saved, tag })
    },
    counts: () => counts.all({}).map(({ tag, count }) => ({ tag, count })),
  }
}
