import type { ProfileNotice } from '../../../../shared/contract/status.ts'
import type { Database } from './database.ts'
import type { Reserve } from './reserve.ts'

/** A profile with both databases open. */
export interface OpenProfile {
  /** Null for a profile in memory. */
  readonly folder: string | null
  readonly library: Database
  readonly cache: Database
  readonly reserve: Reserve
  readonly notices: ProfileNotice[]
  readonly isReadOnly: boolean
  /** Closes both and lets the profile go. */
  readonly close: () => void
}
