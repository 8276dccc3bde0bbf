import { writeFile } from 'node:fs/promises'
import { safeFileName } from '../../../shared/fileName.ts'
import { ok } from '../../../shared/result.ts'
import { exportOpml } from '../exchange/subscriptions.ts'
import type { Answers, EngineParts } from './engineParts.ts'
import { importExport, previewExport } from './importExport.ts'

/** Answers that move subscriptions and stars in and out. */
export function exchangeAnswers(
  parts: EngineParts,
): Pick<Answers, 'importOpml' | 'previewImport' | 'exportOpml' | 'exportSubscriptions' | 'stopImport'> {
  const { store, tell, transfers } = parts
  let stopper = new AbortController()

  /** One import at a time has the progress; a stop is for all that are under way. */
  function progressOf(total: number) {
    return {
      done: (done: number) => tell({ name: 'importProgress', body: { done, total } }),
      isStopped: () => stopper.signal.aborted || parts.stop.aborted,
    }
  }

  return {
    importOpml: async ({ opml }) => {
      stopper = new AbortController()
      return importExport(new TextEncoder().encode(opml), parts, progressOf)
    },
    previewImport: ({ opml }) => previewExport(new TextEncoder().encode(opml), parts),
    stopImport: () => {
      stopper.abort()
      return ok({})
    },
    exportOpml: () => ok({ opml: exportOpml(store) }),
    exportSubscriptions: async ({ name }) => {
      const file = await transfers.make('out', safeFileName(name, 'opml'), (path) => writeFile(path, exportOpml(store), { mode: 0o600 }))
      return ok({ file })
    },
  }
}
