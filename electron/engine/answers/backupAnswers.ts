import type { BackupState } from '../../../shared/contract/backup.ts'
import type { RequestOutput } from '../../../shared/contract/requests.ts'
import type { Failure } from '../../../shared/failures.ts'
import { safeFileName } from '../../../shared/fileName.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import { stageRestore, stageUndo } from '../exchange/backup/restore.ts'
import { writeBackup } from '../exchange/backup/writeBackup.ts'
import type { LongWork } from '../exchange/backup/longWork.ts'
import { backupTimes } from '../store/profile/backupTimes.ts'
import { undoableRestore } from '../store/restore/restoreFolder.ts'
import type { Answers, EngineParts } from './engineParts.ts'
import { seldom } from './seldom.ts'

/** Answers about backups, and what was restored from them. */
export function backupAnswers(
  parts: EngineParts,
): Pick<Answers, 'makeBackup' | 'restoreBackup' | 'undoRestore' | 'stopBackup' | 'getBackupState'> {
  const { profile, now } = parts
  const stoppers = new Set<AbortController>()

  async function stoppable<Value>(run: (work: LongWork) => Promise<Value>): Promise<Value> {
    const stopper = new AbortController()
    stoppers.add(stopper)
    try {
      const signal = AbortSignal.any([stopper.signal, parts.stop])
      return await run({ signal, progress: seldom((done, total) => parts.tell({ name: 'backupProgress', body: { done, total } })) })
    } finally {
      stoppers.delete(stopper)
    }
  }

  return {
    makeBackup: ({ name }) => stoppable((work) => makeBackup(name, parts, work)),
    restoreBackup: ({ token }) => stoppable((work) => restoreBackup(token, parts, work)),
    undoRestore: () => {
      const staged = stageUndo(profile, now())
      if (staged.ok) parts.reopen()
      return staged
    },
    stopBackup: () => {
      for (const stopper of stoppers) stopper.abort()
      return ok({})
    },
    getBackupState: () => ok<BackupState>({ ...backupTimes(profile), restored: undoableRestore(profile) }),
  }
}

async function makeBackup(
  name: string,
  { store, transfers, profile, version, now }: EngineParts,
  work: LongWork,
): Promise<Result<RequestOutput<'makeBackup'>, Failure>> {
  const file = await transfers.begin('out', safeFileName(name, 'zip'))
  try {
    const made = await writeBackup(file.path, { store, profile, appVersion: version, now }, work)
    if (made.ok) return ok({ ...made.value, file: await file.finish() })
    await file.drop()
    return made
  } catch (fault) {
    await file.drop()
    throw fault
  }
}

async function restoreBackup(
  token: string,
  { store, transfers, profile, now, reopen }: EngineParts,
  work: LongWork,
): Promise<Result<RequestOutput<'restoreBackup'>, Failure>> {
  if (store.isReadOnly) return failed({ kind: 'profile-read-only' })
  const file = await transfers.take('in', token)
  if (file === null) return failed({ kind: 'file-gone' })
  try {
    const staged = await stageRestore(file.path, profile, { ...work, now })
    if (staged.ok) reopen()
    return staged
  } finally {
    await file.drop()
  }
}
