import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { KeptPicture, SavedPicture } from './savedCopy.ts'

/** The pictures of saved items. Their bytes are files, and no business of this room. */
export interface SavedPictures {
  /** Of one item, in their order. */
  of(saved: number): KeptPicture[]
  /** In place of those that were there. Called within the writer of `saved.ts`. */
  put(saved: number, pictures: readonly KeptPicture[]): void
  /** What is not stored yet, of all items, at most so many. */
  missing(limit: number): { readonly id: string; readonly url: string }[]
  /** Keeps what became of an address, for every item that shows it; answers the ids of those. */
  keep(url: string, stored: SavedPicture | null): string[]
  /** Forgets that bytes are stored, as when their file is gone; answers the ids of the items that show them. */
  lose(hash: string): string[]
  /** Which of these are shown by any item. */
  usedAmong(hashes: readonly string[]): Set<string>
  /** All that are stored, with their sizes in bytes. */
  sizes(): Map<string, number>
}

interface PictureRow {
  readonly url: string
  readonly hash: string | null
  readonly type: string | null
  readonly bytes: number | null
  readonly is_given_up: number
}

/** The table of saved items' pictures. Writes are for the writer of the library to call. */
export function savedPictures(database: Database): SavedPictures {
  const statements = prepareStatements(database)
  return {
    of: (saved) => statements.of.all({ saved }).map(keptPicture),
    put: (saved, pictures) => {
      statements.clear.run({ saved })
      for (const [place, { url, stored, isGivenUp }] of pictures.entries()) {
        statements.add.run({ saved, url, place, ...fieldsOf(stored), isGivenUp: Number(isGivenUp) })
      }
    },
    missing: (limit) => statements.missing.all({ limit }).map(({ id, url }) => ({ id, url })),
    keep: (url, stored) => {
      const ids = statements.showing.all({ url }).map((row) => row.id)
      statements.keep.run({ url, ...fieldsOf(stored), isGivenUp: Number(stored === null) })
      return ids
    },
    lose: (hash) => {
      const ids = statements.showingHash.all({ hash }).map((row) => row.id)
      statements.lose.run({ hash })
      return ids
    },
    usedAmong: (hashes) => new Set(statements.used.all({ hashes: JSON.stringify(hashes) }).map((row) => row.hash)),
    sizes: () => new Map(statements.sizes.all({}).map((row) => [row.hash, row.bytes])),
  }
}

function prepareStatements(database: Database) {
  return {
    of: prepare<PictureRow>(
      database,
      `SELECT url, hash, type, bytes, is_given_up FROM saved_pictures
       WHERE saved = :saved
       ORDER BY place`,
    ),
    clear: prepare(database, 'DELETE FROM saved_pictures WHERE saved = :saved'),
    add: prepare(
      database,
      `INSERT OR IGNORE INTO saved_pictures (saved, url, place, hash, type, bytes, is_given_up)
       VALUES (:saved, :url, :place, :hash, :type, :bytes, :isGivenUp)`,
    ),
    missing: prepare<{ id: string; url: string }>(
      database,
      `SELECT id, saved_pictures.url FROM saved_pictures JOIN saved ON saved.row = saved_pictures.saved
       WHERE hash IS NULL AND is_given_up = 0
       LIMIT :limit`,
    ),
    showing: prepare<{ id: string }>(
      database,
      `SELECT id FROM saved_pictures JOIN saved ON saved.row = saved_pictures.saved
       WHERE saved_pictures.url = :url AND hash IS NULL`,
    ),
    keep: prepare(
      database,
      `UPDATE saved_pictures SET hash = :hash, type = :type, bytes = :bytes, is_given_up = :isGivenUp
       WHERE url = :url AND hash IS NULL`,
    ),
    showingHash: prepare<{ id: string }>(
      database,
      `SELECT id FROM saved_pictures JOIN saved ON saved.row = saved_pictures.saved
       WHERE hash = :hash`,
    ),
    lose: prepare(database, 'UPDATE saved_pictures SET hash = NULL, type = NULL, bytes = NULL WHERE hash = :hash'),
    used: prepare<{ hash: string }>(
      database,
      `SELECT DISTINCT hash FROM saved_pictures
       WHERE hash IN (SELECT value FROM json_each(:hashes))`,
    ),
    sizes: prepare<{ hash: string; bytes: number }>(database, 'SELECT DISTINCT hash, bytes FROM saved_pictures WHERE hash IS NOT NULL'),
  }
}

function fieldsOf(stored: SavedPicture | null) {
  return { hash: stored?.hash ?? null, type: stored?.type ?? null, bytes: stored?.bytes ?? null }
}

function keptPicture({ url, hash, type, bytes, is_given_up }: PictureRow): KeptPicture {
  const stored = hash === null || type === null || bytes === null ? null : { hash, type, bytes }
  return { url, stored, isGivenUp: is_given_up === 1 }
}
