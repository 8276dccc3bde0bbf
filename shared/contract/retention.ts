import { z } from 'zod'
import type { RetentionPolicy } from '../retention.ts'

const days = z.int().min(1).max(3650).nullable()

/** A {@link RetentionPolicy} as it crosses the contract. */
export const retentionPolicy = z.strictObject({
  keepReadDays: days,
  keepUnreadDays: days,
  keepAtLeast: z.int().min(0).max(1000),
}) satisfies z.ZodType<RetentionPolicy>
