import { existsSync, renameSync } from 'node:fs'
import type { EpochMs } from '../../../../shared/time.ts'

/** Keeps a broken database under another name, with what SQLite wrote beside it. Nothing is ever deleted. */
export function setAside(file: string, at: EpochMs): void {
  const kept = freeName(`${file}.corrupt-${stamp(at)}`)
  // The files beside it go first: a new database must never find the journal of a broken one.
  for (const end of ['-wal', '-shm', '-journal', '']) {
    if (existsSync(file + end)) renameSync(file + end, kept + end)
  }
}

/** A moment as it stands in a file's name. */
export function stamp(at: EpochMs): string {
  return new Date(at).toISOString().replaceAll(/[-:]/g, '').slice(0, 15)
}

function freeName(wished: string): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wished : `${wished}-${count}`
    if (!existsSync(name)) return name
  }
}
