import type { Migration } from '../migration.ts'

/** Companies, and which sources belong to them. */
export const companies: Migration = {
  number: 2,
  name: 'companies',
  reason: 'A company keeps what its site said of it, and what changed there, for as long as a source or a saved item is of it.',
  statements: [
    // site_key is the host that makes sources one company's; facts and changes are JSON, as the room companies/ writes them.
    `CREATE TABLE companies (
       id TEXT NOT NULL PRIMARY KEY,
       site_key TEXT NOT NULL UNIQUE,
       site TEXT NOT NULL,
       name TEXT NOT NULL,
       aliases TEXT NOT NULL,
       logo_hash TEXT,
       facts TEXT,
       changes TEXT NOT NULL,
       checked_at_ms INTEGER,
       tried_at_ms INTEGER
     ) STRICT`,
    // Outlives the source, so that a saved item still knows its company.
    `CREATE TABLE company_sources (
       source_id TEXT NOT NULL PRIMARY KEY,
       company_id TEXT NOT NULL REFERENCES companies (id) ON DELETE CASCADE
     ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX company_sources_by_company ON company_sources (company_id)',
    'CREATE INDEX sources_by_company ON sources (company_id) WHERE company_id IS NOT NULL',
    `CREATE TRIGGER source_joins AFTER UPDATE OF company_id ON sources WHEN NEW.company_id IS NOT NULL BEGIN
       INSERT INTO company_sources (source_id, company_id)
       SELECT NEW.id, companies.id FROM companies WHERE companies.id = NEW.company_id
       ON CONFLICT (source_id) DO UPDATE SET company_id = excluded.company_id;
     END`,
  ],
}
