import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pictureType } from '../../../shared/pictureType.ts'
import { holds } from './holds.ts'
import { pictureFiles } from './pictureFiles.ts'

/** A picture that stands under `saved-media/`. */
export interface SavedFile {
  readonly hash: string
  readonly type: string
  readonly bytes: number
}

/** The files of saved items' pictures, apart from the cache's: what becomes of one folder does nothing to the other. */
export interface SavedFiles {
  /** Copies a picture of the cache, and compares its bytes before; null where it is gone or is not what it was. Durable when it answers. */
  adopt(hash: string): Promise<SavedFile | null>
  put(bytes: Uint8Array): Promise<SavedFile>
  /** Whether a file of this size stands there. */
  isThere(hash: string, bytes: number): Promise<boolean>
  /** Whether the bytes that stand there are those of the hash. */
  isWhole(hash: string): Promise<boolean>
  /** Takes a file away that nobody holds, unless it is used at that very moment. */
  remove(hash: string, isUsed: () => boolean): Promise<void>
  /** Work that takes files in and then says so in the library: none is taken away meanwhile. */
  during<Value>(work: () => Promise<Value>): Promise<Value>
  /** Keeps files, though no item shows them, until what it answers is called. */
  hold(hashes: readonly string[]): () => void
  /** Takes away what writes that were killed left behind. To be called before anything is taken in. */
  sweep(): Promise<void>
  /** All that stand there, by their names. */
  hashes(): Promise<string[]>
}

const HASH = /^[0-9a-f]{64}$/

/** Keeps the files of saved items in one folder, and takes them from the other. */
export function savedFiles(cacheFolder: string, savedFolder: string): SavedFiles {
  const files = pictureFiles(savedFolder)
  const held = holds()

  async function put(bytes: Uint8Array): Promise<SavedFile> {
    const { hash } = await files.put(bytes)
    return { hash, type: pictureType(bytes) ?? 'application/octet-stream', bytes: bytes.byteLength }
  }

  return {
    put,
    adopt: async (hash) => {
      const bytes = (await whole(savedFolder, hash)) ?? (await whole(cacheFolder, hash))
      return bytes === null ? null : put(bytes)
    },
    isThere: async (hash, bytes) => (await stat(placeIn(savedFolder, hash)).catch(() => null))?.size === bytes,
    isWhole: async (hash) => (await whole(savedFolder, hash)) !== null,
    remove: (hash, isUsed) =>
      // Looked at and taken away at once, so that nothing can come in between.
      held.whenFree(() => {
        if (!held.has(hash) && !isUsed()) rmSync(placeIn(savedFolder, hash), { force: true })
      }),
    during: (work) => held.during(work),
    hold: (hashes) => held.hold(hashes),
    sweep: () => files.sweep(),
    hashes: async () => {
      const names = await readdir(savedFolder, { recursive: true }).catch(() => [])
      return names.map((name) => name.slice(-64)).filter((name) => HASH.test(name))
    },
  }
}

function placeIn(folder: string, hash: string): string {
  return join(folder, hash.slice(0, 2), hash)
}

/** The bytes of a file, compared with its name; null where it is gone or damaged. */
async function whole(folder: string, hash: string): Promise<Uint8Array | null> {
  const bytes = await readFile(placeIn(folder, hash)).catch(() => null)
  return bytes !== null && createHash('sha256').update(bytes).digest('hex') === hash ? bytes : null
}
