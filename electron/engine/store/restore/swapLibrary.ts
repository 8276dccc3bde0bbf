import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../profile/database.ts'
import { LIBRARY_FILE } from '../profile/profileFolder.ts'
import { syncFile, syncFolder } from '../profile/syncing.ts'
import { storeFailure } from '../storeFailure.ts'
import { readRecord, restoreFolders, writeRecord } from './restoreFolder.ts'
import type { RestoreFolders, RestoreRecord } from './restoreFolder.ts'

/**
 * From now on the library in `side` is the one that the next opening swaps in. The rename is the moment of decision: before it
 * the old library stays, whatever happens; after it the new one comes.
 */
export function stageSwap(profile: string, record: RestoreRecord): void {
  const { all, side, next } = restoreFolders(profile)
  writeRecord(side, record)
  syncFile(join(side, LIBRARY_FILE))
  syncFolder(side)
  rmSync(next, { recursive: true, force: true })
  renameSync(side, next)
  syncFolder(all)
}

/**
 * Swaps in the library that waits, if one does, before any database is open. Each step can be done again, so that a kill at any
 * of them is made up for by the next start.
 *
 * @param afterStep told after every step; tests stop the process there.
 */
export function swapWaiting(profile: string, afterStep: () => void = () => {}): void {
  const folders = restoreFolders(profile)
  rmSync(folders.side, { recursive: true, force: true })
  if (!existsSync(folders.next)) return
  const file = join(profile, LIBRARY_FILE)
  const waiting = join(folders.next, LIBRARY_FILE)
  if (existsSync(waiting)) {
    afterStep()
    takeOut(file, folders, afterStep)
    renameSync(waiting, file)
    syncFolder(profile)
    afterStep()
  }
  putBehind(folders, afterStep)
}

/** Keeps what stands in the place, with what SQLite has beside it: the new library must never find the journal of the old one. */
function takeOut(file: string, { next, taken }: RestoreFolders, afterStep: () => void): void {
  mkdirSync(taken, { recursive: true, mode: 0o700 })
  bringJournalIn(file)
  afterStep()
  const kept = join(taken, LIBRARY_FILE)
  if (existsSync(file) && !existsSync(kept)) {
    linkOrCopy(file, kept)
    afterStep()
  }
  for (const end of ['-wal', '-shm', '-journal']) if (existsSync(file + end)) renameSync(file + end, kept + end)
  const record = readRecord(next)
  if (record !== null) writeRecord(taken, record)
  syncFolder(taken)
  afterStep()
}

function putBehind({ all, next, taken, before }: RestoreFolders, afterStep: () => void): void {
  if (existsSync(taken)) {
    rmSync(before, { recursive: true, force: true })
    afterStep()
    renameSync(taken, before)
    syncFolder(all)
    afterStep()
  }
  rmSync(next, { recursive: true, force: true })
}

function bringJournalIn(file: string): void {
  if (!existsSync(`${file}-wal`)) return
  try {
    const library = openDatabase(file, { isDurable: true, isReadOnly: false })
    library.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    library.close()
  } catch (error) {
    // Broken: it is kept as it is, with its journal.
    if (storeFailure(error) === null) throw error
  }
}

function linkOrCopy(file: string, to: string): void {
  const unfinished = `${to}.part`
  rmSync(unfinished, { force: true })
  try {
    linkSync(file, unfinished)
  } catch {
    // A file system without links.
    copyFileSync(file, unfinished)
  }
  syncFile(unfinished)
  renameSync(unfinished, to)
}
