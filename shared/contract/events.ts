import { z } from 'zod'
import { readyState } from './missing.ts'
import { id } from './schemas.ts'
import { refreshState } from './status.ts'

/**
 * Every event that the engine sends. Events say what changed and carry no rows: whoever shows it asks again.
 * At most about ten a second of each name; ids are left out (null) where there are more than 200.
 */
export const events = {
  /** Sources came, went, or changed (title, category, folder, health, counts). */
  sourcesChanged: z.strictObject({ sourceIds: z.array(id).max(200).nullable() }),
  /** Articles of these sources arrived or were updated. */
  articlesArrived: z.strictObject({ sourceIds: z.array(id).max(200).nullable() }),
  /** The engine's process had died and was started again, or is left stopped until a person has it started. */
  engineChanged: z.strictObject({ state: z.enum(['restarted', 'stopped']) }),
  /** These articles changed where they stand: read, unread, saved, text, or offline state. */
  articlesChanged: z.strictObject({ articleIds: z.array(id).max(200).nullable() }),
  /** Articles went: those that retention let go. */
  articlesGone: z.strictObject({}),
  savedChanged: z.strictObject({}),
  /** Companies came, went, or their facts or mentions changed. */
  companiesChanged: z.strictObject({}),
  /** Kept searches came, went, or changed. */
  keptSearchesChanged: z.strictObject({}),
  settingsChanged: z.strictObject({}),
  /** How far an import of starred articles has come. */
  importProgress: z.strictObject({ done: z.int().min(0), total: z.int().min(0) }),
  /** How far an export has come, in articles. */
  exportProgress: z.strictObject({ done: z.int().min(0), total: z.int().min(0) }),
  /** How far a backup, or the check of one, has come, in bytes. */
  backupProgress: z.strictObject({ done: z.int().min(0), total: z.int().min(0) }),
  refreshProgress: refreshState,
  /** What pictures take has changed much, or some were let go. */
  offlineChanged: z.strictObject({}),
  /** How far getting everything ready has come. */
  readyProgress: readyState,
  /** Rules came, went, changed, or caught something. */
  rulesChanged: z.strictObject({}),
  /**
   * A person wanted to be told of these articles: those of one refresh together. `count`: how many they are, also where they are too many
   * to name. `isSummary`: they came in the quiet hours that have just ended.
   */
  watchCaught: z.strictObject({ articleIds: z.array(id).max(200).nullable(), count: z.int().min(1), isSummary: z.boolean() }),
  /** Connection, notices, index, or last refresh changed. */
  statusChanged: z.strictObject({}),
} as const

/** The name of an event. */
export type EventName = keyof typeof events
/** What an event carries. */
export type EventBody<Name extends EventName> = z.output<(typeof events)[Name]>
/** An event as it crosses a port: its name and body. */
export type EngineEvent = { [Name in EventName]: { readonly name: Name; readonly body: EventBody<Name> } }[EventName]
