import { z } from 'zod'
import { articleRow } from './article.ts'
import { address, epochMs, id, line } from './schemas.ts'

/** Which fact of a company. */
export const factField = z.enum(['name', 'alias', 'logo', 'phone', 'email', 'address', 'contactPage', 'social'])
export type FactField = z.infer<typeof factField>

/** A fact of a company and where it was found: the page, and the place on it. */
export const companyFact = z.strictObject({ field: factField, value: line, pageUrl: address, place: line })
export type CompanyFact = z.infer<typeof companyFact>

/** A fact that changed. `before` null: it is new; `after` null: it is gone. */
export const factChange = z.strictObject({ field: factField, before: line.nullable(), after: line.nullable(), at: epochMs })
export type FactChange = z.infer<typeof factChange>

/**
 * A followed organisation. The lists hold plain values; `facts` says of each where it was found.
 * `logo` is a path of the app's own origin. `unread` and `total` count its own news, `mentions` that of others.
 */
export const company = z.strictObject({
  id,
  name: line,
  aliases: z.array(line),
  site: address.nullable(),
  logo: z.string().nullable(),
  phones: z.array(line),
  emails: z.array(line),
  addresses: z.array(line),
  contactPage: address.nullable(),
  social: z.array(address),
  facts: z.array(companyFact),
  changes: z.array(factChange),
  checkedAt: epochMs.nullable(),
  unread: z.int().min(0),
  total: z.int().min(0),
  mentions: z.int().min(0),
})
export type Company = z.infer<typeof company>

/** How many articles of a week, which begins on a Monday: its own news, and mentions of it by others. */
export const weekCount = z.strictObject({ weekStart: epochMs, own: z.int().min(0), mentions: z.int().min(0) })
export type WeekCount = z.infer<typeof weekCount>

/** Why an article stands under another one. `words`: the company's name, or the terms that both share. */
export const relatedReason = z.strictObject({ kind: z.enum(['same-story', 'same-company', 'same-topic']), words: z.array(line) })
export type RelatedReason = z.infer<typeof relatedReason>

/** An article of the related industry news under another one. */
export const relatedArticle = z.strictObject({ article: articleRow, reason: relatedReason })
export type RelatedArticle = z.infer<typeof relatedArticle>
