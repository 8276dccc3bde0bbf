import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { create } from 'zustand'
import type { EventBody } from '../../shared/contract/events.ts'
import type { ExportReport } from '../../shared/contract/export.ts'
import type { Keeping, LeavingFile, PrintProgress } from '../../shared/contract/transfer.ts'
import { ARTICLES_IN_PART, type ExportFormat } from '../../shared/exportFormats.ts'
import type { Bridge } from '../bridge/bridge.ts'
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
      const parts = format === 'pdf' && bridge.printsInParts ? { articlesInPart: ARTICLES_IN_PART } : {}
      return await ask(bridge, 'exportArticles', { ids: ids === null ? null : [...ids], format, locale, ...parts })
    },
  })
  return { ...mutation, stop: () => void bridge.call('stopExport', {}) }
}

/**
 * Has a person keep the files of an export, or print them into one: `mutate({ files, isPrinted })`. `printed`: how far the printing has
 * come, null before its first pages; `stop()` ends it.
 */
export function useKeepExport() {
  const bridge = useBridge()
  const [printed, setPrinted] = useState<PrintProgress | null>(null)
  const stopper = useRef<AbortController | null>(null)
  const mutation = useMutation<Keeping, Refusal, { readonly files: readonly LeavingFile[]; readonly isPrinted: boolean }>({
    mutationFn: async ({ files, isPrinted }) => {
      const { signal } = (stopper.current = new AbortController())
      setPrinted(null)
      const kept = isPrinted ? await bridge.keepPdf(files, { stop: signal, onPrinted: setPrinted }) : await keepFirst(bridge, files)
      if (!kept.ok) throw new Refusal(kept.failure)
      return kept.value
    },
  })
  return { ...mutation, printed, stop: () => stopper.current?.abort() }
}

async function keepFirst(bridge: Bridge, [file]: readonly LeavingFile[]): ReturnType<Bridge['keepFile']> {
  if (file === undefined) throw new Error('An export that was not stopped has a file')
  return await bridge.keepFile(file)
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
