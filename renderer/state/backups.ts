import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BackupState, LibraryAmount } from '../../shared/contract/backup.ts'
import type { EventBody } from '../../shared/contract/events.ts'
import type { Keeping } from '../../shared/contract/transfer.ts'
import { ask, Refusal } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { keepFile } from './leavingFiles.ts'
import { queryKeys } from './queryKeys.ts'

/** What stands by if something is lost; read anew whenever it is shown. */
export function useBackupState() {
  const bridge = useBridge()
  return useQuery<BackupState>({ queryKey: queryKeys.backupState, queryFn: () => ask(bridge, 'getBackupState', {}), gcTime: 0 })
}

/** Makes a backup and has a person keep it: `mutate(name)`. */
export function useMakeBackup() {
  const bridge = useBridge()
  const forget = useForgetProgress()
  return useMutation<Keeping, Refusal, string>({
    mutationFn: async (name) => {
      const { file } = await ask(bridge, 'makeBackup', { name })
      return await keepFile(bridge, file)
    },
    onSettled: forget,
  })
}

/** Has a person choose a backup and restores it: `mutate()`; null where they chose none. */
export function useRestore() {
  const bridge = useBridge()
  const forget = useForgetProgress()
  return useMutation<LibraryAmount | null>({
    mutationFn: async () => {
      const chosen = await bridge.chooseFile({ kinds: ['backup'] })
      if (!chosen.ok) throw new Refusal(chosen.failure)
      return chosen.value === null ? null : await ask(bridge, 'restoreBackup', { token: chosen.value.token })
    },
    onSettled: forget,
  })
}

/** Puts back what stood before the last restore, or restores it again: `mutate()`. */
export function useUndoRestore() {
  const bridge = useBridge()
  const forget = useForgetProgress()
  return useMutation<LibraryAmount>({ mutationFn: () => ask(bridge, 'undoRestore', {}), onSettled: forget })
}

/** How far the work under way has come, 0 to 1, and how to stop it. `done` is null before its first byte. */
export function useBackupProgress(): { readonly done: number | null; readonly stop: () => void } {
  const bridge = useBridge()
  const { data } = useQuery<EventBody<'backupProgress'> | null>({
    queryKey: queryKeys.backupProgress,
    queryFn: () => null,
    staleTime: Infinity,
  })
  return { done: data ? data.done / Math.max(data.total, 1) : null, stop: () => void bridge.call('stopBackup', {}) }
}

function useForgetProgress(): () => void {
  const client = useQueryClient()
  return () => {
    client.setQueryData(queryKeys.backupProgress, null)
    void client.invalidateQueries({ queryKey: queryKeys.backupState })
  }
}
