import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MEBIBYTE = 1024 * 1024
/** The reserve is made again only where this much is free beside it. */
const ROOM_TO_MAKE_IT = 8 * MEBIBYTE
/** With less than this and no reserve, what is left is for what a person saves. */
const FULL = 4 * MEBIBYTE
/** Below this the cache should stop growing. */
const NEARLY_FULL = 200 * MEBIBYTE

/** A file that holds disk space for the moment in which there is none left. */
export interface Reserve {
  /** Gives the space back; false where there was none to give. */
  release(): boolean
}

/** Makes the reserve of a profile where it is missing and there is room. A profile in memory has none. */
export function makeReserve(profile: string | null): Reserve {
  if (profile === null) return { release: () => false }
  const file = reserveOf(profile)
  if (!existsSync(file) && freeBytes(profile) > ROOM_TO_MAKE_IT) fillReserve(file)
  return {
    release: () => {
      if (!existsSync(file)) return false
      rmSync(file)
      return true
    },
  }
}

/** Whether the disk of a folder is so full that only what a person saves should still be written. */
export function isDiskNearlyFull(folder: string): boolean {
  return freeBytes(folder) < NEARLY_FULL
}

/** Whether even the reserve is used up, so that nothing but what a person saves may be written. */
export function isDiskFull(profile: string): boolean {
  return !existsSync(reserveOf(profile)) && freeBytes(profile) < FULL
}

function reserveOf(profile: string): string {
  return join(profile, 'reserve')
}

function fillReserve(file: string): void {
  try {
    // Not zeros: some file systems keep those in no space at all.
    writeFileSync(file, Buffer.alloc(MEBIBYTE, 'newsdesk reserve '), { mode: 0o600 })
  } catch {
    rmSync(file, { force: true })
  }
}

function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return Number.POSITIVE_INFINITY
  }
}
