import type { FileHandle } from 'node:fs/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { isoTime } from '../../../../shared/time.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import type { SavedCopy } from '../library/savedCopy.ts'
import { placeFile } from './placeFile.ts'
import { savedLine } from './savedLine.ts'

/** What a file of saved items is made from. An id that is saved no more counts as removed. */
export interface SavedFile {
  readonly ids: readonly string[]
  readonly get: (id: string) => SavedCopy | null
  readonly writtenAt: EpochMs
  /** Whether the file holds all that is saved: then it says how many instead of what was removed. */
  readonly isWhole: boolean
}

/** So many bytes are gathered before they are written and others have their turn. */
const PIECE = 128 * 1024

/**
 * Writes saved items as plain JSON, one on each line: see {@link placeFile}.
 *
 * @param beforePlaced run when everything is on the disk, just before the file takes its name.
 */
export async function writeSavedFile(path: string, file: SavedFile, beforePlaced: () => void = () => {}): Promise<void> {
  await placeFile(path, (handle) => writeItems(handle, file), beforePlaced)
}

async function writeItems(handle: FileHandle, { ids, get, writtenAt, isWhole }: SavedFile): Promise<void> {
  const removed = isWhole ? [] : ids.filter((id) => get(id) === null)
  const amount = isWhole ? { saved: ids.length } : { removed }
  const about = { format: 'newsdesk saved items', version: 1, writtenAt: isoTime(writtenAt), ...amount }
  let piece = `${JSON.stringify(about).slice(0, -1)},"items":[`
  let hasItems = false
  for (const id of ids) {
    const copy = get(id)
    if (copy === null) continue
    piece += `${hasItems ? ',' : ''}\n${savedLine(copy)}`
    hasItems = true
    if (piece.length < PIECE) continue
    await handle.write(piece)
    piece = ''
    await nextTurn()
  }
  await handle.write(`${piece}\n]}\n`)
}
