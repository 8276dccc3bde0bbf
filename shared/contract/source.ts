import { z } from 'zod'
import { address, category, durationMs, epochMs, failureWords, id, line, sourceKind } from './schemas.ts'

/** How a source fares. `never`: not asked yet. `sentence` is English; `failure` lets a screen say it in its language. */
export const sourceHealth = z.strictObject({
  state: z.enum(['ok', 'failing', 'drifted', 'gone', 'never']),
  sentence: z.string(),
  failure: failureWords.nullable(),
  failuresInRow: z.int().min(0),
  lastSuccessAt: epochMs.nullable(),
  lastCheckedAt: epochMs.nullable(),
  nextCheckAt: epochMs.nullable(),
})
export type SourceHealth = z.infer<typeof sourceHealth>

/** Something polled. `checkEvery`: a person's own interval, or null for the adaptive one. `keepsPictures`: whether its articles' pictures are kept. */
export const source = z.strictObject({
  id,
  kind: sourceKind,
  title: line,
  url: address,
  siteUrl: address.nullable(),
  category,
  folder: line.nullable(),
  companyId: id.nullable(),
  checkEvery: durationMs.nullable(),
  keepsPictures: z.boolean(),
  unread: z.int().min(0),
  total: z.int().min(0),
  addedAt: epochMs,
  health: sourceHealth,
})
export type Source = z.infer<typeof source>

/** A headline in a preview. `picture`: a path of the app's own origin. */
export const previewArticle = z.strictObject({
  title: line,
  url: address.nullable(),
  publishedAt: epochMs.nullable(),
  picture: z.string().nullable(),
})
export type PreviewArticle = z.infer<typeof previewArticle>

/**
 * One way to follow an address. `found`: how many articles stand there now; `articles`: the first five of them.
 * `list` names one of several lists of news on a page without a feed, and `because` says in English why it was taken for one.
 */
export const candidate = z.strictObject({
  kind: sourceKind,
  title: line,
  url: address,
  siteUrl: address.nullable(),
  found: z.int().min(0),
  articles: z.array(previewArticle).max(5),
  list: z.string().max(2000).nullable(),
  because: z.array(line),
  followedAs: id.nullable(),
})
export type Candidate = z.infer<typeof candidate>
