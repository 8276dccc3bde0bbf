import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { EpochMs } from '../../../../shared/time.ts'
import { mirrorFolder } from './profileFolder.ts'

/** What stands by of a profile: how many copies of its library, and when the newest copy and the mirror were written. */
export function backupTimes(profile: string): {
  readonly copies: number
  readonly copiedAt: EpochMs | null
  readonly mirroredAt: EpochMs | null
} {
  const copies = timesOf(join(profile, 'backups'), /^library-.*\.sqlite$/)
  const mirrored = timesOf(mirrorFolder(profile), /^saved-.*\.json$/)
  return { copies: copies.length, copiedAt: newest(copies), mirroredAt: newest(mirrored) }
}

function timesOf(folder: string, name: RegExp): EpochMs[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((one) => name.test(one))
  return names.map((one) => Math.round(statSync(join(folder, one)).mtimeMs) as EpochMs)
}

function newest(times: readonly EpochMs[]): EpochMs | null {
  return times.reduce<EpochMs | null>((last, at) => (last === null || at > last ? at : last), null)
}
