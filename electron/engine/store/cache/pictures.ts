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

/** Which pictures of the world are stored, by their address. */
export interface PicturesTable {
  /** For each address that was tried: the picture, or null where it could not be had. Others are left out. */
  known(urls: readonly string[]): Map<string, StoredPicture | null>
  /** Keeps what became of an address; null: it could not be had. */
  keep(url: string, picture: StoredPicture | null, at: EpochMs): void
  /** The type and size of stored bytes; null where no picture has this hash. */
  byHash(hash: string): StoredPicture | null
  /** Forgets that bytes are stored, as when their file is gone. Answers how many addresses had them. */
  forget(hash: string): number
  /** Bytes of all pictures, each counted once. */
  totalBytes(): number
}

interface PictureRow {
  readonly hash: string | null
  readonly type: string | null
  readonly bytes: number
}

const KEY_BYTES = 16

/** The table of pictures. Their bytes are files, and no business of this room. */
export function picturesTable(database: Database): PicturesTable {
  const byUrl = prepare<PictureRow>(database, 'SELECT hash, type, bytes FROM pictures WHERE url_key = :key')
  const byHash = prepare<PictureRow>(database, 'SELECT hash, type, bytes FROM pictures WHERE hash = :hash LIMIT 1')
  const put = prepare(
    database,
    `INSERT INTO pictures (url_key, hash, type, bytes, checked_at_ms) VALUES (:key, :hash, :type, :bytes, :at)
     ON CONFLICT (url_key) DO UPDATE SET
       hash = excluded.hash, type = excluded.type, bytes = excluded.bytes, checked_at_ms = excluded.checked_at_ms`,
  )
  const forget = prepare(database, 'DELETE FROM pictures WHERE hash = :hash')
  const total = prepare<{ bytes: number | null }>(
    database,
    'SELECT sum(bytes) AS bytes FROM (SELECT DISTINCT hash, bytes FROM pictures WHERE hash IS NOT NULL)',
  )
  const known = (url: string): [string, StoredPicture | null][] => {
    const row = byUrl.get({ key: urlKey(url) })
    return row ? [[url, stored(row)]] : []
  }
  return {
    known: (urls) => new Map(urls.flatMap(known)),
    keep: (url, picture, at) => {
      const { hash, type, bytes } = picture ?? { hash: null, type: null, bytes: 0 }
      inTransaction(database, () => put.run({ key: urlKey(url), hash, type, bytes, at }))
    },
    byHash: (hash) => {
      const row = byHash.get({ hash })
      return row ? stored(row) : null
    },
    forget: (hash) => forget.run({ hash }),
    totalBytes: () => total.get({})?.bytes ?? 0,
  }
}

/** Addresses may be thousands of characters long; a cut hash of them is enough to know one again. */
function urlKey(url: string): Uint8Array {
  return createHash('sha256').update(url).digest().subarray(0, KEY_BYTES)
}

function stored({ hash, type, bytes }: PictureRow): StoredPicture | null {
  return hash === null || type === null ? null : { hash, type, bytes }
}
