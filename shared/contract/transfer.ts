import { z } from 'zod'
import { line } from './schemas.ts'

/** Names a file in the profile's `transfer/`, once: whoever takes the file uses it up. */
export const fileToken = z.string().regex(/^[0-9a-f]{32}$/)

const bytes = z.int().min(0)

/** A file that the engine made to be kept elsewhere; the bridge's `keepFile` takes it. */
export const leavingFile = z.strictObject({ token: fileToken, name: line, type: z.string().max(100), bytes })
export type LeavingFile = z.infer<typeof leavingFile>

/** A file that a person chose, as the bridge's `chooseFile` gives it; a request that reads a file takes it. */
export const enteringFile = z.strictObject({ token: fileToken, name: line, bytes })
export type EnteringFile = z.infer<typeof enteringFile>

/**
 * What became of a file that was to be kept: it stands where a person chose, they thought better of it, or it was handed to the
 * browser, which tells the rest itself. `printing`: the browser shows its printing;
 * `blocked`: it opens no window for that. `name`: as it is called there.
 */
export type Keeping = { readonly outcome: 'kept' | 'cancelled' | 'handed-over' | 'printing' | 'blocked'; readonly name: string }

/** How many of the documents of a PDF are pages by now, and how many there are. */
export type PrintProgress = { readonly done: number; readonly total: number }
