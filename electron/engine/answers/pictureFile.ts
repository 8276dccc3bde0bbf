import { stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Finds the file of a stored picture by its hash; null where there is none, or only an empty one. */
export type FindPictureFile = (hash: string) => Promise<string | null>

/** Looks where saved items keep their pictures, then in the cache of all others. */
export function pictureFileOf(profile: string): FindPictureFile {
  return async (hash) => {
    for (const folder of ['saved-media', 'media']) {
      const path = join(profile, folder, hash.slice(0, 2), hash)
      const file = await stat(path).catch(() => null)
      if (file !== null && file.size > 0) return path
    }
    return null
  }
}
