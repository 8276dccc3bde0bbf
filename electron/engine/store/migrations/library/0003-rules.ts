import type { Migration } from '../migration.ts'

/** Rules, and which articles each has caught. */
export const rules: Migration = {
  number: 3,
  name: 'rules',
  reason:
    'Rules are a person’s own; what each caught is kept with them, so that a lost cache neither counts, saves nor tells anything twice.',
  statements: [
    // conditions and actions are JSON, as the contract says them.
    `CREATE TABLE rules (
       id TEXT NOT NULL PRIMARY KEY,
       place INTEGER NOT NULL,
       name TEXT NOT NULL,
       match TEXT NOT NULL CHECK (match IN ('all', 'any')),
       conditions TEXT NOT NULL,
       actions TEXT NOT NULL,
       is_enabled INTEGER NOT NULL,
       breaks_quiet INTEGER NOT NULL,
       created_at_ms INTEGER NOT NULL,
       removed_at_ms INTEGER
     ) STRICT`,
    // is_kept: what the rule was to save of it is saved. is_waiting: the person is still to be told.
    `CREATE TABLE rule_catches (
       rule TEXT NOT NULL REFERENCES rules (id) ON DELETE CASCADE,
       article_id TEXT NOT NULL,
       caught_at_ms INTEGER NOT NULL,
       is_kept INTEGER NOT NULL DEFAULT 0,
       is_waiting INTEGER NOT NULL DEFAULT 0,
       PRIMARY KEY (rule, article_id)
     ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX rule_catches_by_time ON rule_catches (rule, caught_at_ms)',
    'CREATE INDEX rule_catches_waiting ON rule_catches (caught_at_ms) WHERE is_waiting = 1',
  ],
}
