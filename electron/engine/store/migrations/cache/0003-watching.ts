import type { Migration } from '../migration.ts'

/** What rules caught, and what they took out of the lists. */
export const watching: Migration = {
  number: 3,
  name: 'watching',
  reason: 'Lists show which rule caught an article and leave out what is muted, without asking the rules again.',
  statements: [
    // rule: the id that the library gives it.
    `CREATE TABLE catches (
       article INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
       rule TEXT NOT NULL,
       PRIMARY KEY (article, rule)
     ) STRICT, WITHOUT ROWID`,
    // source, listed_at_ms and is_read repeat what the article says, so that the view is walked and counted by its own indexes.
    `CREATE TABLE watched (
       article INTEGER PRIMARY KEY REFERENCES articles (row) ON DELETE CASCADE,
       source INTEGER NOT NULL,
       listed_at_ms INTEGER NOT NULL,
       is_read INTEGER NOT NULL
     ) STRICT`,
    'CREATE INDEX watched_by_time ON watched (listed_at_ms)',
    'CREATE INDEX unread_watched ON watched (article) WHERE is_read = 0',
    // Muted articles count as read in articles.is_read; read_state keeps what the person read, for when they come back.
    `CREATE TABLE muted (
       article INTEGER PRIMARY KEY REFERENCES articles (row) ON DELETE CASCADE,
       source INTEGER NOT NULL
     ) STRICT`,
    // is_news: it arrived or was edited; else only the rules changed, and nobody is notified.
    `CREATE TABLE to_watch (
       article INTEGER PRIMARY KEY REFERENCES articles (row) ON DELETE CASCADE,
       is_news INTEGER NOT NULL
     ) STRICT`,
    `CREATE TRIGGER article_is_to_be_watched AFTER INSERT ON articles BEGIN
       INSERT INTO to_watch (article, is_news) VALUES (NEW.row, 1);
     END`,
    // Edited, or its page came; a page that is given up brings nothing new, but what is to be saved has waited for it.
    `CREATE TRIGGER article_is_to_be_watched_anew AFTER UPDATE OF content_hash, page_state ON articles
     WHEN OLD.content_hash <> NEW.content_hash OR NEW.page_state = 2 OR EXISTS (SELECT 1 FROM catches WHERE article = NEW.row) BEGIN
       INSERT INTO to_watch (article, is_news) VALUES (NEW.row, 1) ON CONFLICT (article) DO UPDATE SET is_news = 1;
     END`,
    `CREATE TRIGGER watched_is_listed_anew AFTER UPDATE OF listed_at_ms ON articles WHEN OLD.listed_at_ms <> NEW.listed_at_ms BEGIN
       UPDATE watched SET listed_at_ms = NEW.listed_at_ms WHERE article = NEW.row;
     END`,
    `CREATE TRIGGER watched_is_marked AFTER UPDATE OF is_read ON articles WHEN OLD.is_read <> NEW.is_read BEGIN
       UPDATE watched SET is_read = NEW.is_read WHERE article = NEW.row;
     END`,
    `CREATE TRIGGER article_is_muted AFTER INSERT ON muted BEGIN
       UPDATE cached_sources SET total = total - 1 WHERE source = NEW.source;
     END`,
    `CREATE TRIGGER article_is_muted_no_more AFTER DELETE ON muted BEGIN
       UPDATE cached_sources SET total = total + 1 WHERE source = OLD.source;
     END`,
    // What lists of articles show.
    `CREATE VIEW shown_articles AS
     SELECT * FROM listed_articles
     WHERE row NOT IN (SELECT article FROM muted)`,
  ],
}
