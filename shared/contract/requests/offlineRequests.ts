import { z } from 'zod'
import { offlineReport, readyReport } from '../missing.ts'
import { nothing } from './requestSchemas.ts'

/** What opens with no network. */
export const offlineRequests = {
  /** How much opens with no network, and what the pictures take. */
  getOffline: { input: nothing, output: offlineReport },
  /** Looks at every stored picture; what is damaged turns the verdict of its articles. */
  checkPictures: { input: nothing, output: z.strictObject({ damaged: z.int().min(0) }) },
  /** Looks at one stored picture, named by its hash, as a host does that was given bytes of another. */
  checkPicture: { input: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) }), output: z.strictObject({ isWhole: z.boolean() }) },
  /** Fetches all that is missing now, also what was given up, and answers at the end. Joins a run under way. */
  getEverythingReady: { input: nothing, output: readyReport },
  /** Ends the run under way; what came is kept. */
  stopGettingReady: { input: nothing, output: nothing },
} as const
