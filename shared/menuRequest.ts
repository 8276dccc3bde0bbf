import { z } from 'zod'
import { actions, type ActionName } from './actions.ts'

const FURTHEST = 100_000
const place = z.int().min(0).max(FURTHEST)

/** A menu that the screen asks its host for: these actions, at this place of the window in CSS pixels. */
export const menuRequest = z.strictObject({ actions: z.array(z.enum(actions)).min(1).max(actions.length), x: place, y: place })
export type MenuRequest = z.infer<typeof menuRequest>

/** What can be done with an article, wherever it is asked for: what its toolbar has. */
export const articleMenu: readonly ActionName[] = [
  'openArticle',
  'toggleSaved',
  'toggleRead',
  'editNote',
  'toggleFullText',
  'copyCitation',
  'openOriginal',
  'print',
]

/** What can be done with a source that is chosen. */
export const sourceMenu: readonly ActionName[] = ['markAllRead', 'refresh', 'goHealth']
