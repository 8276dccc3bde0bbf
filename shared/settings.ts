import { z } from 'zod'
import { actions } from './actions.ts'
import { durationMs, epochMs } from './contract/schemas.ts'
import { retentionPolicy } from './contract/retention.ts'
import { defaultBudget, MOST_BUDGET } from './pictureBudgets.ts'
import { defaultRetention } from './retention.ts'

/** What a person has chosen. Each has a default, so that a profile of an older build reads well. */
export const settingsSchema = z.strictObject({
  /** How often sources are asked: null lets each find its own pace between 15 minutes and a day. */
  checkEvery: durationMs.nullable().default(null),
  /** Sources are not asked by themselves before this time; null where nothing is paused. */
  pausedUntil: epochMs.nullable().default(null),
  theme: z.enum(['system', 'light', 'dark', 'contrast']).default('system'),
  language: z.enum(['system', 'en', 'zh-CN']).default('system'),
  /** Of the body, in CSS pixels. */
  textSize: z.int().min(15).max(24).default(18),
  /** Of a line of the body, in characters. */
  measure: z.int().min(50).max(90).default(68),
  readingFont: z.enum(['serif', 'sans']).default('serif'),
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
  order: z.enum(['newest', 'oldest']).default('newest'),
  sidebarWidth: z.int().min(220).max(280).default(248),
  timelineWidth: z.int().min(340).max(420).default(376),
  isSidebarCollapsed: z.boolean().default(false),
  /** How long articles are kept: see `retention.ts`. */
  keepReadDays: retentionPolicy.shape.keepReadDays.default(defaultRetention.keepReadDays),
  keepUnreadDays: retentionPolicy.shape.keepUnreadDays.default(defaultRetention.keepUnreadDays),
  keepAtLeast: retentionPolicy.shape.keepAtLeast.default(defaultRetention.keepAtLeast),
  /** What pictures may take on disk, in bytes; saved items are not counted. */
  pictureBudget: z.int().min(0).max(MOST_BUDGET).default(defaultBudget),
  /** Whether pages and pictures are fetched on networks that are paid by what they carry. */
  fetchesOnMetered: z.boolean().default(false),
  /** Whether watched news is told by notifications. */
  notifies: z.boolean().default(true),
  /** When nobody is notified: from and to in minutes of the day, `to` before `from` lasts into the next day; `days` (0 is Sunday) on which they begin. */
  quietHours: z
    .strictObject({
      from: z.int().min(0).max(1439),
      to: z.int().min(0).max(1439),
      days: z.array(z.int().min(0).max(6)).max(7),
    })
    .nullable()
    .default(null),
  /** Keys that a person gave to an action, in place of the built-in ones. */
  keys: z.partialRecord(z.enum(actions), z.array(z.string().max(40)).max(4)).default({}),
})
/** A person's choices. */
export type Settings = z.infer<typeof settingsSchema>

/** What a change of settings may hold: any of them. */
export const settingsChange = z.strictObject(settingsSchema.shape).partial()
/** Some of them. */
export type SettingsChange = Partial<Settings>
