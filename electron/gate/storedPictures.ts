import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pictureType, type PictureType } from '../../shared/pictureType.ts'

/** A picture as a host serves it. Its type is what its first bytes say, never a publisher's word. */
export interface StoredPicture {
  readonly bytes: Uint8Array
  readonly type: PictureType
}

/** Gives the stored picture whose bytes have this SHA-256, or null. */
export type FindPicture = (sha256: string) => Promise<StoredPicture | null>

/** Where `engine/media` keeps pictures: those of the cache, and those of saved items. */
const FOLDERS = ['media', 'saved-media']

/**
 * Finds the pictures of a profile. Bytes that are not those of the hash are never given.
 *
 * @param onDamage hears that other bytes stand under a hash, or none.
 */
export function storedPictures(profile: string, onDamage: (sha256: string) => void): FindPicture {
  return async (sha256) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) return null
    for (const folder of FOLDERS) {
      const bytes = await readFile(join(profile, folder, sha256.slice(0, 2), sha256)).catch(() => null)
      if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256) continue
      const type = pictureType(bytes)
      return type === null ? null : { bytes, type }
    }
    onDamage(sha256)
    return null
  }
}
