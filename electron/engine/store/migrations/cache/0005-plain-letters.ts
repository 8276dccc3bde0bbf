import type { Migration } from '../migration.ts'

/** Everything is indexed once more. */
export const plainLetters: Migration = {
  number: 5,
  name: 'plain-letters',
  reason: 'Accents of every script are left out of the index, and scripts without spaces are cut into characters: old entries follow.',
  statements: ['INSERT OR IGNORE INTO to_index (article) SELECT row FROM articles'],
}
