import { z } from 'zod'
import { readyState } from './missing.ts'
import { durationMs, epochMs, id } from './schemas.ts'
import { skippedLine } from './skipped.ts'

/** How the refresh in hand goes; `total` is 0 when none is. */
export const refreshState = z.strictObject({
  isRunning: z.boolean(),
  done: z.int().min(0),
  total: z.int().min(0),
})
export type RefreshState = z.infer<typeof refreshState>

/**
 * Something about the profile that a person should know: a database was restored or set aside, or nothing can be written.
 * `what` names the sentence in the screens' catalogues; `sentence` is the English one.
 */
export const profileNotice = z.strictObject({
  what: z.enum(['library-restored', 'library-from-mirror', 'library-lost', 'cache-rebuilt', 'read-only', 'disk-full', 'disk-nearly-full']),
  sentence: z.string(),
})
export type ProfileNotice = z.infer<typeof profileNotice>

/** The state of the whole, as the sidebar's foot shows it. `toIndex`: articles that search does not find yet. */
export const status = z.strictObject({
  version: z.string(),
  refresh: refreshState,
  connection: z.enum(['online', 'offline']),
  /** Whether pages and pictures wait: for the network, or for one that is not paid by what it carries. */
  heldBackBy: z.enum(['offline', 'metered']).nullable(),
  /** How far getting everything ready has come. */
  getting: readyState,
  lastRefreshAt: epochMs.nullable(),
  toIndex: z.int().min(0),
  isReadOnly: z.boolean(),
  notices: z.array(profileNotice),
})
export type Status = z.infer<typeof status>

/** What a refresh did. `updated`: articles whose text changed; `unchanged`: sources that had nothing new. */
export const refreshReport = z.strictObject({
  sources: z.int().min(0),
  added: z.int().min(0),
  updated: z.int().min(0),
  unchanged: z.int().min(0),
  failed: z.array(z.strictObject({ sourceId: id, kind: z.string(), sentence: z.string() })),
  tookMs: durationMs,
})
export type RefreshReport = z.infer<typeof refreshReport>

/**
 * What an import did. `added` and `already`: sources; `saved` and `alreadySaved`: starred articles; `skipped`: what was not taken, and why.
 * `isStopped`: a person stopped it before its end.
 */
export const importReport = z.strictObject({
  added: z.int().min(0),
  already: z.int().min(0),
  saved: z.int().min(0),
  alreadySaved: z.int().min(0),
  isStopped: z.boolean(),
  skipped: z.array(skippedLine),
})
export type ImportReport = z.infer<typeof importReport>

/** What an import would do, before it does anything. `fresh` and `already`: sources; `first`: some of the fresh ones, in the file's order. */
export const importPreview = z.strictObject({
  fresh: z.int().min(0),
  already: z.int().min(0),
  folders: z.int().min(0),
  stars: z.int().min(0),
  skipped: z.int().min(0),
  first: z.array(z.strictObject({ title: z.string(), url: z.string() })).max(8),
})
export type ImportPreview = z.infer<typeof importPreview>
