import { open, rename, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from '../profile/syncing.ts'

/**
 * Writes a file aside, brings it to the disk and gives it its name: whoever reads it sees all of it or none. What a fault left half done
 * is taken away.
 *
 * @param beforePlaced run when everything is on the disk, just before the file takes its name.
 */
export async function placeFile(
  path: string,
  write: (handle: FileHandle) => Promise<void>,
  beforePlaced: () => void = () => {},
): Promise<void> {
  const unfinished = `${path}.part`
  try {
    const handle = await open(unfinished, 'w', 0o600)
    try {
      await write(handle)
      await handle.sync()
    } finally {
      await handle.close()
    }
    beforePlaced()
    await rename(unfinished, path)
  } catch (fault) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw fault
  }
  syncFolder(dirname(path))
}
