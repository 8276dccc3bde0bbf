import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Files of pictures, each under the hash of its bytes: `ab/abcdef…`. */
export interface PictureFiles {
  /** The SHA-256 of the bytes, under which they now stand. Nobody ever sees half a file there. */
  put(bytes: Uint8Array): Promise<string>
  has(hash: string): Promise<boolean>
  /** Takes away what writes that were killed left behind. */
  sweep(): Promise<void>
}

const UNFINISHED = '.part'

/** Keeps pictures in a folder, which is made when the first one comes. */
export function pictureFiles(folder: string): PictureFiles {
  const placeOf = (hash: string): string => join(folder, hash.slice(0, 2), hash)

  async function has(hash: string): Promise<boolean> {
    return stat(placeOf(hash)).then(
      (file) => file.size > 0,
      () => false,
    )
  }

  return {
    has,
    put: async (bytes) => {
      const hash = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(bytes))).toString('hex')
      if (await has(hash)) return hash
      await mkdir(join(folder, hash.slice(0, 2)), { recursive: true, mode: 0o700 })
      await writeWhole(placeOf(hash), bytes)
      return hash
    },
    sweep: async () => {
      const left = await readdir(folder, { recursive: true }).catch(() => [])
      await Promise.all(left.filter((name) => name.endsWith(UNFINISHED)).map((name) => rm(join(folder, name), { force: true })))
    },
  }
}

async function writeWhole(place: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${place}.${randomBytes(6).toString('hex')}${UNFINISHED}`
  const file = await open(unfinished, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(unfinished, place)
}
