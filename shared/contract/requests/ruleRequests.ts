import { z } from 'zod'
import { cursor } from '../article.ts'
import { rule, ruleDraft, ruleTest } from '../rule.ts'
import { id } from '../schemas.ts'
import { nothing, undoToken } from './requestSchemas.ts'

/** Rules that watch and mute. */
export const ruleRequests = {
  /** The rules in their order. `unread`: what is to be read of all that they watch. */
  listRules: { input: nothing, output: z.strictObject({ rules: z.array(rule), unread: z.int().min(0) }) },
  /** Keeps a rule in place of the one whose id is given, or below all others. What it caught before is judged anew; it catches what arrives from now on. */
  keepRule: { input: z.strictObject({ id: id.optional(), rule: ruleDraft }), output: z.strictObject({ rule, undo: undoToken }) },
  /** Puts a rule before another, or (null) below all. */
  moveRule: { input: z.strictObject({ id, before: id.nullable() }), output: z.strictObject({ rules: z.array(rule), undo: undoToken }) },
  /** Takes a rule away, and its marks: what it muted is back in the lists. What it saved stays. */
  removeRule: { input: z.strictObject({ id }), output: z.strictObject({ removed: z.boolean(), undo: undoToken }) },
  /**
   * What a rule would catch of what is stored, a part at a time, newest first; nothing is changed. `id`: the rule in whose place it would
   * stand, else it stands below all others. `limit`: articles to look at.
   */
  testRule: {
    input: z.strictObject({
      id: id.optional(),
      rule: ruleDraft,
      limit: z.int().min(1).max(2000).default(500),
      after: cursor.optional(),
    }),
    output: ruleTest,
  },
  /** Applies a rule to what is stored, but for notifying. */
  applyRule: { input: z.strictObject({ id }), output: z.strictObject({ applied: z.int().min(0), undo: undoToken }) },
} as const
