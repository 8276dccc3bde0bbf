import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Failure } from '../../shared/failures.ts'
import { spoken } from '../../shared/spoken.ts'
import type { Visit } from '../../shared/visit.ts'

const MOST_BYTES = 12_000_000

/** Reads a file that the app is asked to open, if it is a plain one of a size that subscriptions have. It is only ever shown. */
export async function visitOfFile(path: string): Promise<Visit> {
  const name = basename(path)
  try {
    const file = await open(path, 'r')
    try {
      const about = await file.stat()
      if (!about.isFile()) return trouble({ kind: 'file-unreadable', name })
      if (about.size > MOST_BYTES) return trouble({ kind: 'too-large', limit: MOST_BYTES })
      return { kind: 'import', name, bytes: new Uint8Array(await file.readFile()) }
    } finally {
      await file.close()
    }
  } catch {
    return trouble({ kind: 'file-unreadable', name })
  }
}

/** Says on the screen why an opening leads nowhere. */
export function trouble(failure: Failure): Visit {
  return { kind: 'trouble', failure: spoken(failure) }
}
