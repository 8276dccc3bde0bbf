import { z } from 'zod'
import { backupState, libraryAmount } from '../backup.ts'
import { line } from '../schemas.ts'
import { fileToken, leavingFile } from '../transfer.ts'
import { nothing } from './requestSchemas.ts'

/** Backups of what a person made. */
export const backupRequests = {
  /** Makes a backup of all that a person made, read back and checked, as a file to keep. `name`: what it should be called. */
  makeBackup: {
    input: z.strictObject({ name: line }),
    output: libraryAmount.extend({ file: leavingFile, bytes: z.int().min(0) }),
  },
  /**
   * Checks a backup to its last byte and puts it in the place of the library, which is kept. Where it cannot be restored nothing is changed.
   * `bytes`: the size of the file.
   */
  restoreBackup: { input: z.strictObject({ token: fileToken }), output: libraryAmount.extend({ bytes: z.int().min(0) }) },
  /** Puts back the library that stood before the last restore; asked again, the restored one. */
  undoRestore: { input: nothing, output: libraryAmount },
  /** Stops the backup or the check of a backup under way. */
  stopBackup: { input: nothing, output: nothing },
  getBackupState: { input: nothing, output: backupState },
} as const
