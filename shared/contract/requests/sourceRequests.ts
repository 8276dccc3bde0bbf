import { z } from 'zod'
import { address, category, durationMs, failureWords, id, line, typedAddress } from '../schemas.ts'
import { candidate, source } from '../source.ts'
import { refreshReport } from '../status.ts'
import { ids, nothing, undoToken } from './requestSchemas.ts'

/** Following: what is there at an address, and the sources that are followed. */
export const sourceRequests = {
  /** What can be followed at an address, with the first headlines of each; `tried` tells what was asked on the way. */
  previewAddress: {
    input: z.strictObject({ address: typedAddress }),
    output: z.strictObject({
      candidates: z.array(candidate),
      tried: z.array(z.strictObject({ url: address, failure: failureWords.nullable() })),
    }),
  },
  /**
   * Follows the best of what `previewAddress` would show, or the very candidate where its address is given.
   * `found`: articles that were there. `already`: it was followed before, and is as it was.
   */
  addSource: {
    input: z.strictObject({
      address: typedAddress,
      /** Of a candidate: which list of its page. */
      list: z.string().max(2000).optional(),
      category: category.optional(),
      folder: line.nullable().optional(),
      title: line.optional(),
    }),
    output: z.strictObject({ source, found: z.int().min(0), already: z.boolean() }),
  },
  /** Follows the sources of the sample edition; those already followed stay as they are. */
  addSample: { input: nothing, output: z.strictObject({ sources: z.array(source) }) },
  listSources: { input: nothing, output: z.strictObject({ sources: z.array(source) }) },
  /** Changes what is given and leaves the rest. */
  changeSource: {
    input: z.strictObject({
      id,
      title: line.optional(),
      category: category.optional(),
      folder: line.nullable().optional(),
      checkEvery: durationMs.nullable().optional(),
      keepsPictures: z.boolean().optional(),
    }),
    output: z.strictObject({ source }),
  },
  /** Unfollows. Its saved items stay; its other articles go when the undo has passed. */
  removeSource: { input: z.strictObject({ id }), output: z.strictObject({ removed: z.boolean(), undo: undoToken }) },
  /** Asks the sources that are due, or those named, and answers when all have answered. `force`: those not due as well. */
  refresh: {
    input: z.strictObject({ sourceIds: ids.optional(), force: z.boolean().default(false) }),
    output: refreshReport,
  },
} as const
