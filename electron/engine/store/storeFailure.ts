import type { ProfileFailure } from '../../../shared/failures.ts'

/** SQLite's primary result codes that are faults of the world and not of ours. */
const BUSY = 5
const LOCKED = 6
const READ_ONLY = 8
const IO_ERROR = 10
const CORRUPT = 11
const FULL = 13
const CANNOT_OPEN = 14
const NOT_A_DATABASE = 26
/** Extended codes by which a full disk shows itself where SQLite maps or grows a file. */
const OUT_OF_ROOM = new Set([4874, 778])

/**
 * The fault of the world that an error thrown by this room stands for: a full disk, a folder that cannot be written,
 * a database that another process holds, a broken file. Null for a fault of ours.
 */
export function storeFailure(error: unknown): ProfileFailure | null {
  if (!(error instanceof Error)) return null
  const system = systemFailure(error)
  if (system) return system
  const code = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : null
  return code === null ? null : sqliteFailure(code)
}

/**
 * Whether an error says that a file is no sound database, so that opening it again will not help. One that cannot be opened at all, as
 * for want of a right or of handles, may well be sound.
 */
export function isBroken(error: unknown): boolean {
  return storeFailure(error)?.kind === 'profile-unreadable' && !isOfKind(error, CANNOT_OPEN)
}

function isOfKind(error: unknown, code: number): boolean {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === code
}

function sqliteFailure(code: number): ProfileFailure | null {
  if (OUT_OF_ROOM.has(code)) return { kind: 'disk-full' }
  switch (code & 0xff) {
    case BUSY:
    case LOCKED:
      return { kind: 'profile-in-use' }
    case READ_ONLY:
      return { kind: 'profile-read-only' }
    case FULL:
      return { kind: 'disk-full' }
    case IO_ERROR:
    case CORRUPT:
    case CANNOT_OPEN:
    case NOT_A_DATABASE:
      return { kind: 'profile-unreadable', file: 'The profile' }
    default:
      return null
  }
}

function systemFailure(error: Error): ProfileFailure | null {
  if (!('code' in error)) return null
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { kind: 'disk-full' }
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { kind: 'profile-read-only' }
    default:
      return null
  }
}
