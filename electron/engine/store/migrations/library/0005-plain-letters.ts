import type { Migration } from '../migration.ts'

/** The search index of saved items is made anew. */
export const plainLetters: Migration = {
  number: 5,
  name: 'plain-letters',
  reason: 'Saved items are indexed as articles are, without accents: the store fills the index where it finds it empty.',
  statements: ["INSERT INTO saved_index (saved_index) VALUES ('delete-all')"],
}
