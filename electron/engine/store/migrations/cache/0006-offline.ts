import type { Migration } from '../migration.ts'

/** Why articles are not ready for offline, which pictures each shows, and what was let go. */
export const offline: Migration = {
  number: 6,
  name: 'offline',
  reason:
    'What is missing of an article is said in words, a damaged picture turns the verdict of all that show it, and a budget lets go by rank.',
  statements: [
    // missing: why it is not ready, as the contract names it. page_trouble: the same of its page. wants_pictures: some may still be had.
    'ALTER TABLE articles ADD COLUMN missing TEXT',
    'ALTER TABLE articles ADD COLUMN page_trouble TEXT',
    'ALTER TABLE articles ADD COLUMN wants_pictures INTEGER NOT NULL DEFAULT 0',
    `UPDATE articles SET
       wants_pictures = offline = 1,
       missing = CASE WHEN page_state = 1 THEN 'text-waiting' WHEN offline = 0 THEN 'text-absent' ELSE 'pictures-waiting' END
     WHERE offline <> 2`,
    // In how many the whole is ready is counted from the rest, which are few.
    'CREATE INDEX articles_unfinished ON articles (source, offline, row) WHERE offline <> 2',
    'CREATE INDEX pictures_wanted ON articles (source, row) WHERE wants_pictures = 1',
    // Addresses that gave no picture did not say why: they are asked once more.
    'DELETE FROM pictures WHERE hash IS NULL',
    'ALTER TABLE pictures ADD COLUMN trouble TEXT',
    'ALTER TABLE pictures ADD COLUMN tries INTEGER NOT NULL DEFAULT 0',
    // The file's own time of change when its bytes were last found to be those of the hash, and when that was.
    'ALTER TABLE pictures ADD COLUMN file_changed_at_ms INTEGER',
    'ALTER TABLE pictures ADD COLUMN verified_at_ms INTEGER',
    // Which articles show which stored pictures.
    `CREATE TABLE picture_uses (
       url_key BLOB NOT NULL,
       article INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
       PRIMARY KEY (url_key, article)
     ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX picture_uses_by_article ON picture_uses (article)',
    // Articles of an earlier build, whose pictures are still to be noted.
    'CREATE TABLE to_judge (article INTEGER PRIMARY KEY REFERENCES articles (row) ON DELETE CASCADE) STRICT',
    'INSERT INTO to_judge (article) SELECT row FROM articles',
    `CREATE TABLE evictions (
       at_ms INTEGER PRIMARY KEY,
       pictures INTEGER NOT NULL,
       bytes INTEGER NOT NULL,
       read INTEGER NOT NULL,
       unread INTEGER NOT NULL,
       budget INTEGER NOT NULL
     ) STRICT`,
    'DROP VIEW shown_articles',
    'DROP VIEW listed_articles',
    `CREATE VIEW listed_articles AS
     SELECT articles.row, articles.id, articles.source, cached_sources.source_id, articles.category, articles.is_read,
            articles.offline, articles.listed_at_ms, articles.first_seen_at_ms, articles.published_at_ms,
            articles.updated_at_ms, articles.title, articles.url, articles.author, articles.thumbnail_hash, articles.excerpt,
            articles.missing
     FROM articles CROSS JOIN cached_sources ON cached_sources.source = articles.source
     WHERE cached_sources.is_hidden = 0`,
    `CREATE VIEW shown_articles AS
     SELECT * FROM listed_articles
     WHERE row NOT IN (SELECT article FROM muted)`,
  ],
}
