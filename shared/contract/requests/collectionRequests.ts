import { z } from 'zod'
import { collection } from '../article.ts'
import { id } from '../schemas.ts'
import { nothing, undoToken } from './requestSchemas.ts'

/** What a person calls a collection. */
const collectionName = z.string().trim().min(1).max(200)

/** Collections of saved items. */
export const collectionRequests = {
  listCollections: { input: nothing, output: z.strictObject({ collections: z.array(collection) }) },
  makeCollection: { input: z.strictObject({ name: collectionName }), output: z.strictObject({ collection }) },
  renameCollection: {
    input: z.strictObject({ id, name: collectionName }),
    output: z.strictObject({ collection, undo: undoToken }),
  },
  /** To a place among the others, counted from 0. */
  moveCollection: {
    input: z.strictObject({ id, place: z.int().min(0).max(10_000) }),
    output: z.strictObject({ undo: undoToken }),
  },
  /** Its items stay saved. */
  removeCollection: { input: z.strictObject({ id }), output: z.strictObject({ removed: z.boolean(), undo: undoToken }) },
} as const
