import { createHash } from 'node:crypto'
import type { FactChange } from '../../../../shared/contract/company.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import { base32 } from '../base32.ts'
import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { LibraryWriter } from './libraryWriter.ts'

/** A company as the library keeps it. */
export interface KeptCompany {
  readonly id: string
  /** The address of its home page. */
  readonly site: string
  readonly name: string
  readonly aliases: readonly string[]
  /** The stored picture of its logo. */
  readonly logoHash: string | null
  /** What its site said of it, as `companies/` wrote it in JSON; null until it was read. */
  readonly facts: string | null
  /** Newest last. */
  readonly changes: readonly FactChange[]
  /** When it was read, and when it was tried last. */
  readonly checkedAt: EpochMs | null
  readonly triedAt: EpochMs | null
}

/** The site that a company is known by. `key`: its host, as far as it makes two sources one company's. */
export interface CompanySite {
  readonly key: string
  readonly site: string
  /** What to call it until its site was read. */
  readonly name: string
}

/** What can be changed of a company; what is left out stays. */
export type CompanyChange = Partial<Omit<KeptCompany, 'id'>>

/** The companies that sources and saved items are of. */
export interface CompaniesTable {
  /** Those that a followed source or a saved item is of, by name. */
  list(): KeptCompany[]
  get(id: string): KeptCompany | null
  /** The sources that are or were a company's, as long as they or what was saved of them are there. */
  sourceIds(id: string): string[]
  /** The company of a site, made where there is none. A source belongs to it by its `companyId`. */
  ofSite(site: CompanySite): KeptCompany
  /** Null where there is no such company. */
  change(id: string, change: CompanyChange): KeptCompany | null
  /** Forgets those that no source, not even one that can be taken back, and no saved item is of; answers their ids. */
  forgetUnneeded(): string[]
}

interface CompanyRow {
  readonly id: string
  readonly site: string
  readonly name: string
  readonly aliases: string
  readonly logo_hash: string | null
  readonly facts: string | null
  readonly changes: string
  readonly checked_at_ms: EpochMs | null
  readonly tried_at_ms: EpochMs | null
}

const ID_LENGTH = 12

/** The table of companies. */
export function companiesTable(database: Database, write: LibraryWriter): CompaniesTable {
  const statements = prepareStatements(database)
  const get = (id: string): KeptCompany | null => companyOf(statements.byId.get({ id }))
  return {
    list: () => statements.needed.all({}).map(keptCompany),
    get,
    sourceIds: (id) => statements.sources.all({ id }).map((row) => row.source_id),
    ofSite: ({ key, site, name }) =>
      write(() => {
        const known = companyOf(statements.byKey.get({ key }))
        if (known) return known
        const id = freeId(key, statements)
        statements.add.run({ id, key, site, name })
        return { id, site, name, aliases: [], logoHash: null, facts: null, changes: [], checkedAt: null, triedAt: null }
      }),
    change: (id, change) =>
      write(() => {
        const company = get(id)
        if (!company) return null
        const changed = { ...company, ...change }
        statements.put.run(rowOf(changed))
        return changed
      }),
    forgetUnneeded: () => write(() => statements.forget.all({}).map((row) => row.id)),
  }
}

function prepareStatements(database: Database) {
  return {
    needed: prepare<CompanyRow>(
      database,
      `SELECT * FROM companies
       WHERE EXISTS (SELECT 1 FROM sources WHERE company_id = companies.id AND removed_at_ms IS NULL)
          OR EXISTS (SELECT 1 FROM company_sources JOIN saved ON saved.source_id = company_sources.source_id
                     WHERE company_sources.company_id = companies.id)
       ORDER BY name COLLATE NOCASE, id`,
    ),
    byId: prepare<CompanyRow>(database, 'SELECT * FROM companies WHERE id = :id'),
    sources: prepare<{ source_id: string }>(database, 'SELECT source_id FROM company_sources WHERE company_id = :id'),
    byKey: prepare<CompanyRow>(database, 'SELECT * FROM companies WHERE site_key = :key'),
    add: prepare(
      database,
      `INSERT INTO companies (id, site_key, site, name, aliases, changes)
       VALUES (:id, :key, :site, :name, '[]', '[]')`,
    ),
    put: prepare(
      database,
      `UPDATE companies SET
         site = :site, name = :name, aliases = :aliases, logo_hash = :logoHash, facts = :facts, changes = :changes,
         checked_at_ms = :checkedAt, tried_at_ms = :triedAt
       WHERE id = :id`,
    ),
    forget: prepare<{ id: string }>(
      database,
      `DELETE FROM companies
       WHERE NOT EXISTS (SELECT 1 FROM sources WHERE company_id = companies.id)
         AND NOT EXISTS (SELECT 1 FROM company_sources JOIN saved ON saved.source_id = company_sources.source_id
                         WHERE company_sources.company_id = companies.id)
       RETURNING id`,
    ),
  }
}

/** Made from the site, so that a company is the same again after a loss. */
function freeId(key: string, statements: ReturnType<typeof prepareStatements>): string {
  for (let attempt = 0; ; attempt += 1) {
    const id = base32(createHash('sha256').update(`${key}\n${attempt}`).digest()).slice(0, ID_LENGTH)
    if (!statements.byId.get({ id })) return id
  }
}

function rowOf({ id, site, name, aliases, logoHash, facts, changes, checkedAt, triedAt }: KeptCompany) {
  return { id, site, name, logoHash, facts, checkedAt, triedAt, aliases: JSON.stringify(aliases), changes: JSON.stringify(changes) }
}

function companyOf(row: CompanyRow | undefined): KeptCompany | null {
  return row ? keptCompany(row) : null
}

function keptCompany(row: CompanyRow): KeptCompany {
  return {
    id: row.id,
    site: row.site,
    name: row.name,
    aliases: JSON.parse(row.aliases) as string[],
    logoHash: row.logo_hash,
    facts: row.facts,
    changes: JSON.parse(row.changes) as FactChange[],
    checkedAt: row.checked_at_ms,
    triedAt: row.tried_at_ms,
  }
}
