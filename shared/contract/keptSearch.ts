import { z } from 'zod'
import { id, line } from './schemas.ts'

/** What a person types to search. */
export const query = z.string().max(1000)

/** A search that a person keeps in the sidebar, under a name. */
export const keptSearch = z.strictObject({ id, name: line.min(1), query: query.min(1) })
export type KeptSearch = z.infer<typeof keptSearch>

/** How many unread articles a kept search finds. `isExact`: false where there are more than were counted. */
export const keptSearchCount = z.strictObject({ id, unread: z.int().min(0), isExact: z.boolean() })
export type KeptSearchCount = z.infer<typeof keptSearchCount>
