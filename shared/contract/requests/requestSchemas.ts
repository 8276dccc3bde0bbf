import { z } from 'zod'
import { id } from '../schemas.ts'

/** The input or output of a request that takes or tells nothing. */
export const nothing = z.strictObject({})

/** Several at once. */
export const ids = z.array(id).min(1).max(5000)

/** Names something that `undo` takes back, for ten minutes. Null where there was nothing to do. */
export const undoToken = z.string().max(64).nullable()

/** The undo of a change that this one goes on with, as where there are more ids than one request names: the answer's undo takes back both. */
export const joins = z.string().max(64).optional()

/** How many of several changed, and how that is taken back. */
export const changed = z.strictObject({ changed: z.int().min(0), undo: undoToken })
