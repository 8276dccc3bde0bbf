import { useMutation, useQuery } from '@tanstack/react-query'
import { create } from 'zustand'
import type { EventBody } from '../../shared/contract/events.ts'
import type { ImportPreview, ImportReport } from '../../shared/contract/status.ts'
import { ask, Refusal } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { tell } from './notices.ts'
import { queryKeys } from './queryKeys.ts'
import { xmlText } from './xmlText.ts'

const MOST_BYTES = 12_000_000

/** What a system's dialog offers as exports of other readers. */
export const opmlFiles = '.opml,.xml,.json,.frdata,text/x-opml,text/xml,application/xml,application/json'

const useLastImport = create<{ readonly report: ImportReport | null }>()(() => ({ report: null }))

/**
 * Follows what a file lists: `mutate(file)`, then `report` tells what came of the last one, wherever it was begun.
 * `isTold`: also at the foot of the screen, where the pane that asks gives way to what has come.
 */
export function useImport(isTold: boolean) {
  const bridge = useBridge()
  const report = useLastImport((last) => last.report)
  const mutation = useMutation<ImportReport, Refusal, File>({
    mutationFn: async (file) => ask(bridge, 'importOpml', { opml: await textOf(file) }),
    onSuccess: (report) => {
      useLastImport.setState({ report })
      if (isTold) tellReport(report)
    },
  })
  return { ...mutation, report }
}

/** What a file would bring; nothing of it is taken. */
export function useImportPreview(file: File | null) {
  const bridge = useBridge()
  return useQuery<ImportPreview>({
    queryKey: ['importPreview', file?.name, file?.size, file?.lastModified],
    queryFn: async () => ask(bridge, 'previewImport', { opml: file === null ? '' : await textOf(file) }),
    enabled: file !== null,
    // What is followed may change between two looks.
    gcTime: 0,
  })
}

/** How far the starred articles of an import have come, and how to stop; null before the first and after the last. */
export function useImportProgress(): { readonly done: number; readonly total: number; readonly stop: () => void } | null {
  const bridge = useBridge()
  const { data } = useQuery<EventBody<'importProgress'> | null>({
    queryKey: queryKeys.importProgress,
    queryFn: () => null,
    staleTime: Infinity,
  })
  if (!data || data.done >= data.total) return null
  return { ...data, stop: () => void bridge.call('stopImport', {}) }
}

function tellReport({ added, skipped }: ImportReport): void {
  if (skipped.length === 0) tell('import.done', { added })
  else tell('import.doneInPart', { added, skipped: skipped.length })
}

async function textOf(file: File): Promise<string> {
  if (file.size > MOST_BYTES) throw new Refusal({ kind: 'too-large', limit: MOST_BYTES, sentence: 'The file is too large.' })
  return xmlText(await bytesOf(file))
}

async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    // It was moved or taken away since it was chosen.
    throw new Refusal({ kind: 'file-unreadable', name: file.name, sentence: 'The file could not be read.' })
  }
}
