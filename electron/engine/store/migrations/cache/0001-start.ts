import type { Migration } from '../migration.ts'

/** The first cache. */
export const start: Migration = {
  number: 1,
  name: 'start',
  reason: 'What can be fetched again is kept apart from what a person made, so that it may be lost.',
  statements: [
    // Sources by a short number, with the counts that lists show: kept by the triggers below, never found by scanning.
    `CREATE TABLE cached_sources (
       source INTEGER PRIMARY KEY,
       source_id TEXT NOT NULL UNIQUE,
       category INTEGER NOT NULL,
       is_hidden INTEGER NOT NULL DEFAULT 0,
       total INTEGER NOT NULL DEFAULT 0,
       unread INTEGER NOT NULL DEFAULT 0
     ) STRICT`,
    // link_hash and content_hash are cut hashes: they only ask "the same as before?" within one source or row.
    // page_state: 0 not wanted, 1 wanted, 2 there, 3 given up. offline: 0 none, 1 partial, 2 ready.
    `CREATE TABLE articles (
       row INTEGER PRIMARY KEY,
       id TEXT NOT NULL UNIQUE,
       source INTEGER NOT NULL REFERENCES cached_sources (source),
       category INTEGER NOT NULL,
       is_read INTEGER NOT NULL,
       offline INTEGER NOT NULL,
       page_state INTEGER NOT NULL,
       prefers_page INTEGER NOT NULL,
       listed_at_ms INTEGER NOT NULL,
       first_seen_at_ms INTEGER NOT NULL,
       published_at_ms INTEGER,
       updated_at_ms INTEGER,
       link_hash INTEGER,
       content_hash BLOB NOT NULL,
       title TEXT NOT NULL,
       url TEXT,
       author TEXT,
       language TEXT,
       categories TEXT,
       lead_image_url TEXT,
       thumbnail_hash TEXT,
       excerpt TEXT NOT NULL
     ) STRICT`,
    'CREATE INDEX articles_by_time ON articles (listed_at_ms)',
    'CREATE INDEX articles_by_category ON articles (category, listed_at_ms)',
    'CREATE INDEX articles_by_source ON articles (source, listed_at_ms)',
    'CREATE INDEX unread_by_time ON articles (listed_at_ms) WHERE is_read = 0',
    'CREATE INDEX unread_by_category ON articles (category, listed_at_ms) WHERE is_read = 0',
    'CREATE INDEX unread_by_source ON articles (source, listed_at_ms) WHERE is_read = 0',
    'CREATE INDEX articles_by_arrival ON articles (first_seen_at_ms)',
    'CREATE INDEX articles_by_link ON articles (source, link_hash) WHERE link_hash IS NOT NULL',
    'CREATE INDEX pages_wanted ON articles (row) WHERE page_state = 1',
    // A source that changed its guids: the ids that a merged article would have by its later ones.
    `CREATE TABLE article_aliases (
       id TEXT NOT NULL PRIMARY KEY,
       article INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE
     ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX article_aliases_by_article ON article_aliases (article)',
    `CREATE TABLE article_texts (
       article INTEGER PRIMARY KEY REFERENCES articles (row) ON DELETE CASCADE,
       feed_text BLOB,
       page_text BLOB
     ) STRICT`,
    `CREATE TABLE article_versions (
       version INTEGER PRIMARY KEY,
       article INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
       replaced_at_ms INTEGER NOT NULL,
       updated_at_ms INTEGER,
       title TEXT NOT NULL,
       feed_text BLOB
     ) STRICT`,
    'CREATE INDEX article_versions_by_article ON article_versions (article)',
    // Apart from the articles, so that one that was pruned and comes back is still known as read.
    `CREATE TABLE read_state (
       article_id TEXT NOT NULL PRIMARY KEY,
       read_at_ms INTEGER,
       read_to REAL NOT NULL DEFAULT 0
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE tombstones (
       article_id TEXT NOT NULL PRIMARY KEY,
       deleted_at_ms INTEGER NOT NULL
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE pictures (
       url_key BLOB NOT NULL PRIMARY KEY,
       hash TEXT,
       type TEXT,
       bytes INTEGER NOT NULL,
       checked_at_ms INTEGER NOT NULL
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE schedule (
       source_id TEXT NOT NULL PRIMARY KEY,
       next_check_at_ms INTEGER,
       last_checked_at_ms INTEGER,
       last_success_at_ms INTEGER,
       etag TEXT,
       last_modified TEXT,
       validators_at_ms INTEGER,
       failures_in_row INTEGER NOT NULL,
       failure TEXT,
       moved_to TEXT,
       moved_times INTEGER NOT NULL,
       moved_since_ms INTEGER,
       interval_ms INTEGER,
       changes TEXT NOT NULL,
       body_hash TEXT
     ) STRICT`,
    'CREATE INDEX pictures_by_hash ON pictures (hash) WHERE hash IS NOT NULL',
    'CREATE INDEX schedule_by_next ON schedule (next_check_at_ms)',
    `CREATE VIRTUAL TABLE article_index USING fts5 (
       title, body, about, facets,
       content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
     )`,
    'CREATE TABLE to_index (article INTEGER PRIMARY KEY) STRICT',
    `CREATE TRIGGER article_arrives AFTER INSERT ON articles BEGIN
       UPDATE cached_sources SET total = total + 1, unread = unread + 1 - NEW.is_read WHERE source = NEW.source;
     END`,
    `CREATE TRIGGER article_leaves AFTER DELETE ON articles BEGIN
       UPDATE cached_sources SET total = total - 1, unread = unread - 1 + OLD.is_read WHERE source = OLD.source;
     END`,
    `CREATE TRIGGER article_is_marked AFTER UPDATE OF is_read ON articles WHEN OLD.is_read <> NEW.is_read BEGIN
       UPDATE cached_sources SET unread = unread + OLD.is_read - NEW.is_read WHERE source = NEW.source;
     END`,
    // What lists show: the articles of sources that are followed. CROSS JOIN fixes the order: an index of articles leads.
    `CREATE VIEW listed_articles AS
     SELECT articles.row, articles.id, articles.source, cached_sources.source_id, articles.category, articles.is_read,
            articles.offline, articles.listed_at_ms, articles.first_seen_at_ms, articles.published_at_ms,
            articles.updated_at_ms, articles.title, articles.url, articles.author, articles.thumbnail_hash, articles.excerpt
     FROM articles CROSS JOIN cached_sources ON cached_sources.source = articles.source
     WHERE cached_sources.is_hidden = 0`,
  ],
}
