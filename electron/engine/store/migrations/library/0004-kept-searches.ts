import type { Migration } from '../migration.ts'

/** Searches that stand in the sidebar. */
export const keptSearches: Migration = {
  number: 4,
  name: 'kept-searches',
  reason: 'A search that a person keeps is their own: its words, its name and its place.',
  statements: [
    `CREATE TABLE kept_searches (
       id TEXT NOT NULL PRIMARY KEY,
       place INTEGER NOT NULL,
       name TEXT NOT NULL,
       query TEXT NOT NULL,
       kept_at_ms INTEGER NOT NULL
     ) STRICT, WITHOUT ROWID`,
  ],
}
