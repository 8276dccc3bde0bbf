import { z } from 'zod'
import { articleRow, cursor } from './article.ts'
import { category, epochMs, id, line } from './schemas.ts'

/** Where in an article words are looked for. */
export const ruleField = z.enum(['anywhere', 'title', 'text', 'author'])
export type RuleField = z.infer<typeof ruleField>

/** Words that a person watches for: at least a letter or a digit among them. */
const sought = z
  .string()
  .max(200)
  .regex(/[\p{L}\p{N}]/u)
const words = { words: sought, field: ruleField.default('anywhere'), isNot: z.boolean().default(false) }

/**
 * One thing that an article is asked. `word`: that whole word; `phrase`: those words together, in order; both in any case and with or
 * without accents. `company`: its own news, or news that mentions it. `folder`: with the folders in it. `isNot` turns it round.
 */
export const ruleCondition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('word'), ...words }),
  z.strictObject({ kind: z.literal('phrase'), ...words }),
  z.strictObject({ kind: z.literal('company'), companyId: id, isNot: z.boolean().default(false) }),
  z.strictObject({ kind: z.literal('source'), sourceId: id, isNot: z.boolean().default(false) }),
  z.strictObject({ kind: z.literal('folder'), folder: line, isNot: z.boolean().default(false) }),
  z.strictObject({ kind: z.literal('category'), category, isNot: z.boolean().default(false) }),
])
export type RuleCondition = z.infer<typeof ruleCondition>

/**
 * What a rule does with what it catches. `mark`: lists it under *Watching*, as `notify` does too. `save`: keeps a full copy, tagged with the
 * rule's name. `mute`: takes it out of lists and counts for as long as the rule stands. `stop`: rules below this one do not see it.
 */
export const ruleAction = z.enum(['notify', 'mark', 'save', 'mute', 'stop'])
export type RuleAction = z.infer<typeof ruleAction>

const said = {
  name: z.string().trim().min(1).max(200),
  match: z.enum(['all', 'any']).default('all'),
  conditions: z.array(ruleCondition).min(1).max(20),
  actions: z
    .array(ruleAction)
    .min(1)
    .max(ruleAction.options.length)
    .refine((actions) => new Set(actions).size === actions.length),
  isEnabled: z.boolean().default(true),
  /** Notifies in quiet hours as well. */
  breaksQuiet: z.boolean().default(false),
}

/** A rule as a person writes it. `match`: whether all its conditions are to hold, or any. */
export const ruleDraft = z.strictObject(said)
export type RuleDraft = z.infer<typeof ruleDraft>

/** A rule that is kept. `caught`: articles that it ever caught, each once; `recently`: those of the last thirty days. */
export const rule = z.strictObject({
  ...said,
  id,
  createdAt: epochMs,
  caught: z.int().min(0),
  recently: z.int().min(0),
  lastCaughtAt: epochMs.nullable(),
})
export type Rule = z.infer<typeof rule>

/**
 * What a part of a dry run found, newest articles first. `looked`: articles that this part looked at, of `total`; `next`: where the next part
 * begins, null after the last. `articles` holds the first of those caught, `weeks` all of them by week.
 */
export const ruleTest = z.strictObject({
  looked: z.int().min(0),
  total: z.int().min(0),
  caught: z.int().min(0),
  weeks: z.array(z.strictObject({ weekStart: epochMs, caught: z.int().min(0) })),
  articles: z.array(articleRow),
  next: cursor.nullable(),
})
export type RuleTest = z.infer<typeof ruleTest>
