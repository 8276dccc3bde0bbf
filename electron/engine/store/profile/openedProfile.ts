import type { ProfileNotice } from '../../../../shared/contract/status.ts'
import type { ProfileFailure } from '../../../../shared/failures.ts'
import type { Database } from './database.ts'
import type { Reserve } from './reserve.ts'

/** Why nothing can be written. */
export type WriteRefusal = Extract<ProfileFailure, { kind: 'profile-read-only' | 'disk-full' }>

/** A profile with both databases open. */
export interface OpenProfile {
  /** Null for a profile in memory. */
  readonly folder: string | null
  readonly library: Database
  readonly cache: Database
  readonly reserve: Reserve
  readonly notices: ProfileNotice[]
  /** What every write fails as, where the profile is open for reading alone; else null. */
  readonly refusal: WriteRefusal | null
  /** Closes both and lets the profile go. */
  readonly close: () => void
}
