import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** How a profile folder can be used. */
export type FolderAccess = 'writable' | 'read-only' | 'none'

/** Names of the two databases. */
export const LIBRARY_FILE = 'library.sqlite'
/** The file of what can be fetched again. */
export const CACHE_FILE = 'cache.sqlite'

/** Where the mirror of what is saved is. */
export function mirrorFolder(profile: string): string {
  return join(profile, 'mirror')
}

/** Makes a profile folder that only its person can look into, and says how it can be used. */
export function openFolder(profile: string): FolderAccess {
  try {
    mkdirSync(profile, { recursive: true, mode: 0o700 })
  } catch {
    return 'none'
  }
  try {
    chmodSync(profile, 0o700)
  } catch {
    // Somebody else's folder: how it may be used is asked below.
  }
  if (isAllowed(profile, constants.W_OK)) return 'writable'
  return existsSync(join(profile, LIBRARY_FILE)) ? 'read-only' : 'none'
}

/** Makes the store's files readable and writable for their person alone. */
export function protectFiles(folder: string): void {
  for (const name of readdirSync(folder).filter((name) => /\.sqlite(?:$|[-.])/.test(name))) {
    try {
      chmodSync(join(folder, name), 0o600)
    } catch {
      // It belongs to somebody else; opening it will tell.
    }
  }
}

function isAllowed(path: string, mode: number): boolean {
  try {
    accessSync(path, mode)
    return true
  } catch {
    return false
  }
}
