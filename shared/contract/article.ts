import { z } from 'zod'
import { missingPart, missingReason } from './missing.ts'
import { address, category, epochMs, id, line, offlineState } from './schemas.ts'

/** A rule that caught an article, and whether it mutes it: then lists leave the article out. */
export const caughtBy = z.strictObject({ ruleId: id, name: line, isMuting: z.boolean() })
export type CaughtBy = z.infer<typeof caughtBy>

/**
 * An article as lists show it.
 * `publishedAt` is what the publisher says, null where it says nothing; `listedAt` is what lists sort by
 * (the former, within 1990 and the moment it was first seen; else that moment).
 * `thumbnail` is a path of the app's own origin, never a remote address.
 * `caughtBy`: the rules that watch or mute it, in their order.
 */
export const articleRow = z.strictObject({
  id,
  sourceId: id,
  sourceTitle: line,
  category,
  title: line,
  url: address.nullable(),
  author: line.nullable(),
  publishedAt: epochMs.nullable(),
  listedAt: epochMs,
  firstSeenAt: epochMs,
  isRead: z.boolean(),
  isSaved: z.boolean(),
  offline: offlineState,
  /** What is missing first of all where it is not ready. */
  missing: missingReason.nullable(),
  excerpt: z.string().max(1000),
  thumbnail: z.string().nullable(),
  caughtBy: z.array(caughtBy),
})
export type ArticleRow = z.infer<typeof articleRow>

/** A picture of an article. `path`: where the app's own origin serves it; null while it is not stored. */
export const articleImage = z.strictObject({
  url: address,
  alt: line,
  stored: z.boolean(),
  path: z.string().nullable(),
})
export type ArticleImage = z.infer<typeof articleImage>

/** Whose text is shown: the feed's own, or the one taken from the article's page. */
export const textOrigin = z.enum(['feed', 'page'])
export type TextOrigin = z.infer<typeof textOrigin>

/**
 * An article as it is read.
 * `html` is safe by the policy of `security.md` and loads nothing remote; `text` is the same without markup.
 * `origins` lists the texts that are stored, so that one can go from one to the other.
 * `readTo` is how far it was read, 0 to 1.
 */
export const article = articleRow.extend({
  updatedAt: epochMs.nullable(),
  siteUrl: address.nullable(),
  language: z.string().max(35).nullable(),
  html: z.string(),
  text: z.string(),
  origin: textOrigin,
  origins: z.array(textOrigin),
  images: z.array(articleImage),
  /** Everything that is missing, text first. */
  lacks: z.array(missingPart),
  categories: z.array(line),
  related: z.array(id),
  readTo: z.number().min(0).max(1),
  note: z.string().nullable(),
  tags: z.array(line),
  /** The collection that it stands in; null where it stands in none, or is not saved. */
  collectionId: id.nullable(),
  savedAt: epochMs.nullable(),
})
export type Article = z.infer<typeof article>

/** A saved item as lists and the command line show it; its text is read with `getArticle`, by the same id. */
export const savedItem = z.strictObject({
  id,
  sourceId: id,
  sourceTitle: line,
  sourceUrl: address,
  category,
  title: line,
  url: address.nullable(),
  author: line.nullable(),
  publishedAt: epochMs.nullable(),
  updatedAt: epochMs.nullable(),
  firstSeenAt: epochMs,
  savedAt: epochMs,
  excerpt: z.string().max(1000),
  note: z.string(),
  tags: z.array(line),
  /** The collection that it stands in; null where it stands in none. */
  collectionId: id.nullable(),
  /** The company whose news it was when it was saved. */
  companyId: id.nullable(),
  companyName: line.nullable(),
  /** A path of the app's own origin, or null. */
  thumbnail: z.string().nullable(),
  /** Pictures that its copy does not have yet. */
  missingPictures: z.int().min(0),
  /** Whether its copy is a summary still, and the page's text is to come. */
  lacksText: z.boolean(),
})
export type SavedItem = z.infer<typeof savedItem>

/** A collection that a person puts saved items into. */
export const collection = z.strictObject({ id, name: line, count: z.int().min(0) })
export type Collection = z.infer<typeof collection>

/** How saved items are ordered. */
export const savedOrder = z.enum(['savedNewest', 'savedOldest', 'publishedNewest', 'publishedOldest', 'title'])
export type SavedOrder = z.infer<typeof savedOrder>

/** What a list shows: a view, narrowed to a source, folder or company, and to unread or saved articles. */
export const listScope = z.strictObject({
  view: z.enum(['all', 'today', 'unread', 'company', 'industry', 'saved', 'watching']).default('all'),
  sourceId: id.optional(),
  folder: line.optional(),
  /** The company's own news. */
  companyId: id.optional(),
  /** News of other sources that mentions this company. */
  mentionsOf: id.optional(),
  only: z.enum(['unread', 'saved']).optional(),
})
export type ListScope = z.infer<typeof listScope>

/** Where a page of a list ends: opaque. */
export const cursor = z.string().regex(/^[A-Za-z0-9_.-]{1,200}$/)

/** A piece of text around a match; `marks` are [start, end) pairs of it, in UTF-16 units. */
export const snippet = z.strictObject({
  text: z.string(),
  marks: z.array(z.tuple([z.int(), z.int()])),
})
export type Snippet = z.infer<typeof snippet>

/** An article that a search found. `titleMarks` are like a snippet's marks. */
export const searchHit = articleRow.extend({ snippet, titleMarks: z.array(z.tuple([z.int(), z.int()])) })
export type SearchHit = z.infer<typeof searchHit>
