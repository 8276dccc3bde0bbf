import type { BackupState } from '../../shared/contract/backup.ts'
import type { EpochMs } from '../../shared/time.ts'

/** The engine's answers about backups: what was restored can be undone, and that too. */
export function fakeBackups(now: EpochMs, sources: readonly unknown[]) {
  let restored: BackupState['restored'] = null
  const amount = () => ({ saved: 2, sources: sources.length })
  const swapped = (isUndo: boolean) => {
    restored = { restoredAt: now, madeAt: now, isUndo }
    return amount()
  }
  return {
    makeBackup: ({ name }: { readonly name: string }) => ({
      ...amount(),
      file: { token: '0'.repeat(32), name: `${name}.zip`, type: 'application/zip', bytes: 2048 },
      bytes: 2048,
    }),
    restoreBackup: () => ({ ...swapped(false), bytes: 2048 }),
    undoRestore: () => swapped(restored?.isUndo === false),
    stopBackup: () => ({}),
    getBackupState: () => ({ copies: 15, copiedAt: now, mirroredAt: now, restored }),
  }
}
