import { z } from 'zod'
import { actions } from './actions.ts'

const FURTHEST = 100_000
const place = z.int().min(0).max(FURTHEST)

/** A menu that the screen asks its host for: these actions, at this place of the window in CSS pixels. */
export const menuRequest = z.strictObject({ actions: z.array(z.enum(actions)).min(1).max(actions.length), x: place, y: place })
export type MenuRequest = z.infer<typeof menuRequest>
