import type { Migration } from '../migration.ts'

/** The first library. */
export const start: Migration = {
  number: 1,
  name: 'start',
  reason: 'What a person made is kept in a file of its own: sources, saved items whole, notes, tags and settings.',
  statements: [
    `CREATE TABLE sources (
       id TEXT NOT NULL PRIMARY KEY,
       kind TEXT NOT NULL CHECK (kind IN ('feed', 'newsroom')),
       title TEXT NOT NULL,
       url TEXT NOT NULL UNIQUE,
       site_url TEXT,
       category TEXT NOT NULL CHECK (category IN ('company', 'industry')),
       folder TEXT,
       company_id TEXT,
       check_every_ms INTEGER,
       recipe TEXT,
       added_at_ms INTEGER NOT NULL,
       removed_at_ms INTEGER
     ) STRICT`,
    `CREATE TABLE saved (
       row INTEGER PRIMARY KEY,
       id TEXT NOT NULL UNIQUE,
       source_id TEXT NOT NULL,
       source_title TEXT NOT NULL,
       source_url TEXT NOT NULL,
       site_url TEXT,
       category TEXT NOT NULL CHECK (category IN ('company', 'industry')),
       title TEXT NOT NULL,
       url TEXT,
       author TEXT,
       published_at_ms INTEGER,
       updated_at_ms INTEGER,
       first_seen_at_ms INTEGER NOT NULL,
       saved_at_ms INTEGER NOT NULL,
       excerpt TEXT NOT NULL,
       language TEXT,
       categories TEXT NOT NULL,
       origin TEXT NOT NULL CHECK (origin IN ('feed', 'page')),
       note TEXT NOT NULL
     ) STRICT`,
    'CREATE INDEX saved_by_time ON saved (saved_at_ms)',
    'CREATE INDEX saved_by_source ON saved (source_id)',
    // Texts stand apart so that a list of saved items reads no text; the checksum finds damage that SQLite cannot see.
    `CREATE TABLE saved_texts (
       saved INTEGER PRIMARY KEY REFERENCES saved (row) ON DELETE CASCADE,
       body BLOB NOT NULL,
       checksum INTEGER NOT NULL
     ) STRICT`,
    `CREATE TABLE saved_tags (
       saved INTEGER NOT NULL REFERENCES saved (row) ON DELETE CASCADE,
       tag TEXT NOT NULL,
       PRIMARY KEY (saved, tag)
     ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX saved_tags_by_tag ON saved_tags (tag)',
    `CREATE VIRTUAL TABLE saved_index USING fts5 (
       title, body, about,
       content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
     )`,
    `CREATE TABLE settings (
       key TEXT NOT NULL PRIMARY KEY,
       value TEXT NOT NULL
     ) STRICT, WITHOUT ROWID`,
  ],
}
