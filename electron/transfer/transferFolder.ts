import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { fileType } from '../../shared/fileKinds.ts'
import { safeWholeName } from '../../shared/fileName.ts'
import { MINUTE, durationOf, systemClock, type Clock } from '../../shared/time.ts'

/** Whether a file leaves Newsdesk or enters it. */
export type Way = 'out' | 'in'

/** A file that stands ready to be taken. */
export interface ReadyFile {
  readonly token: string
  readonly name: string
  readonly type: string
  readonly bytes: number
}

/** A file that is being made. Nobody can take it before it is finished. */
export interface FileInMaking {
  /** Where to write it. */
  readonly path: string
  finish(): Promise<ReadyFile>
  drop(): Promise<void>
}

/** A file that was taken: its token is used up. */
export interface TakenFile {
  readonly path: string
  readonly name: string
  readonly type: string
  readonly bytes: number
  /** Deletes it. */
  drop(): Promise<void>
  /** Puts it back under its token, as where it could not be written to the place that a person chose. */
  putBack(): Promise<void>
}

/** Files on their way out of the profile and into it, each under a token that works once and for ten minutes. */
export interface TransferFolder {
  begin(way: Way, name: string): Promise<FileInMaking>
  /** Makes a file whole; where `write` throws, nothing is left of it. */
  make(way: Way, name: string, write: (path: string) => Promise<void>): Promise<ReadyFile>
  /** The file of a token, without taking it; null where there is none, or no more. */
  look(way: Way, token: string): Promise<ReadyFile | null>
  /** Takes the file of a token: of two that ask at the same time, one gets it. */
  take(way: Way, token: string): Promise<TakenFile | null>
  /** Deletes everything, as at a start: nobody waits for it any more. */
  sweep(): Promise<void>
}

const LIFETIME = durationOf(10, MINUTE)
const ABANDONED = durationOf(24 * 60, MINUTE)
const FOLDER = 'transfer'

/**
 * The transfers of a profile. Each file stands alone in a folder that is called like its token, so that it carries its own name and
 * the processes that share the profile need to tell each other nothing more. Only this person can look into them.
 */
export function transferFolder(profile: string, now: Clock = systemClock): TransferFolder {
  return new ProfileTransfers(join(profile, FOLDER), now)
}

class ProfileTransfers implements TransferFolder {
  readonly #folder: string
  readonly #now: Clock

  constructor(folder: string, now: Clock) {
    this.#folder = folder
    this.#now = now
  }

  async begin(way: Way, name: string): Promise<FileInMaking> {
    await forgetOld(join(this.#folder, way), this.#now)
    const token = randomBytes(16).toString('hex')
    const place = this.#placeOf(way, token)
    const unfinished = `${place}.part`
    await mkdir(unfinished, { recursive: true, mode: 0o700 })
    const path = join(unfinished, safeWholeName(name))
    return {
      path,
      finish: async () => {
        await chmod(path, 0o600)
        // A copy may carry the age of what it was copied from; the ten minutes begin now.
        await utimes(path, this.#now() / 1000, this.#now() / 1000)
        await rename(unfinished, place)
        return readyFile({ token, ...(await described(place)) })
      },
      drop: () => rm(unfinished, { recursive: true, force: true }),
    }
  }

  async make(way: Way, name: string, write: (path: string) => Promise<void>): Promise<ReadyFile> {
    const file = await this.begin(way, name)
    try {
      await write(file.path)
      return await file.finish()
    } catch (fault) {
      await file.drop()
      throw fault
    }
  }

  async look(way: Way, token: string): Promise<ReadyFile | null> {
    if (!/^[0-9a-f]{32}$/.test(token)) return null
    const file = await described(this.#placeOf(way, token)).catch(() => null)
    return file === null || this.#now() - file.madeAt > LIFETIME ? null : readyFile({ token, ...file })
  }

  async take(way: Way, token: string): Promise<TakenFile | null> {
    const file = await this.look(way, token)
    if (file === null) return null
    const place = this.#placeOf(way, token)
    const taken = `${place}.taken`
    const isMine = await rename(place, taken).then(
      () => true,
      () => false,
    )
    if (!isMine) return null
    const { name, type, bytes } = file
    return {
      name,
      type,
      bytes,
      path: join(taken, name),
      drop: () => rm(taken, { recursive: true, force: true }),
      putBack: () => rename(taken, place),
    }
  }

  async sweep(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }

  #placeOf(way: Way, token: string): string {
    return join(this.#folder, way, token)
  }
}

async function described(folder: string): Promise<Omit<ReadyFile, 'token'> & { readonly madeAt: number }> {
  const [name = ''] = await readdir(folder)
  const { size, mtimeMs } = await stat(join(folder, name))
  return { name, type: fileType(name), bytes: size, madeAt: mtimeMs }
}

function readyFile({ token, name, type, bytes }: ReadyFile): ReadyFile {
  return { token, name, type, bytes }
}

// What was ready and nobody took; and what a process that died left half done.
async function forgetOld(folder: string, now: Clock): Promise<void> {
  for (const entry of await readdir(folder).catch(() => [])) {
    const place = join(folder, entry)
    const file = await described(place).catch(() => null)
    const age = file === null ? 0 : now() - file.madeAt
    if (age > (/^[0-9a-f]{32}$/.test(entry) ? LIFETIME : ABANDONED)) await rm(place, { recursive: true, force: true })
  }
}
