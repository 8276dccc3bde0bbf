import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Failure } from '../../../../shared/failures.ts'
import { failed, ok } from '../../../../shared/result.ts'
import type { Result } from '../../../../shared/result.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import { syncFolder } from '../../store/profile/syncing.ts'
import { inspectLibrary } from '../../store/restore/inspectLibrary.ts'
import type { LibraryAmount } from '../../store/restore/inspectLibrary.ts'
import { makeSavedSafe } from '../../store/restore/makeSavedSafe.ts'
import { restoreFolders, undoableRestore } from '../../store/restore/restoreFolder.ts'
import { stageSwap } from '../../store/restore/swapLibrary.ts'
import { countingBytes } from './longWork.ts'
import type { LongWork } from './longWork.ts'
import { LIBRARY_ENTRY } from './manifest.ts'
import { readBackup } from './readBackup.ts'
import type { BackupAmount } from './writeBackup.ts'

/** Left free beside what is unpacked. */
const ROOM_TO_SPARE = 16 * 1024 * 1024

/**
 * Unpacks and checks a backup in a side folder, makes its texts safe once more and, only when all of it is sound, has the next opening of the profile swap its library in.
 * Until then, and where it fails, nothing of the profile is changed.
 */
export async function stageRestore(
  path: string,
  profile: string,
  work: LongWork & { readonly now: () => EpochMs },
): Promise<Result<BackupAmount, Failure>> {
  const { side } = restoreFolders(profile)
  rmSync(side, { recursive: true, force: true })
  try {
    mkdirSync(side, { recursive: true, mode: 0o700 })
    const { size } = await stat(path)
    // Pictures are packed as they are, and they are most of what takes long.
    const counted = countingBytes(size, work)
    const hasRoom = async (bytes: number): Promise<boolean> => (await freeBytes(profile)) > bytes + ROOM_TO_SPARE
    const read = await readBackup(path, { into: side, counted, signal: work.signal, hasRoom })
    if (!read.ok) return read
    const library = inspectLibrary(join(side, LIBRARY_ENTRY))
    if (!library.ok) return library
    await makeSavedSafe(join(side, LIBRARY_ENTRY), work.signal)
    if (work.signal.aborted) return failed({ kind: 'stopped' })
    await placePictures(join(side, 'saved-media'), join(profile, 'saved-media'))
    stageSwap(profile, { restoredAt: work.now(), madeAt: read.value.madeAt, isUndo: false })
    return ok({ ...library.value, bytes: size })
  } finally {
    await rm(side, { recursive: true, force: true })
  }
}

/** Has the next opening put back the library that stood before the last swap. Fails where there is none. */
export function stageUndo(profile: string, now: EpochMs): Result<LibraryAmount, Failure> {
  const { side, before } = restoreFolders(profile)
  const record = undoableRestore(profile)
  if (record === null) return failed({ kind: 'not-found', what: 'undo' })
  rmSync(side, { recursive: true, force: true })
  try {
    mkdirSync(side, { recursive: true, mode: 0o700 })
    for (const end of ['', '-wal']) {
      if (existsSync(join(before, LIBRARY_ENTRY) + end)) copyFileSync(join(before, LIBRARY_ENTRY) + end, join(side, LIBRARY_ENTRY) + end)
    }
    const library = inspectLibrary(join(side, LIBRARY_ENTRY))
    if (!library.ok) return library
    stageSwap(profile, { restoredAt: now, madeAt: record.madeAt, isUndo: !record.isUndo })
    return library
  } finally {
    rmSync(side, { recursive: true, force: true })
  }
}

/** Pictures are called by the hash of their bytes: what is there already is the same, and one more does no harm. */
async function placePictures(from: string, to: string): Promise<void> {
  const found = await readdir(from, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const file of found.filter((one) => one.isFile())) {
    const picture = join(file.parentPath, file.name)
    const place = join(to, picture.slice(from.length + 1))
    if (existsSync(place)) continue
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    await rename(picture, place).catch(() => cp(picture, place))
    syncFolder(dirname(place))
  }
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
