import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DAY, between, durationOf } from '../../../../shared/time.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import { syncFile } from '../profile/syncing.ts'

/**
 * What a swap of libraries was. `madeAt`: when the backup was made. `isUndo`: it put back what stood before a restore.
 */
export interface RestoreRecord {
  readonly restoredAt: EpochMs
  readonly madeAt: EpochMs
  readonly isUndo: boolean
}

/** The folders of a restore below the profile's `restore/`. */
export interface RestoreFolders {
  readonly all: string
  /** Where a library is made ready. What stands here at a start is let go. */
  readonly side: string
  /** What is to be swapped in at the next opening, whole: `side` by another name. */
  readonly next: string
  /** What is being taken out. */
  readonly taken: string
  /** What stood before the last swap. */
  readonly before: string
}

const RECORD = 'record.json'

/** The restore folders of a profile. */
export function restoreFolders(profile: string): RestoreFolders {
  const all = join(profile, 'restore')
  return { all, side: join(all, 'side'), next: join(all, 'next'), taken: join(all, 'taken'), before: join(all, 'before') }
}

/** Writes a record to the disk. */
export function writeRecord(folder: string, record: RestoreRecord): void {
  const file = join(folder, RECORD)
  writeFileSync(file, JSON.stringify(record), { mode: 0o600 })
  syncFile(file)
}

/** The record of a folder; null where there is none that can be read. */
export function readRecord(folder: string): RestoreRecord | null {
  try {
    const { restoredAt, madeAt, isUndo } = JSON.parse(readFileSync(join(folder, RECORD), 'utf8')) as Readonly<Record<string, unknown>>
    if (!Number.isSafeInteger(restoredAt) || !Number.isSafeInteger(madeAt)) return null
    return { restoredAt: restoredAt as EpochMs, madeAt: madeAt as EpochMs, isUndo: isUndo === true }
  } catch {
    return null
  }
}

/** The swap that can be undone: its record, as long as the library that stood before is there; else null. */
export function undoableRestore(profile: string): RestoreRecord | null {
  const { before } = restoreFolders(profile)
  return existsSync(join(before, 'library.sqlite')) ? readRecord(before) : null
}

/** How long a swap can be undone. */
const UNDO_LASTS = durationOf(30, DAY)

/** Lets go what stood before a swap that is {@link UNDO_LASTS} old. `now` must be of a clock that is believed. */
export function forgetOldRestore(profile: string, now: EpochMs): void {
  const record = undoableRestore(profile)
  if (record !== null && between(record.restoredAt, now) > UNDO_LASTS) {
    rmSync(restoreFolders(profile).before, { recursive: true, force: true })
  }
}
