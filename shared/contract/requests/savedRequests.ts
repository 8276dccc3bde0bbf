import { z } from 'zod'
import { savedItem, savedOrder } from '../article.ts'
import { epochMs, id, line } from '../schemas.ts'
import { changed, ids, joins, nothing, undoToken } from './requestSchemas.ts'

const count = z.int().min(1)

/** Saved items. */
export const savedRequests = {
  /**
   * A durable full copy with its pictures, made before the answer. Saving again changes the note, tags and collection that are given.
   * What is not stored yet is fetched afterwards and added: `saved` says what is missing. `undo`: of such a change; null where it was
   * saved just now, or nothing changed.
   */
  saveArticle: {
    input: z.strictObject({
      id,
      note: z.string().max(100_000).optional(),
      tags: z.array(line).max(50).optional(),
      collectionId: id.nullable().optional(),
    }),
    output: z.strictObject({ saved: savedItem, undo: undoToken }),
  },
  unsaveArticle: { input: z.strictObject({ id }), output: z.strictObject({ unsaved: z.boolean(), undo: undoToken }) },
  /** Gives up several at once; one undo brings them all back. */
  unsaveArticles: { input: z.strictObject({ ids, joins }), output: changed },
  /** Changes several saved items alike: tags to add and to take off, and the collection (null: none). */
  changeSaved: {
    input: z.strictObject({
      ids,
      joins,
      addTags: z.array(line).max(50).default([]),
      removeTags: z.array(line).max(50).default([]),
      collectionId: id.nullable().optional(),
    }),
    output: changed,
  },
  /** Saved items, narrowed by what is given, newest saved first unless told. `query` is typed as in search. `total`: all that are saved. */
  listSaved: {
    input: z.strictObject({
      tag: line.optional(),
      /** Null: those in no collection. */
      collectionId: id.nullable().optional(),
      sourceId: id.optional(),
      companyId: id.optional(),
      hasNote: z.boolean().optional(),
      isIncomplete: z.boolean().optional(),
      after: epochMs.optional(),
      before: epochMs.optional(),
      query: z.string().max(1000).optional(),
      order: savedOrder.optional(),
    }),
    output: z.strictObject({
      saved: z.array(savedItem),
      tags: z.array(z.strictObject({ tag: line, count: z.int() })),
      total: z.int().min(0),
    }),
  },
  /**
   * What saved items can be narrowed by: tags, and the companies and sources that they are of, followed still or not. Each with how
   * many items have it, most first; at most 500 of a kind.
   */
  listSavedFacets: {
    input: nothing,
    output: z.strictObject({
      tags: z.array(z.strictObject({ tag: line, count })),
      from: z.strictObject({
        companies: z.array(z.strictObject({ id, name: line, count })),
        sources: z.array(z.strictObject({ id, title: line, count })),
      }),
    }),
  },
} as const
