import { z } from 'zod'
import { retentionPolicy } from '../retention.ts'
import { nothing } from './requestSchemas.ts'

/** Letting old articles go. */
export const retentionRequests = {
  /** What would go now by a policy, else by the one that holds. Nothing is changed. */
  previewRetention: {
    input: z.strictObject({ policy: retentionPolicy.optional() }),
    output: z.strictObject({ read: z.int().min(0), unread: z.int().min(0), sources: z.int().min(0) }),
  },
  /** Lets go what the policy says, now. `isSkipped`: the clock jumped and no publisher confirms it, so nothing went. */
  applyRetention: { input: nothing, output: z.strictObject({ gone: z.int().min(0), isSkipped: z.boolean() }) },
} as const
