import { z } from 'zod'
import { listScope } from '../article.ts'
import { id } from '../schemas.ts'
import { changed, ids, nothing } from './requestSchemas.ts'

/** What a person has read, and taking back. */
export const markRequests = {
  markRead: { input: z.strictObject({ ids }), output: changed },
  markUnread: { input: z.strictObject({ ids }), output: changed },
  /** Marks read what a scope held when it was seen: nothing that arrived after `until` (EpochMs). */
  markAllRead: { input: z.strictObject({ scope: listScope, until: z.int().min(0) }), output: changed },
  /** Keeps how far an article was read, 0 to 1. */
  keepReadingPlace: { input: z.strictObject({ id, readTo: z.number().min(0).max(1) }), output: nothing },
  /** Takes back a marking, an unsaving, an unfollowing, or a change of saved items, collections, rules or kept searches. */
  undo: { input: z.strictObject({ token: z.string().max(64) }), output: z.strictObject({ undone: z.boolean() }) },
} as const
