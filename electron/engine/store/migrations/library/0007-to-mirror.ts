import type { Migration } from '../migration.ts'

/** Which saved items the mirror does not say yet. */
export const toMirror: Migration = {
  number: 7,
  name: 'to-mirror',
  reason:
    'What the mirror still has to write is noted in the same transaction as the change, so that a kill between the two loses nothing.',
  statements: [
    // change only ever grows, so that what changes again while it is being written is written once more. The empty id stands for all.
    `CREATE TABLE to_mirror (
       change INTEGER PRIMARY KEY AUTOINCREMENT,
       saved_id TEXT NOT NULL UNIQUE
     ) STRICT`,
    "INSERT INTO to_mirror (saved_id) VALUES ('')",
    `CREATE TRIGGER saved_is_to_mirror AFTER INSERT ON saved BEGIN
       DELETE FROM to_mirror WHERE saved_id = NEW.id;
       INSERT INTO to_mirror (saved_id) VALUES (NEW.id);
     END`,
    `CREATE TRIGGER saved_is_to_mirror_anew AFTER UPDATE ON saved BEGIN
       DELETE FROM to_mirror WHERE saved_id = NEW.id;
       INSERT INTO to_mirror (saved_id) VALUES (NEW.id);
     END`,
    `CREATE TRIGGER saved_is_to_mirror_no_more AFTER DELETE ON saved BEGIN
       DELETE FROM to_mirror WHERE saved_id = OLD.id;
       INSERT INTO to_mirror (saved_id) VALUES (OLD.id);
     END`,
  ],
}
