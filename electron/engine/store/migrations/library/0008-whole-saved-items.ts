import type { Migration } from '../migration.ts'

/** Saved items whole: their pictures, their company, and the collection that they stand in. */
export const wholeSavedItems: Migration = {
  number: 8,
  name: 'whole-saved-items',
  reason: 'A saved item keeps its pictures and its company for itself, and a person puts saved items into collections.',
  statements: [
    `CREATE TABLE collections (
       collection INTEGER PRIMARY KEY,
       id TEXT NOT NULL UNIQUE,
       name TEXT NOT NULL,
       place INTEGER NOT NULL
     ) STRICT`,
    'ALTER TABLE saved ADD COLUMN collection_id TEXT REFERENCES collections (id) ON DELETE SET NULL',
    'ALTER TABLE saved ADD COLUMN company_id TEXT',
    'ALTER TABLE saved ADD COLUMN company_name TEXT',
    // 1 while the article's page, which says more than the summary that was saved, was not fetched.
    'ALTER TABLE saved ADD COLUMN wants_page INTEGER NOT NULL DEFAULT 0',
    'CREATE INDEX saved_by_collection ON saved (collection_id) WHERE collection_id IS NOT NULL',
    'CREATE INDEX saved_wanting_page ON saved (row) WHERE wants_page = 1',
    // Every picture that an item shows, in its order. Hash null: not stored; is_given_up: asking again would come to the same.
    `CREATE TABLE saved_pictures (
       saved INTEGER NOT NULL REFERENCES saved (row) ON DELETE CASCADE,
       url TEXT NOT NULL,
       place INTEGER NOT NULL,
       hash TEXT,
       type TEXT,
       bytes INTEGER,
       is_given_up INTEGER NOT NULL DEFAULT 0,
       PRIMARY KEY (saved, url)
     ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX saved_pictures_by_hash ON saved_pictures (hash) WHERE hash IS NOT NULL',
    // The mirror says what pictures an item has, and in which collection it stands.
    `CREATE TRIGGER saved_picture_is_to_mirror AFTER UPDATE OF hash ON saved_pictures BEGIN
       DELETE FROM to_mirror WHERE saved_id = (SELECT id FROM saved WHERE row = NEW.saved);
       INSERT INTO to_mirror (saved_id) SELECT id FROM saved WHERE row = NEW.saved;
     END`,
    `CREATE TRIGGER collection_is_to_mirror AFTER UPDATE OF name ON collections BEGIN
       DELETE FROM to_mirror WHERE saved_id IN (SELECT id FROM saved WHERE collection_id = NEW.id);
       INSERT INTO to_mirror (saved_id) SELECT id FROM saved WHERE collection_id = NEW.id;
     END`,
    'CREATE INDEX saved_pictures_missing ON saved_pictures (saved) WHERE hash IS NULL AND is_given_up = 0',
  ],
}
