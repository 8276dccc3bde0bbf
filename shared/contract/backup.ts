import { z } from 'zod'
import { epochMs } from './schemas.ts'

/** How much a backup or a library holds. */
export const libraryAmount = z.strictObject({ saved: z.int().min(0), sources: z.int().min(0) })
export type LibraryAmount = z.infer<typeof libraryAmount>

/**
 * What stands by if something is lost. `copies`: automatic copies of the library, with the time of the newest; `mirroredAt`: when the plain
 * files of saved items were written last. `restored`: the restore that can be undone, or, with `isUndo`, be done again; `madeAt`: when the
 * backup was made.
 */
export const backupState = z.strictObject({
  copies: z.int().min(0),
  copiedAt: epochMs.nullable(),
  mirroredAt: epochMs.nullable(),
  restored: z.strictObject({ restoredAt: epochMs, madeAt: epochMs, isUndo: z.boolean() }).nullable(),
})
export type BackupState = z.infer<typeof backupState>
