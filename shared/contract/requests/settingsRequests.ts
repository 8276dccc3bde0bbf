import { z } from 'zod'
import { settingsChange, settingsSchema } from '../../settings.ts'
import { checkReport } from '../check.ts'
import { status } from '../status.ts'
import { nothing } from './requestSchemas.ts'

/** Settings, and how the engine and its profile are. */
export const settingsRequests = {
  getSettings: { input: nothing, output: z.strictObject({ settings: settingsSchema }) },
  changeSettings: { input: z.strictObject({ change: settingsChange }), output: z.strictObject({ settings: settingsSchema }) },
  getStatus: { input: nothing, output: status },
  /** What the host knows of the network and of sleep: the schedule pauses and catches up by it. */
  reportCondition: {
    input: z.strictObject({ condition: z.enum(['online', 'offline', 'asleep', 'awake', 'metered', 'unmetered']) }),
    output: nothing,
  },
  /** Starts the engine's process where it was left stopped; nothing where it runs. */
  startEngine: { input: nothing, output: nothing },
  checkProfile: { input: nothing, output: checkReport },
} as const
