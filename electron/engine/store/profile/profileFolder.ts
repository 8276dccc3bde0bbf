import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

/** How a profile folder can be used. */
export type FolderAccess = 'writable' | 'read-only' | 'none'

/** Names of the two databases. */
export const LIBRARY_FILE = 'library.sqlite'
/** The file of what can be fetched again. */
export const CACHE_FILE = 'cache.sqlite'
/** The file that the one Newsdesk holds which runs with a profile. */
export const OWNER_FILE = 'owner.sqlite'

/** Where the mirror of what is saved is. */
export function mirrorFolder(profile: string): string {
  return join(profile, 'mirror')
}

/** Makes a profile folder that only its person can use, with the store's files in it, and says how it can be used. */
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
  protectFiles(profile)
  if (isAllowed(profile, constants.W_OK)) return 'writable'
  return existsSync(join(profile, LIBRARY_FILE)) ? 'read-only' : 'none'
}

/** What must be readable for each access; a cache that is not is done without where nothing is written. */
const NEEDED = {
  writable: [...besides(LIBRARY_FILE, '-wal', '-shm'), ...besides(CACHE_FILE, '-wal', '-shm'), OWNER_FILE],
  'read-only': besides(LIBRARY_FILE, '-wal'),
  none: [],
} as const satisfies Record<FolderAccess, readonly string[]>

/**
 * The name of what this account may not read of a profile: the folder, or a file in it; null where it may read all it needs. Such a file
 * is not broken, and nothing may be put in its place.
 */
export function forbiddenPart(profile: string, access: FolderAccess): string | null {
  if (isFolder(profile) && !isAllowed(profile, constants.R_OK | constants.X_OK)) return basename(profile)
  const isForbidden = (name: string): boolean => existsSync(join(profile, name)) && !isAllowed(join(profile, name), constants.R_OK)
  return NEEDED[access].find(isForbidden) ?? null
}

/** Makes the store's files readable and writable for their person alone. */
export function protectFiles(folder: string): void {
  for (const name of storeFiles(folder)) {
    try {
      chmodSync(join(folder, name), 0o600)
    } catch {
      // It belongs to somebody else; opening it will tell.
    }
  }
}

function besides(file: string, ...ends: readonly string[]): string[] {
  return [file, ...ends.map((end) => file + end)]
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}

/** The files of the store in a folder; none where it may not be looked into. */
function storeFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /\.sqlite(?:$|[-.])/.test(name))
  } catch {
    return []
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
