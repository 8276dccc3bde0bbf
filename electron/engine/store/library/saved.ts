import { crc32 } from 'node:zlib'
import type { SavedItem, TextOrigin } from '../../../../shared/contract/article.ts'
import type { Category } from '../../../../shared/contract/schemas.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import { packText, unpackText } from '../../article/packedText.ts'
import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import { damagedTexts } from './damagedTexts.ts'
import type { LibraryWriter } from './libraryWriter.ts'
import type { SavedCopy } from './savedCopy.ts'
import type { SavedIndex } from './savedIndex.ts'
import type { SavedTags } from './savedTags.ts'

/** Saved items with their full content. */
export interface SavedTable {
  /** Keeps a copy, or keeps it anew under the same id. Durable when it returns. */
  save(copy: SavedCopy): void
  /** The whole copy; null where it is not saved. */
  get(id: string): SavedCopy | null
  /** Newest saved first. */
  list(filter?: { tag?: string | undefined }): SavedItem[]
  tags(): { tag: string; count: number }[]
  /** Changes the note and tags that are given; null where it is not saved. */
  change(id: string, change: { note?: string | undefined; tags?: readonly string[] | undefined }): SavedItem | null
  /** Lets it go and answers the whole copy, so that `save` can put it back. */
  unsave(id: string): SavedCopy | null
  /** Which of these are saved. */
  isSaved(ids: readonly string[]): Set<string>
  /** The saved ids of a source; of all where none is named. Newest saved first. */
  ids(sourceId?: string): string[]
  /** Indexes those that search does not know, as after the index was made anew. */
  indexMissing(): void
  /** Ids whose text is damaged. */
  damaged(): string[]
}

interface SavedRow {
  readonly row: number
  readonly id: string
  readonly source_id: string
  readonly source_title: string
  readonly source_url: string
  readonly site_url: string | null
  readonly category: Category
  readonly title: string
  readonly url: string | null
  readonly author: string | null
  readonly published_at_ms: EpochMs | null
  readonly updated_at_ms: EpochMs | null
  readonly first_seen_at_ms: EpochMs
  readonly saved_at_ms: EpochMs
  readonly excerpt: string
  readonly language: string | null
  readonly categories: string
  readonly origin: TextOrigin
  readonly note: string
}

/** The table of saved items. */
export function savedTable(database: Database, write: LibraryWriter, index: SavedIndex, tags: SavedTags): SavedTable {
  const statements = prepareStatements(database)
  const itemOf = (row: SavedRow): SavedItem => savedItem(row, tags.of(row.row))
  const get = (id: string): SavedCopy | null => {
    const row = statements.byId.get({ id })
    return row ? { ...itemOf(row), ...restOf(row, statements.text.get({ saved: row.row })?.body ?? null) } : null
  }
  const save = (copy: SavedCopy): void => {
    const saved = statements.put.get(rowOf(copy))?.row
    if (saved === undefined) throw new Error('a saved item got no row')
    const body = packText({ ...copy, isCut: false })
    statements.putText.run({ saved, body, checksum: crc32(body) })
    tags.put(saved, copy.tags)
    // As they are kept, so that an index made anew from what is kept is the same.
    index.put(saved, { ...copy, tags: tags.of(saved) })
  }
  const indexAgain = (id: string): void => {
    const row = statements.byId.get({ id })
    const copy = row && get(id)
    if (copy) index.put(row.row, copy)
  }
  return {
    save: (copy) => write(() => save(copy)),
    get,
    list: ({ tag } = {}) => (tag === undefined ? statements.all.all({}) : statements.byTag.all({ tag })).map(itemOf),
    tags: () => tags.counts(),
    change: (id, { note, tags }) =>
      write(() => {
        const copy = get(id)
        if (!copy) return null
        save({ ...copy, note: note ?? copy.note, tags: tags ? [...tags] : copy.tags })
        const row = statements.byId.get({ id })
        return row ? itemOf(row) : null
      }),
    unsave: (id) =>
      write(() => {
        const copy = get(id)
        const row = statements.remove.get({ id })?.row
        if (row !== undefined) index.remove(row)
        return copy
      }),
    isSaved: (ids) => new Set(statements.among.all({ ids: JSON.stringify(ids) }).map((row) => row.id)),
    ids: (sourceId) => (sourceId === undefined ? statements.allIds.all({}) : statements.idsOfSource.all({ sourceId })).map((row) => row.id),
    indexMissing: () => {
      const ids = statements.notIndexed.all({}).map((row) => row.id)
      if (ids.length > 0) write(() => ids.forEach(indexAgain))
    },
    damaged: () => damagedTexts(database),
  }
}

function prepareStatements(database: Database) {
  return {
    byId: prepare<SavedRow>(database, 'SELECT * FROM saved WHERE id = :id'),
    text: prepare<{ body: Uint8Array }>(database, 'SELECT body FROM saved_texts WHERE saved = :saved'),
    all: prepare<SavedRow>(
      database,
      `SELECT * FROM saved
       ORDER BY saved_at_ms DESC, row DESC`,
    ),
    byTag: prepare<SavedRow>(
      database,
      `SELECT saved.* FROM saved JOIN saved_tags ON saved_tags.saved = saved.row
       WHERE saved_tags.tag = :tag
       ORDER BY saved_at_ms DESC, row DESC`,
    ),
    among: prepare<{ id: string }>(database, 'SELECT id FROM saved WHERE id IN (SELECT value FROM json_each(:ids))'),
    allIds: prepare<{ id: string }>(database, 'SELECT id FROM saved ORDER BY saved_at_ms DESC, row DESC'),
    notIndexed: prepare<{ id: string }>(database, 'SELECT id FROM saved WHERE row NOT IN (SELECT id FROM saved_index_docsize)'),
    idsOfSource: prepare<{ id: string }>(
      database,
      `SELECT id FROM saved
       WHERE source_id = :sourceId
       ORDER BY saved_at_ms DESC, row DESC`,
    ),
    remove: prepare<{ row: number }>(database, 'DELETE FROM saved WHERE id = :id RETURNING row'),
    putText: prepare(
      database,
      `INSERT INTO saved_texts (saved, body, checksum) VALUES (:saved, :body, :checksum)
       ON CONFLICT (saved) DO UPDATE SET body = excluded.body, checksum = excluded.checksum`,
    ),
    put: prepare<{ row: number }>(
      database,
      `INSERT INTO saved (id, source_id, source_title, source_url, site_url, category, title, url, author, published_at_ms,
                          updated_at_ms, first_seen_at_ms, saved_at_ms, excerpt, language, categories, origin, note)
       VALUES (:id, :sourceId, :sourceTitle, :sourceUrl, :siteUrl, :category, :title, :url, :author, :publishedAt,
               :updatedAt, :firstSeenAt, :savedAt, :excerpt, :language, :categories, :origin, :note)
       ON CONFLICT (id) DO UPDATE SET
         source_id = excluded.source_id, source_title = excluded.source_title, source_url = excluded.source_url,
         site_url = excluded.site_url, category = excluded.category, title = excluded.title, url = excluded.url,
         author = excluded.author, published_at_ms = excluded.published_at_ms, updated_at_ms = excluded.updated_at_ms,
         first_seen_at_ms = excluded.first_seen_at_ms, saved_at_ms = excluded.saved_at_ms, excerpt = excluded.excerpt,
         language = excluded.language, categories = excluded.categories, origin = excluded.origin, note = excluded.note
       RETURNING row`,
    ),
  }
}

function rowOf(copy: SavedCopy) {
  const { id, sourceId, sourceTitle, sourceUrl, siteUrl, category, title, url, author } = copy
  const { publishedAt, updatedAt, firstSeenAt, savedAt, excerpt, language, origin, note } = copy
  const named = { id, sourceId, sourceTitle, sourceUrl, siteUrl, category, title, url, author }
  const timed = { publishedAt, updatedAt, firstSeenAt, savedAt }
  return { ...named, ...timed, excerpt, language, categories: JSON.stringify(copy.categories), origin, note }
}

function savedItem(row: SavedRow, tags: string[]): SavedItem {
  return {
    id: row.id,
    sourceId: row.source_id,
    sourceTitle: row.source_title,
    sourceUrl: row.source_url,
    category: row.category,
    title: row.title,
    url: row.url,
    author: row.author,
    publishedAt: row.published_at_ms,
    updatedAt: row.updated_at_ms,
    firstSeenAt: row.first_seen_at_ms,
    savedAt: row.saved_at_ms,
    excerpt: row.excerpt,
    note: row.note,
    tags,
  }
}

function restOf(row: SavedRow, body: Uint8Array | null): Omit<SavedCopy, keyof SavedItem> {
  const text = unpackText(body)
  return {
    siteUrl: row.site_url,
    language: row.language,
    categories: JSON.parse(row.categories) as string[],
    origin: row.origin,
    html: text?.html ?? '',
    text: text?.text ?? '',
    pictures: text?.pictures ?? [],
  }
}
