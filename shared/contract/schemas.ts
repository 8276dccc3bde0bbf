import { z } from 'zod'
import type { DurationMs, EpochMs } from '../time.ts'

/** Schemas that several requests are made of. */

/** An instant: see {@link EpochMs}. Within what a JavaScript date can hold. */
export const epochMs = z.int().min(-8.64e15).max(8.64e15) as unknown as z.ZodType<EpochMs, EpochMs>

/** A length of time: see {@link DurationMs}. */
export const durationMs = z.int().min(0) as unknown as z.ZodType<DurationMs, DurationMs>

/** Of a source, article, saved item or company: opaque, lower-case letters, digits and `-`. */
export const id = z.string().regex(/^[a-z0-9-]{1,64}$/)

/** A web address as stored: absolute, at most 8,192 characters. */
export const address = z.string().min(1).max(8192)

/** What a person typed into an address field; anything may stand there. */
export const typedAddress = z.string().max(8192)

/** A title, name or other line of text. */
export const line = z.string().max(2000)

/** What kind of news a source brings: of a company, or of its industry. */
export const category = z.enum(['company', 'industry'])
export type Category = z.infer<typeof category>

/** What is polled: a feed, or a page that lists news and has none. */
export const sourceKind = z.enum(['feed', 'newsroom'])
export type SourceKind = z.infer<typeof sourceKind>

/** Whether an article opens complete with no network: everything stored, something missing, or only its headline. */
export const offlineState = z.enum(['ready', 'partial', 'none'])
export type OfflineState = z.infer<typeof offlineState>

/** A fault as it crosses the contract: its kind, what the kind carries, and the English sentence. */
export const failureWords = z.looseObject({ kind: z.string(), sentence: z.string() })
export type FailureWords = z.infer<typeof failureWords>
