import { createHash } from 'node:crypto'
import type { EpochMs } from '../../../../shared/time.ts'
import { inTransaction, prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'

/** A picture that is stored: the hash of its bytes, its type by its bytes, and its size. */
export interface StoredPicture {
  readonly hash: string
  readonly type: string
  readonly bytes: number
}

/**
 * Why a picture is not stored. `pixel`: it only counted readers, and nothing is missing without it.
 * `unreachable`, `damaged` and `over-budget` pass; the others would come to the same again.
 */
export type PictureTrouble = 'refused' | 'unreachable' | 'large' | 'other' | 'pixel' | 'damaged' | 'let-go' | 'over-budget'

/** What is known of an address that was tried. `tries`: failures in a row that may pass. */
export interface PictureState {
  readonly hash: string | null
  readonly trouble: PictureTrouble | null
  readonly tries: number
  readonly at: EpochMs
}

/** A stored file, and when it changed last by its own time; null where its bytes were never compared with the hash. */
export interface PictureFile {
  readonly hash: string
  readonly bytes: number
  readonly changedAt: number | null
  readonly verifiedAt: EpochMs
}

/** Which pictures of the world are stored, by their address. */
export interface PicturesTable {
  /** For each address that was tried: the picture, or null where it could not be had. Others are left out. */
  known(urls: readonly string[]): Map<string, StoredPicture | null>
  /** The same, with why and how often it could not be had. */
  states(urls: readonly string[]): Map<string, PictureState>
  keep(url: string, picture: StoredPicture, at: EpochMs): void
  /** Keeps why an address gave no picture. */
  keepTrouble(url: string, trouble: PictureTrouble, at: EpochMs): void
  /** The type and size of stored bytes; null where no picture has this hash. */
  byHash(hash: string): StoredPicture | null
  /** Notes that stored bytes are there no more, and why. */
  lose(hash: string, trouble: 'damaged' | 'let-go', at: EpochMs): void
  /** Forgets bytes that nothing shows any more. */
  forget(hash: string): void
  /** Which of these hashes are those of no stored picture. */
  unknown(hashes: readonly string[]): string[]
  /** Forgets that these addresses had one of these troubles, so that they are asked again. */
  forgetTroubles(urls: readonly string[], troubles: readonly PictureTrouble[]): void
  /** Forgets which servers could not be reached, as when the network is back. */
  forgetSilences(): void
  /** Stored files in the order of their hashes, after one. */
  filesAfter(hash: string, limit: number): PictureFile[]
  file(hash: string): PictureFile | null
  /** Notes that a file's bytes were compared with its hash. */
  verified(hash: string, changedAt: number, at: EpochMs): void
  /** Bytes of all pictures, each counted once. */
  totalBytes(): number
}

interface PictureRow {
  readonly hash: string | null
  readonly type: string | null
  readonly bytes: number
  readonly checked_at_ms: EpochMs
  readonly trouble: PictureTrouble | null
  readonly tries: number
}

interface FileRow {
  readonly hash: string
  readonly bytes: number
  readonly file_changed_at_ms: number | null
  readonly verified_at_ms: EpochMs | null
}

const KEY_BYTES = 16

/** The table of pictures. Their bytes are files, and no business of this room. */
export function picturesTable(database: Database): PicturesTable {
  const statements = prepareStatements(database)
  // Asked for with every picture that comes; adding up all of them would take longer than storing one.
  let total: number | null = null
  const totalBytes = (): number => (total ??= statements.total.get({})?.bytes ?? 0)
  const rows = (urls: readonly string[]): [string, PictureRow][] =>
    urls.flatMap((url): [string, PictureRow][] => {
      const row = statements.byUrl.get({ key: urlKey(url) })
      return row ? [[url, row]] : []
    })
  const changing = (work: () => void): void => {
    total = null
    inTransaction(database, work)
  }
  return {
    known: (urls) => new Map(rows(urls).map(([url, row]) => [url, stored(row)])),
    states: (urls) => new Map(rows(urls).map(([url, row]) => [url, stateOf(row)])),
    keep: (url, { hash, type, bytes }, at) => {
      const before = totalBytes()
      const isNew = statements.byHash.get({ hash }) === undefined
      changing(() => statements.put.run({ key: urlKey(url), hash, type, bytes, at }))
      total = isNew ? before + bytes : before
    },
    keepTrouble: (url, trouble, at) => changing(() => statements.putTrouble.run({ key: urlKey(url), trouble, at })),
    byHash: (hash) => {
      const row = statements.byHash.get({ hash })
      return row ? stored(row) : null
    },
    lose: (hash, trouble, at) => changing(() => statements.lose.run({ hash, trouble, at })),
    forget: (hash) => changing(() => statements.forget.run({ hash })),
    unknown: (hashes) => statements.unknown.all({ hashes: JSON.stringify(hashes) }).map((row) => row.hash),
    forgetTroubles: (urls, troubles) =>
      changing(() => {
        for (const url of urls) statements.forgetTrouble.run({ key: urlKey(url), troubles: JSON.stringify(troubles) })
      }),
    forgetSilences: () => changing(() => statements.forgetSilences.run({})),
    filesAfter: (hash, limit) => statements.filesAfter.all({ hash, limit }).map(fileOf),
    file: (hash) => {
      const row = statements.file.get({ hash })
      return row ? fileOf(row) : null
    },
    verified: (hash, changedAt, at) => inTransaction(database, () => statements.verified.run({ hash, changedAt, at })),
    totalBytes,
  }
}

/** Addresses may be thousands of characters long; a cut hash of them is enough to know one again. */
export function urlKey(url: string): Uint8Array {
  return createHash('sha256').update(url).digest().subarray(0, KEY_BYTES)
}

function stored({ hash, type, bytes }: PictureRow): StoredPicture | null {
  return hash === null || type === null ? null : { hash, type, bytes }
}

function stateOf({ hash, trouble, tries, checked_at_ms }: PictureRow): PictureState {
  return { hash, trouble, tries, at: checked_at_ms }
}

function fileOf({ hash, bytes, file_changed_at_ms, verified_at_ms }: FileRow): PictureFile {
  return { hash, bytes, changedAt: file_changed_at_ms, verifiedAt: verified_at_ms ?? (0 as EpochMs) }
}

function prepareStatements(database: Database) {
  return {
    byUrl: prepare<PictureRow>(database, 'SELECT * FROM pictures WHERE url_key = :key'),
    byHash: prepare<PictureRow>(database, 'SELECT * FROM pictures WHERE hash = :hash LIMIT 1'),
    put: prepare(
      database,
      `INSERT INTO pictures (url_key, hash, type, bytes, checked_at_ms) VALUES (:key, :hash, :type, :bytes, :at)
       ON CONFLICT (url_key) DO UPDATE SET
         hash = excluded.hash, type = excluded.type, bytes = excluded.bytes, checked_at_ms = excluded.checked_at_ms,
         trouble = NULL, tries = 0, file_changed_at_ms = NULL, verified_at_ms = NULL`,
    ),
    putTrouble: prepare(
      database,
      `INSERT INTO pictures (url_key, bytes, checked_at_ms, trouble, tries) VALUES (:key, 0, :at, :trouble, 1)
       ON CONFLICT (url_key) DO UPDATE SET
         hash = NULL, type = NULL, bytes = 0, checked_at_ms = excluded.checked_at_ms, trouble = excluded.trouble, tries = tries + 1`,
    ),
    // Zero tries: what was there once may be asked for at once.
    lose: prepare(
      database,
      `UPDATE pictures SET hash = NULL, type = NULL, bytes = 0, checked_at_ms = :at, trouble = :trouble, tries = 0
       WHERE hash = :hash`,
    ),
    forget: prepare(database, 'DELETE FROM pictures WHERE hash = :hash'),
    unknown: prepare<{ hash: string }>(
      database,
      `SELECT value AS hash FROM json_each(:hashes)
       WHERE NOT EXISTS (SELECT 1 FROM pictures WHERE pictures.hash = value)`,
    ),
    forgetTrouble: prepare(
      database,
      `DELETE FROM pictures
       WHERE url_key = :key AND hash IS NULL AND trouble IN (SELECT value FROM json_each(:troubles))`,
    ),
    forgetSilences: prepare(database, "DELETE FROM pictures WHERE hash IS NULL AND trouble = 'unreachable'"),
    filesAfter: prepare<FileRow>(
      database,
      `SELECT hash, max(bytes) AS bytes, max(file_changed_at_ms) AS file_changed_at_ms, max(verified_at_ms) AS verified_at_ms
       FROM pictures
       WHERE hash > :hash
       GROUP BY hash
       ORDER BY hash
       LIMIT :limit`,
    ),
    file: prepare<FileRow>(database, 'SELECT hash, bytes, file_changed_at_ms, verified_at_ms FROM pictures WHERE hash = :hash LIMIT 1'),
    verified: prepare(database, 'UPDATE pictures SET file_changed_at_ms = :changedAt, verified_at_ms = :at WHERE hash = :hash'),
    total: prepare<{ bytes: number | null }>(
      database,
      'SELECT sum(bytes) AS bytes FROM (SELECT DISTINCT hash, bytes FROM pictures WHERE hash IS NOT NULL)',
    ),
  }
}
