import { z } from 'zod'
import { exportOrder, exportReport } from '../export.ts'
import { line } from '../schemas.ts'
import { importPreview, importReport } from '../status.ts'
import { leavingFile } from '../transfer.ts'
import { nothing } from './requestSchemas.ts'

/** Subscriptions in and out, and articles out, as files. */
export const exchangeRequests = {
  /** `opml`: the text of an OPML file, a Fluent Reader backup or a `starred.json`. One bad line never stops the rest. */
  importOpml: { input: z.strictObject({ opml: z.string().max(12_000_000) }), output: importReport },
  /** What `importOpml` would follow and save of the same text. Nothing is changed. */
  previewImport: { input: z.strictObject({ opml: z.string().max(12_000_000) }), output: importPreview },
  /** Stops the import under way between two starred articles; what was taken in stays. */
  stopImport: { input: nothing, output: nothing },
  exportOpml: { input: nothing, output: z.strictObject({ opml: z.string() }) },
  /** Writes articles and saved items into a file to keep; with progress. Those that are there no more are left out. */
  exportArticles: { input: exportOrder, output: exportReport },
  /** Stops the export under way; nothing is left of its file. */
  stopExport: { input: nothing, output: nothing },
  /** The subscriptions as OPML in a file to keep. `name`: what it should be called. */
  exportSubscriptions: { input: z.strictObject({ name: line }), output: z.strictObject({ file: leavingFile }) },
} as const
