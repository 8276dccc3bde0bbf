import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { EnteringFile } from '../../shared/contract/transfer.ts'
import type { SpokenFailure } from '../../shared/engine.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import { spoken } from '../../shared/spoken.ts'
import type { TransferFolder } from '../transfer/transferFolder.ts'

/** Copies a file that a person chose into the profile, in a stream; `largest` counts bytes. */
export async function bringIn(
  transfers: TransferFolder,
  path: string,
  largest: number,
): Promise<Result<EnteringFile | null, SpokenFailure>> {
  const name = basename(path)
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) return failed(spoken({ kind: 'file-unreadable', name }))
  if (found.size > largest) return failed(spoken({ kind: 'file-too-large', name, limit: largest }))
  try {
    const copied = await transfers.make('in', name, (place) =>
      pipeline(createReadStream(path, { end: largest - 1 }), createWriteStream(place, { flags: 'wx', mode: 0o600 })),
    )
    return ok({ token: copied.token, name: copied.name, bytes: copied.bytes })
  } catch (fault) {
    const isFull = fault instanceof Error && 'code' in fault && (fault.code === 'ENOSPC' || fault.code === 'EDQUOT')
    return failed(spoken(isFull ? { kind: 'disk-full' } : { kind: 'file-unreadable', name }))
  }
}
