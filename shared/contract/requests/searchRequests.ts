import { z } from 'zod'
import { searchHit } from '../article.ts'
import { keptSearch, keptSearchCount, query } from '../keptSearch.ts'
import { id, line } from '../schemas.ts'
import { nothing, undoToken } from './requestSchemas.ts'

/** Search, and the searches that a person keeps. */
export const searchRequests = {
  /**
   * `query` as a person types it: words, "phrases", -not, `source:` `company:` `tag:` `collection:`, `is:saved` `is:read` `is:unread`
   * `is:muted`, `after:` `before:`, `in:title`.
   */
  search: {
    input: z.strictObject({ query, limit: z.int().min(1).max(200).default(50) }),
    output: z.strictObject({
      articles: z.array(searchHit),
      total: z.int().min(0),
      isTotalExact: z.boolean(),
      tookMs: z.number().min(0),
    }),
  },
  /** The searches that a person keeps, in their order. */
  listKeptSearches: { input: nothing, output: z.strictObject({ searches: z.array(keptSearch) }) },
  /** Keeps a search below all others; named by its own words where no name is given. `already`: it was kept before, and is as it was. */
  keepSearch: {
    input: z.strictObject({ query: query.min(1), name: line.optional() }),
    output: z.strictObject({ search: keptSearch, already: z.boolean(), undo: undoToken }),
  },
  /** Changes what is given and leaves the rest. */
  changeKeptSearch: {
    input: z.strictObject({ id, name: line.optional(), query: query.optional() }),
    output: z.strictObject({ search: keptSearch, undo: undoToken }),
  },
  /** Moves a kept search by so many places, up (less than 0) or down. */
  moveKeptSearch: {
    input: z.strictObject({ id, by: z.int().min(-1000).max(1000) }),
    output: z.strictObject({ searches: z.array(keptSearch), undo: undoToken }),
  },
  removeKeptSearch: { input: z.strictObject({ id }), output: z.strictObject({ removed: z.boolean(), undo: undoToken }) },
  /** How many unread articles each kept search finds. */
  countKeptSearches: { input: nothing, output: z.strictObject({ counts: z.array(keptSearchCount) }) },
} as const
