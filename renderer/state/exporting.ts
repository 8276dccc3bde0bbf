import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { create } from 'zustand'
import type { EventBody } from '../../shared/contract/events.ts'
import type { ExportReport } from '../../shared/contract/export.ts'
import type { Keeping, LeavingFile } from '../../shared/contract/transfer.ts'
import type { ExportFormat } from '../../shared/exportFormats.ts'
import { ask, Refusal } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { queryKeys } from './queryKeys.ts'
import { showDialog } from './screen.ts'

/** What a person is about to export: articles by their ids, or (null) everything saved. */
export type Exporting = { readonly ids: readonly string[] | null }

const useChosen = create<Exporting>()(() => ({ ids: null }))

/** Opens the dialog that exports these articles, or everything that is saved. */
export function showExport(what: { readonly ids: readonly string[] } | 'saved'): void {
  useChosen.setState({ ids: what === 'saved' ? null : what.ids })
  showDialog('export')
}

/** What the dialog exports. */
export function useExporting(): Exporting {
  return useChosen()
}

/** Writes what was chosen into a file: `mutate(format)`. `stop()` ends it between two articles, and leaves nothing of it. */
export function useExport(locale: string) {
  const bridge = useBridge()
  const client = useQueryClient()
  const { ids } = useExporting()
  const mutation = useMutation<ExportReport, Refusal, ExportFormat>({
    mutationFn: async (format) => {
      client.setQueryData(queryKeys.exportProgress, null)
      return await ask(bridge, 'exportArticles', { ids: ids === null ? null : [...ids], format, locale })
    },
  })
  return { ...mutation, stop: () => void bridge.call('stopExport', {}) }
}

/** Has a person keep the file of an export, or print it: `mutate({ file, isPrinted })`. */
export function useKeepExport() {
  const bridge = useBridge()
  return useMutation<Keeping, Refusal, { readonly file: LeavingFile; readonly isPrinted: boolean }>({
    mutationFn: async ({ file, isPrinted }) => {
      const kept = await (isPrinted ? bridge.keepPdf(file) : bridge.keepFile(file))
      if (!kept.ok) throw new Refusal(kept.failure)
      return kept.value
    },
  })
}

/** How far the export under way has come; null before its first article. */
export function useExportProgress(): EventBody<'exportProgress'> | null {
  const { data } = useQuery<EventBody<'exportProgress'> | null>({
    queryKey: queryKeys.exportProgress,
    queryFn: () => null,
    staleTime: Infinity,
  })
  return data ?? null
}
