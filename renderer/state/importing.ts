import { useMutation } from '@tanstack/react-query'
import type { ImportReport } from '../../shared/contract/status.ts'
import { ask, Refusal } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { xmlText } from './xmlText.ts'

const MOST_BYTES = 12_000_000

/** What a system's dialog offers as lists of subscriptions. */
export const opmlFiles = '.opml,.xml,text/x-opml,text/xml,application/xml'

/** Follows what a file lists: `mutate(file)`, then `data` tells what came of it. */
export function useImport() {
  const bridge = useBridge()
  return useMutation<ImportReport, Refusal, File>({
    mutationFn: async (file) => ask(bridge, 'importOpml', { opml: await textOf(file) }),
  })
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
