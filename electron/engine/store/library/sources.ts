import { createHash } from 'node:crypto'
import type { Category, SourceKind } from '../../../../shared/contract/schemas.ts'
import type { Clock, DurationMs, EpochMs } from '../../../../shared/time.ts'
import { base32 } from '../base32.ts'
import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { LibraryWriter } from './libraryWriter.ts'

/** A source as the library keeps it. `removedAt`: unfollowed, and can still be taken back. */
export interface KeptSource {
  readonly id: string
  readonly kind: SourceKind
  readonly title: string
  readonly url: string
  readonly siteUrl: string | null
  readonly category: Category
  readonly folder: string | null
  readonly companyId: string | null
  readonly checkEvery: DurationMs | null
  /** Whether pictures of its articles are kept. */
  readonly keepsPictures: boolean
  /** How a newsroom's list is found on its page, as `newsroom/` wrote it in JSON; null for feeds. */
  readonly recipe: string | null
  readonly addedAt: EpochMs
  readonly removedAt: EpochMs | null
}

/** A source to follow; the store gives it its id. */
export type NewSource = Omit<
  KeptSource,
  'id' | 'addedAt' | 'removedAt' | 'folder' | 'companyId' | 'checkEvery' | 'keepsPictures' | 'recipe'
> &
  Partial<Pick<KeptSource, 'folder' | 'companyId' | 'checkEvery' | 'keepsPictures' | 'recipe'>>

/** What can be changed of a source; what is left out stays. */
export type SourceChange = Partial<Omit<KeptSource, 'id' | 'addedAt' | 'removedAt'>>

/** The sources that are followed. Those that were removed are not shown until `restore`. */
export interface SourcesTable {
  list(): KeptSource[]
  get(id: string): KeptSource | null
  byUrl(url: string): KeptSource | null
  /** The title of a source, also of one that can still be taken back; null where there is none. */
  titleOf(id: string): string | null
  /** Whether any source has this address, those included that can still be taken back. */
  isTaken(url: string): boolean
  /** Follows a source. The address must not be followed already; one that was removed comes back under its old id. */
  add(source: NewSource): KeptSource
  /** Follows many in one transaction: all of them, or none. */
  addAll(sources: readonly NewSource[]): KeptSource[]
  /** Follows a source as it was, as when it comes back from the mirror. */
  put(source: KeptSource): void
  /** Null where there is no such source. */
  change(id: string, change: SourceChange): KeptSource | null
  /** False where there was nothing to remove. */
  remove(id: string): boolean
  restore(id: string): boolean
  /** Forgets the sources removed before a moment (default: all that are removed) and answers their ids. */
  purgeRemoved(before?: EpochMs): string[]
}

interface SourceRow {
  readonly id: string
  readonly kind: SourceKind
  readonly title: string
  readonly url: string
  readonly site_url: string | null
  readonly category: Category
  readonly folder: string | null
  readonly company_id: string | null
  readonly check_every_ms: DurationMs | null
  readonly recipe: string | null
  readonly keeps_pictures: number
  readonly added_at_ms: EpochMs
  readonly removed_at_ms: EpochMs | null
}

const ID_LENGTH = 12
const END_OF_TIME = 8.64e15 as EpochMs

/** The table of sources. */
export function sourcesTable(database: Database, write: LibraryWriter, now: Clock): SourcesTable {
  const statements = prepareStatements(database)
  // Every list and every slice of a refresh asks for them. Nobody else writes this table while the profile is open.
  let known: ReadonlyMap<string, KeptSource> | null = null
  const followed = (): ReadonlyMap<string, KeptSource> =>
    (known ??= new Map(statements.all.all({}).map((row) => [row.id, keptSource(row)])))
  const get = (id: string): KeptSource | null => followed().get(id) ?? null
  const change: LibraryWriter = (work) => {
    try {
      return write(work)
    } finally {
      known = null
    }
  }
  const add = (source: NewSource): KeptSource => {
    const id = statements.anyByUrl.get({ url: source.url })?.id ?? freeId(source.url, statements)
    const unsaid = { folder: null, companyId: null, checkEvery: null, keepsPictures: true, recipe: null }
    const kept = { ...unsaid, ...source, id, addedAt: now(), removedAt: null }
    statements.put.run(rowOf(kept))
    return kept
  }
  return {
    list: () => [...followed().values()],
    get,
    byUrl: (url) => sourceOf(statements.byUrl.get({ url })),
    titleOf: (id) => get(id)?.title ?? statements.anyById.get({ id })?.title ?? null,
    isTaken: (url) => statements.anyByUrl.get({ url }) !== undefined,
    add: (source) => change(() => add(source)),
    addAll: (sources) => change(() => sources.map(add)),
    put: (source) => change(() => void statements.put.run(rowOf(source))),
    change: (id, changes) =>
      change(() => {
        const source = get(id)
        if (!source) return null
        const changed = { ...source, ...withoutUndefined(changes) }
        statements.put.run(rowOf(changed))
        return changed
      }),
    remove: (id) => change(() => statements.remove.run({ id, at: now() }) > 0),
    restore: (id) => change(() => statements.restore.run({ id }) > 0),
    purgeRemoved: (before = END_OF_TIME) => change(() => statements.purge.all({ before }).map((row) => row.id)),
  }
}

function prepareStatements(database: Database) {
  return {
    all: prepare<SourceRow>(
      database,
      `SELECT * FROM sources
       WHERE removed_at_ms IS NULL
       ORDER BY added_at_ms, id`,
    ),
    byUrl: prepare<SourceRow>(database, 'SELECT * FROM sources WHERE url = :url AND removed_at_ms IS NULL'),
    anyByUrl: prepare<{ id: string }>(database, 'SELECT id FROM sources WHERE url = :url'),
    anyById: prepare<{ id: string; title: string }>(database, 'SELECT id, title FROM sources WHERE id = :id'),
    put: prepare(
      database,
      `INSERT INTO sources (id, kind, title, url, site_url, category, folder, company_id, check_every_ms, recipe, keeps_pictures,
                            added_at_ms)
       VALUES (:id, :kind, :title, :url, :siteUrl, :category, :folder, :companyId, :checkEvery, :recipe, :keepsPictures, :addedAt)
       ON CONFLICT (id) DO UPDATE SET
         kind = excluded.kind, title = excluded.title, url = excluded.url, site_url = excluded.site_url,
         category = excluded.category, folder = excluded.folder, company_id = excluded.company_id,
         check_every_ms = excluded.check_every_ms, recipe = excluded.recipe, keeps_pictures = excluded.keeps_pictures,
         added_at_ms = excluded.added_at_ms, removed_at_ms = NULL`,
    ),
    remove: prepare(database, 'UPDATE sources SET removed_at_ms = :at WHERE id = :id AND removed_at_ms IS NULL'),
    restore: prepare(database, 'UPDATE sources SET removed_at_ms = NULL WHERE id = :id AND removed_at_ms IS NOT NULL'),
    purge: prepare<{ id: string }>(database, 'DELETE FROM sources WHERE removed_at_ms < :before RETURNING id'),
  }
}

/** The id that the source of an address has, or would have were it followed. */
export function sourceIdOf(url: string, attempt = 0): string {
  return base32(createHash('sha256').update(`${url}\n${attempt}`).digest()).slice(0, ID_LENGTH)
}

/** Made from the address, so that a source followed again after a loss has its articles' read marks again. */
function freeId(url: string, statements: ReturnType<typeof prepareStatements>): string {
  for (let attempt = 0; ; attempt += 1) {
    const id = sourceIdOf(url, attempt)
    if (!statements.anyById.get({ id })) return id
  }
}

function rowOf(source: KeptSource) {
  const { id, kind, title, url, siteUrl, category, folder, companyId, checkEvery, recipe, addedAt } = source
  const keepsPictures = Number(source.keepsPictures)
  return { id, kind, title, url, siteUrl, category, folder, companyId, checkEvery, recipe, keepsPictures, addedAt }
}

function sourceOf(row: SourceRow | undefined): KeptSource | null {
  return row ? keptSource(row) : null
}

function keptSource(row: SourceRow): KeptSource {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    url: row.url,
    siteUrl: row.site_url,
    category: row.category,
    folder: row.folder,
    companyId: row.company_id,
    checkEvery: row.check_every_ms,
    keepsPictures: row.keeps_pictures === 1,
    recipe: row.recipe,
    addedAt: row.added_at_ms,
    removedAt: row.removed_at_ms,
  }
}

function withoutUndefined(change: SourceChange): SourceChange {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
