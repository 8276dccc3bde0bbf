import type { Migration } from '../migration.ts'

/** Which articles tell of a company, what each is about, and what stands under it. */
export const mentions: Migration = {
  number: 2,
  name: 'mentions',
  reason: 'Mentions of companies and related news are found when articles arrive, so that showing them costs no search.',
  statements: [
    // Companies by a short number. sought: its names and own sources, in JSON, so that a change of them is seen. is_searched: older articles too.
    `CREATE TABLE mentioned_companies (
       company INTEGER PRIMARY KEY,
       company_id TEXT NOT NULL UNIQUE,
       sought TEXT NOT NULL,
       is_searched INTEGER NOT NULL DEFAULT 0
     ) STRICT`,
    // source and listed_at_ms repeat what the article says, so that a company's mentions are walked and counted by one index.
    `CREATE TABLE mentions (
       article INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
       company INTEGER NOT NULL REFERENCES mentioned_companies (company) ON DELETE CASCADE,
       source INTEGER NOT NULL,
       listed_at_ms INTEGER NOT NULL,
       times INTEGER NOT NULL,
       in_title INTEGER NOT NULL,
       PRIMARY KEY (article, company)
     ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX mentions_by_company ON mentions (company, listed_at_ms, article)',
    `CREATE TABLE mention_counts (
       company INTEGER NOT NULL REFERENCES mentioned_companies (company) ON DELETE CASCADE,
       source INTEGER NOT NULL,
       total INTEGER NOT NULL,
       PRIMARY KEY (company, source)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TRIGGER mention_comes AFTER INSERT ON mentions BEGIN
       INSERT INTO mention_counts (company, source, total) VALUES (NEW.company, NEW.source, 1)
       ON CONFLICT (company, source) DO UPDATE SET total = total + 1;
     END`,
    `CREATE TRIGGER mention_goes AFTER DELETE ON mentions BEGIN
       UPDATE mention_counts SET total = total - 1 WHERE company = OLD.company AND source = OLD.source;
       DELETE FROM mention_counts WHERE company = OLD.company AND source = OLD.source AND total = 0;
     END`,
    `CREATE TRIGGER article_is_listed_anew AFTER UPDATE OF listed_at_ms ON articles WHEN OLD.listed_at_ms <> NEW.listed_at_ms BEGIN
       UPDATE mentions SET listed_at_ms = NEW.listed_at_ms WHERE article = NEW.row;
     END`,
    // What an article is about, as the room companies/ writes it in JSON; its keys find others that share something with it.
    `CREATE TABLE article_topics (
       article INTEGER PRIMARY KEY REFERENCES articles (row) ON DELETE CASCADE,
       topic TEXT NOT NULL
     ) STRICT`,
    `CREATE TABLE topic_keys (
       key INTEGER NOT NULL,
       article INTEGER NOT NULL,
       PRIMARY KEY (key, article)
     ) STRICT, WITHOUT ROWID`,
    // In how many articles a key stands: what many articles have says little about any of them.
    `CREATE TABLE topic_spread (
       key INTEGER PRIMARY KEY,
       articles INTEGER NOT NULL
     ) STRICT`,
    // Keys come and go with their topic, which lists them: an index of keys by article would be as large as the keys.
    `CREATE TRIGGER topic_comes AFTER INSERT ON article_topics BEGIN
       INSERT INTO topic_keys (key, article) SELECT DISTINCT value, NEW.article FROM json_each(NEW.topic, '$.keys');
     END`,
    `CREATE TRIGGER topic_goes AFTER DELETE ON article_topics BEGIN
       DELETE FROM topic_keys WHERE article = OLD.article AND key IN (SELECT value FROM json_each(OLD.topic, '$.keys'));
     END`,
    `CREATE TRIGGER topic_key_comes AFTER INSERT ON topic_keys BEGIN
       INSERT INTO topic_spread (key, articles) VALUES (NEW.key, 1) ON CONFLICT (key) DO UPDATE SET articles = articles + 1;
     END`,
    `CREATE TRIGGER topic_key_goes AFTER DELETE ON topic_keys BEGIN
       UPDATE topic_spread SET articles = articles - 1 WHERE key = OLD.key;
       DELETE FROM topic_spread WHERE key = OLD.key AND articles = 0;
     END`,
    // kind: 1 same story, 2 same company, 3 same topic.
    `CREATE TABLE related (
       article INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
       other INTEGER NOT NULL REFERENCES articles (row) ON DELETE CASCADE,
       kind INTEGER NOT NULL,
       words TEXT NOT NULL,
       strength REAL NOT NULL,
       PRIMARY KEY (article, other)
     ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX related_by_other ON related (other)',
    // step: 3 to be read (new, or its text changed), 2 to be related, and its neighbours after it, 1 to be related as a neighbour.
    `CREATE TABLE to_relate (
       article INTEGER PRIMARY KEY REFERENCES articles (row) ON DELETE CASCADE,
       step INTEGER NOT NULL
     ) STRICT`,
    'CREATE INDEX to_relate_by_step ON to_relate (step, article)',
    'INSERT INTO to_relate (article, step) SELECT row, 3 FROM articles',
    `CREATE TRIGGER article_is_to_be_related AFTER INSERT ON articles BEGIN
       INSERT INTO to_relate (article, step) VALUES (NEW.row, 3) ON CONFLICT (article) DO UPDATE SET step = 3;
     END`,
    `CREATE TRIGGER article_is_to_be_related_anew AFTER UPDATE OF content_hash, page_state ON articles BEGIN
       INSERT INTO to_relate (article, step) VALUES (NEW.row, 3) ON CONFLICT (article) DO UPDATE SET step = 3;
     END`,
  ],
}
