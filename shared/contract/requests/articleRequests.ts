import { z } from 'zod'
import { article, articleRow, cursor, listScope, textOrigin } from '../article.ts'
import { relatedArticle } from '../company.ts'
import { id } from '../schemas.ts'

/** Lists of articles, and an article to read. */
export const articleRequests = {
  /** A page of a list, in keyset pages. `total`: articles of the whole scope. */
  listArticles: {
    input: z.strictObject({
      scope: listScope,
      order: z.enum(['newest', 'oldest']).default('newest'),
      limit: z.int().min(1).max(200).default(50),
      after: cursor.optional(),
    }),
    output: z.strictObject({ articles: z.array(articleRow), next: cursor.nullable(), total: z.int().min(0) }),
  },
  /** How many articles of a scope arrived after the moment in which a list was read: the rows that wait at its top. */
  countArrived: {
    input: z.strictObject({ scope: listScope, since: z.int().min(0) }),
    output: z.strictObject({ count: z.int().min(0) }),
  },
  /** The rows of these ids that exist, in the order asked. */
  getRows: { input: z.strictObject({ ids: z.array(id).max(200) }), output: z.strictObject({ articles: z.array(articleRow) }) },
  /** An article whole; from the saved copy where the cache has it no more. `origin`: which text, else the better one. */
  getArticle: { input: z.strictObject({ id, origin: textOrigin.optional() }), output: z.strictObject({ article }) },
  /** The related industry news under an article, strongest first: three to five, or none. Computed when articles arrive. */
  listRelated: { input: z.strictObject({ id }), output: z.strictObject({ related: z.array(relatedArticle) }) },
  /** Fetches the article's page again and takes its text from there. */
  fetchFullText: { input: z.strictObject({ id }), output: z.strictObject({ article }) },
} as const
