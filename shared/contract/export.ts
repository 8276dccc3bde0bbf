import { z } from 'zod'
import { exportFormats, MOST_EXPORTED } from '../exportFormats.ts'
import { address, id, line } from './schemas.ts'
import { leavingFile } from './transfer.ts'

/**
 * What to export, and how. `ids` null: everything that is saved. `locale`: the language of dates and of the words around a text.
 * `articlesInPart`: for a PDF that a host prints in parts, how many articles each document holds at most; left out, one holds all.
 */
export const exportOrder = z.strictObject({
  ids: z.array(id).min(1).max(MOST_EXPORTED).nullable(),
  format: z.enum(exportFormats),
  locale: z.string().max(35).default('en'),
  articlesInPart: z.int().min(1).max(MOST_EXPORTED).optional(),
})

/**
 * What an export came to; `exported` counts articles. `file` is null where it was stopped. `missing`: pictures that are not stored, the first hundred of
 * `missingCount`; each is named in the file too. `further`: the documents behind the first, which belong into the same PDF.
 */
export const exportReport = z.strictObject({
  file: leavingFile.nullable(),
  further: z.array(leavingFile),
  exported: z.int().min(0),
  missing: z.array(z.strictObject({ title: line, url: address })).max(100),
  missingCount: z.int().min(0),
})
export type ExportReport = z.infer<typeof exportReport>
