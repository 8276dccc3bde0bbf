import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

/**
 * Writes a copy of a file to a place that a person chose. What stands there stays until the copy is whole; the copy has the
 * permissions that the system gives to new files. Throws what the file system throws, and leaves nothing half done.
 */
export async function copyWhole(from: string, to: string): Promise<void> {
  const unfinished = `${to}.${randomBytes(4).toString('hex')}.part`
  try {
    await pipeline(createReadStream(from), createWriteStream(unfinished, { flags: 'wx', flush: true }))
    await rename(unfinished, to)
  } catch (fault) {
    await rm(unfinished, { force: true })
    throw fault
  }
}
