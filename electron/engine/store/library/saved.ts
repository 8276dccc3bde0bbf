import { crc32 } from 'node:zlib'
import { packText } from '../../article/packedText.ts'
import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import { damagedTexts } from './damagedTexts.ts'
import type { LibraryWriter } from './libraryWriter.ts'
import type { KeptPicture, ListedSaved, SavedCopy, SavedPicture, SavedText } from './savedCopy.ts'
import type { SavedIndex } from './savedIndex.ts'
import type { SavedFilter, SavedLists } from './savedLists.ts'
import type { SavedPictures } from './savedPictures.ts'
import { listedSaved, savedCopy, savedValues, type SavedRow } from './savedRow.ts'
import type { SavedTags } from './savedTags.ts'

/** What can be changed of a saved item; what is left out stays. */
export interface SavedChange {
  readonly note?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly collectionId?: string | null | undefined
}

/** Saved items with their full content. */
export interface SavedTable {
  /** Keeps a copy, or keeps it anew under the same id. Durable when it returns. */
  save(copy: SavedCopy): void
  /** The whole copy; null where it is not saved. */
  get(id: string): SavedCopy | null
  list(filter?: SavedFilter): ListedSaved[]
  count(): number
  tags(): { tag: string; count: number }[]
  /** Answers the whole copy as it was; null where it is not saved. */
  change(id: string, change: SavedChange): SavedCopy | null
  /** Puts the whole text in the place of a summary; false where it is not saved any more. `kept`: the pictures that the text shows. */
  complete(id: string, text: SavedText, kept: readonly KeptPicture[]): boolean
  /** Does not wait for an item's page any more. */
  giveUpPage(id: string): void
  /** Items whose page is still to come. */
  wantingPage(limit: number): string[]
  /** Lets it go and answers the whole copy, so that `save` can put it back. */
  unsave(id: string): SavedCopy | null
  /** Which of these are saved. */
  isSaved(ids: readonly string[]): Set<string>
  /** The saved ids of a source; of all where none is named. Newest saved first. */
  ids(sourceId?: string): string[]
  /** Indexes these once more, as when their collection has another name. */
  indexAgain(ids: readonly string[]): void
  /** Indexes those that search does not know, as after the index was made anew. */
  indexMissing(): void
  /** Ids whose text is damaged. */
  damaged(): string[]
  readonly pictures: Pick<SavedPictures, 'missing' | 'usedAmong' | 'sizes'> & {
    /** Keeps what became of an address for every item that shows it (null: it cannot be had), durably; answers the ids of those. */
    keep(url: string, stored: SavedPicture | null): string[]
    /** Forgets that bytes are stored, as when their file is gone; answers the ids of the items that show them. */
    lose(hash: string): string[]
  }
}

/** The parts of saved items that have files of their own. */
export interface SavedParts {
  readonly index: SavedIndex
  readonly tags: SavedTags
  readonly pictures: SavedPictures
  readonly lists: SavedLists
}

/** The table of saved items. */
export function savedTable(database: Database, write: LibraryWriter, parts: SavedParts): SavedTable {
  const { index, tags, pictures, lists } = parts
  const statements = prepareStatements(database)
  const { get, save, changed, indexAgain } = wholeCopies(statements, write, parts)
  return {
    save: (copy) => write(() => save(copy)),
    get,
    list: (filter = {}) => lists(filter).map((row) => listedSaved(row, tags.of(row.row))),
    count: () => statements.count.get({})?.count ?? 0,
    tags: () => tags.counts(),
    change: (id, { note, tags: wanted, collectionId }) =>
      changed(id, (copy) => ({
        ...copy,
        note: note ?? copy.note,
        tags: wanted ? [...wanted] : copy.tags,
        ...(collectionId === undefined ? {} : { collectionId, collectionName: null }),
      })),
    complete: (id, text, kept) => changed(id, (copy) => ({ ...copy, ...text, kept, wantsPage: false })) !== null,
    giveUpPage: (id) => void write(() => statements.giveUpPage.run({ id })),
    wantingPage: (limit) => statements.wantingPage.all({ limit }).map((row) => row.id),
    unsave: (id) =>
      write(() => {
        const copy = get(id)
        const row = statements.remove.get({ id })?.row
        if (row !== undefined) index.remove(row)
        return copy
      }),
    isSaved: (ids) => new Set(statements.among.all({ ids: JSON.stringify(ids) }).map((row) => row.id)),
    ids: (sourceId) => (sourceId === undefined ? statements.allIds.all({}) : statements.idsOfSource.all({ sourceId })).map((row) => row.id),
    indexAgain: (ids) => write(() => ids.forEach(indexAgain)),
    indexMissing: () => {
      const ids = statements.notIndexed.all({}).map((row) => row.id)
      if (ids.length > 0) write(() => ids.forEach(indexAgain))
    },
    damaged: () => damagedTexts(database),
    pictures: {
      missing: (limit) => pictures.missing(limit),
      usedAmong: (hashes) => pictures.usedAmong(hashes),
      sizes: () => pictures.sizes(),
      keep: (url, stored) => write(() => pictures.keep(url, stored)),
      lose: (hash) => write(() => pictures.lose(hash)),
    },
  }
}

/** Copies whole, with what of them has files of its own: read, kept, changed, and indexed. */
function wholeCopies(statements: ReturnType<typeof prepareStatements>, write: LibraryWriter, { index, tags, pictures }: SavedParts) {
  const get = (id: string): SavedCopy | null => {
    const row = statements.byId.get({ id })
    return row ? savedCopy(row, tags.of(row.row), statements.text.get({ saved: row.row })?.body ?? null, pictures.of(row.row)) : null
  }
  const save = (copy: SavedCopy): void => {
    const { collectionId, collectionName } = copy
    if (collectionId !== null && collectionName !== null) statements.putCollection.run({ collectionId, collectionName })
    const saved = statements.put.get(savedValues(copy))?.row
    if (saved === undefined) throw new Error('a saved item got no row')
    const body = packText({ ...copy, isCut: false })
    statements.putText.run({ saved, body, checksum: crc32(body) })
    tags.put(saved, copy.tags)
    pictures.put(saved, copy.kept)
    // As they are kept, so that an index made anew from what is kept is the same.
    const kept = statements.byId.get({ id: copy.id })
    index.put(saved, { ...copy, tags: tags.of(saved), collectionName: kept?.collection_name ?? null })
  }
  const indexAgain = (id: string): void => {
    const row = statements.byId.get({ id })
    const copy = row && get(id)
    if (copy) index.put(row.row, copy)
  }
  const changed = (id: string, change: (copy: SavedCopy) => SavedCopy): SavedCopy | null =>
    write(() => {
      const copy = get(id)
      if (copy !== null) save(change(copy))
      return copy
    })
  return { get, save, changed, indexAgain }
}

function prepareStatements(database: Database) {
  return {
    byId: prepare<SavedRow>(
      database,
      `SELECT saved.*, collections.name AS collection_name
       FROM saved LEFT JOIN collections ON collections.id = saved.collection_id
       WHERE saved.id = :id`,
    ),
    // Where an item comes back from the mirror, its collection may be lost.
    putCollection: prepare(
      database,
      `INSERT OR IGNORE INTO collections (id, name, place)
       SELECT :collectionId, :collectionName, count(*) FROM collections`,
    ),
    text: prepare<{ body: Uint8Array }>(database, 'SELECT body FROM saved_texts WHERE saved = :saved'),
    count: prepare<{ count: number }>(database, 'SELECT count(*) AS count FROM saved'),
    among: prepare<{ id: string }>(database, 'SELECT id FROM saved WHERE id IN (SELECT value FROM json_each(:ids))'),
    allIds: prepare<{ id: string }>(database, 'SELECT id FROM saved ORDER BY saved_at_ms DESC, row DESC'),
    notIndexed: prepare<{ id: string }>(database, 'SELECT id FROM saved WHERE row NOT IN (SELECT id FROM saved_index_docsize)'),
    idsOfSource: prepare<{ id: string }>(
      database,
      `SELECT id FROM saved
       WHERE source_id = :sourceId
       ORDER BY saved_at_ms DESC, row DESC`,
    ),
    wantingPage: prepare<{ id: string }>(database, 'SELECT id FROM saved WHERE wants_page = 1 ORDER BY row DESC LIMIT :limit'),
    giveUpPage: prepare(database, 'UPDATE saved SET wants_page = 0 WHERE id = :id'),
    remove: prepare<{ row: number }>(database, 'DELETE FROM saved WHERE id = :id RETURNING row'),
    putText: prepare(
      database,
      `INSERT INTO saved_texts (saved, body, checksum) VALUES (:saved, :body, :checksum)
       ON CONFLICT (saved) DO UPDATE SET body = excluded.body, checksum = excluded.checksum`,
    ),
    // A collection that is gone meanwhile is none.
    put: prepare<{ row: number }>(
      database,
      `INSERT INTO saved (id, source_id, source_title, source_url, site_url, category, title, url, author, published_at_ms,
                          updated_at_ms, first_seen_at_ms, saved_at_ms, excerpt, language, categories, origin, note,
                          collection_id, company_id, company_name, wants_page)
       VALUES (:id, :sourceId, :sourceTitle, :sourceUrl, :siteUrl, :category, :title, :url, :author, :publishedAt,
               :updatedAt, :firstSeenAt, :savedAt, :excerpt, :language, :categories, :origin, :note,
               (SELECT id FROM collections WHERE id = :collectionId), :companyId, :companyName, :wantsPage)
       ON CONFLICT (id) DO UPDATE SET
         source_id = excluded.source_id, source_title = excluded.source_title, source_url = excluded.source_url,
         site_url = excluded.site_url, category = excluded.category, title = excluded.title, url = excluded.url,
         author = excluded.author, published_at_ms = excluded.published_at_ms, updated_at_ms = excluded.updated_at_ms,
         first_seen_at_ms = excluded.first_seen_at_ms, saved_at_ms = excluded.saved_at_ms, excerpt = excluded.excerpt,
         language = excluded.language, categories = excluded.categories, origin = excluded.origin, note = excluded.note,
         collection_id = excluded.collection_id, company_id = excluded.company_id, company_name = excluded.company_name,
         wants_page = excluded.wants_page
       RETURNING row`,
    ),
  }
}
