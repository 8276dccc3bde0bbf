import type { Migration } from '../migration.ts'

const NOTED = `DELETE FROM to_mirror WHERE saved_id = ':lists';
       INSERT INTO to_mirror (saved_id) VALUES (':lists');`

/** The mirror says sources and collections as well. */
export const listsToMirror: Migration = {
  number: 9,
  name: 'lists-to-mirror',
  reason: 'What a person follows, and collections in which nothing stands yet, come back from the mirror as saved items do.',
  statements: [
    // No saved item has this id: it stands for all sources and collections, which are written together.
    "INSERT INTO to_mirror (saved_id) VALUES (':lists')",
    ...['sources', 'collections'].flatMap((table) =>
      ['INSERT', 'UPDATE', 'DELETE'].map(
        (change) => `CREATE TRIGGER ${table}_to_mirror_on_${change.toLowerCase()} AFTER ${change} ON ${table} BEGIN
       ${NOTED}
     END`,
      ),
    ),
  ],
}
