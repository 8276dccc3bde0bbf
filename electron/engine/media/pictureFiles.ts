import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DurationMs } from '../../../shared/time.ts'

/** What is known of a file: its hash, its length, and its own time of change when its bytes were compared last; null: never. */
export interface KnownFile {
  readonly hash: string
  readonly bytes: number
  readonly changedAt: number | null
}

/** A file that is whole, and its own time of change. */
export interface WholeFile {
  readonly hash: string
  readonly changedAt: number
}

/** Files of pictures, each under the hash of its bytes: `ab/abcdef…`. */
export interface PictureFiles {
  /** Puts bytes under their SHA-256, also where a damaged file stands there. Nobody ever sees half a file. */
  put(bytes: Uint8Array): Promise<WholeFile>
  /**
   * Looks whether a file is whole. One that has not changed since its bytes were compared counts as that; else, or where `isDeep`,
   * they are compared again. Null where it is gone, cut off, or other bytes.
   */
  look(file: KnownFile, isDeep?: boolean): Promise<WholeFile | null>
  /** Takes a file away; nothing where there is none. */
  remove(hash: string): Promise<void>
  /** The hashes under which files stand that have not changed for so long, some at a time. */
  olderThan(age: DurationMs): AsyncIterable<readonly string[]>
  /** Takes away what writes that were killed left behind. */
  sweep(): Promise<void>
}

const UNFINISHED = '.part'

/** Keeps pictures in a folder, which is made when the first one comes. */
export function pictureFiles(folder: string): PictureFiles {
  const placeOf = (hash: string): string => join(folder, hash.slice(0, 2), hash)
  const changedAt = (hash: string): Promise<number> => stat(placeOf(hash)).then((file) => Math.floor(file.ctimeMs))

  async function look({ hash, bytes, changedAt: known }: KnownFile, isDeep = false): Promise<WholeFile | null> {
    const file = await stat(placeOf(hash)).catch(() => null)
    if (file === null || file.size !== bytes) return null
    const whole = { hash, changedAt: Math.floor(file.ctimeMs) }
    if (!isDeep && whole.changedAt === known) return whole
    const found = await readFile(placeOf(hash)).catch(() => null)
    return found !== null && (await hashOf(found)) === hash ? whole : null
  }

  return {
    look,
    put: async (bytes) => {
      const hash = await hashOf(bytes)
      const there = await look({ hash, bytes: bytes.byteLength, changedAt: null })
      if (there !== null) return there
      await mkdir(join(folder, hash.slice(0, 2)), { recursive: true, mode: 0o700 })
      await writeWhole(placeOf(hash), bytes)
      return { hash, changedAt: await changedAt(hash) }
    },
    remove: (hash) => rm(placeOf(hash), { force: true }),
    olderThan: (age) => olderThan(folder, age),
    sweep: async () => {
      const left = await readdir(folder, { recursive: true }).catch(() => [])
      await Promise.all(left.filter((name) => name.endsWith(UNFINISHED)).map((name) => rm(join(folder, name), { force: true })))
    },
  }
}

async function* olderThan(folder: string, age: DurationMs): AsyncGenerator<readonly string[]> {
  for (const part of await readdir(folder).catch(() => [])) {
    const names = (await readdir(join(folder, part)).catch(() => [])).filter((name) => /^[0-9a-f]{64}$/.test(name))
    const files = await Promise.all(names.map((name) => stat(join(folder, part, name)).catch(() => null)))
    yield names.filter((_, place) => Date.now() - (files[place]?.ctimeMs ?? Infinity) > age)
  }
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(bytes))).toString('hex')
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
