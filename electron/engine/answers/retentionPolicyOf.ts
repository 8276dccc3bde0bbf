import type { RetentionPolicy } from '../../../shared/retention.ts'
import type { Settings } from '../../../shared/settings.ts'

/** The part of a person's choices that says how long articles are kept. */
export function retentionPolicyOf({ keepReadDays, keepUnreadDays, keepAtLeast }: Settings): RetentionPolicy {
  return { keepReadDays, keepUnreadDays, keepAtLeast }
}
