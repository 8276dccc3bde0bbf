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

/** Finds the pictures of a profile, where `engine/media` keeps them. */
export function storedPictures(profile: string): FindPicture {
  return async (sha256) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) return null
    const bytes = await readFile(join(profile, 'media', sha256.slice(0, 2), sha256)).catch(() => null)
    const type = bytes === null ? null : pictureType(bytes)
    return bytes === null || type === null ? null : { bytes, type }
  }
}
