import { z } from 'zod'

/**
 * Why an article would not open complete with no network. `text-…`: its full text is not stored; `pictures-…`: pictures of it are not.
 * The sentences: `missingSentence.ts`, and `missing.…` in the screens' catalogues.
 */
export const missingReason = z.enum([
  'text-waiting',
  'text-refused',
  'text-login',
  'text-robots',
  'text-unreachable',
  'text-unreadable',
  'text-absent',
  'pictures-waiting',
  'pictures-off',
  'pictures-refused',
  'pictures-unreachable',
  'pictures-large',
  'pictures-other',
  'pictures-damaged',
  'pictures-let-go',
  'pictures-over-budget',
])
export type MissingReason = z.infer<typeof missingReason>

/** One reason, and how many pictures it holds for; 1 for a text. */
export const missingPart = z.strictObject({ reason: missingReason, count: z.int().min(1) })
export type MissingPart = z.infer<typeof missingPart>

/** Articles whose pictures were let go so that the rest stay within the budget. */
export const eviction = z.strictObject({
  at: z.int(),
  pictures: z.int().min(0),
  bytes: z.int().min(0),
  /** Articles that lost pictures: those that were read, and those that were not. */
  read: z.int().min(0),
  unread: z.int().min(0),
  /** The budget of that moment, in bytes. */
  budget: z.int().min(0),
})
export type Eviction = z.infer<typeof eviction>

/** How far getting everything ready has come. */
export const readyState = z.strictObject({ isRunning: z.boolean(), done: z.int().min(0), total: z.int().min(0) })
export type ReadyState = z.infer<typeof readyState>

/** What getting everything ready came to. `became`: articles that were not ready before and are now; `left`: those that still are not. */
export const readyReport = z.strictObject({
  became: z.int().min(0),
  left: z.int().min(0),
  why: z.array(missingPart),
  wasStopped: z.boolean(),
})
export type ReadyReport = z.infer<typeof readyReport>

/** How much of what is followed opens with no network, and what its pictures take on disk. */
export const offlineReport = z.strictObject({
  ready: z.int().min(0),
  partial: z.int().min(0),
  none: z.int().min(0),
  mediaBytes: z.int().min(0),
  lastEviction: eviction.nullable(),
})
export type OfflineReport = z.infer<typeof offlineReport>
