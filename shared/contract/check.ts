import { z } from 'zod'

/** What can be found wrong with a profile. The sentences: `problemSentence.ts`, and `problem.…` in the screens' catalogues. */
export const problemKind = z.enum([
  'library-damaged',
  'cache-damaged',
  'saved-damaged',
  'source-counts',
  'read-marks',
  'not-indexed',
  'index-left',
  'saved-not-indexed',
])

/** One finding. `count`: how many are concerned; `detail`: what the database itself says, in its own words, or the id of a saved item. */
export const problem = z.strictObject({ kind: problemKind, count: z.int().min(1), detail: z.string().nullable() })
export type Problem = z.infer<typeof problem>

/** What an integrity check of the profile found. */
export const checkReport = z.strictObject({ ok: z.boolean(), problems: z.array(problem) })
export type CheckReport = z.infer<typeof checkReport>
