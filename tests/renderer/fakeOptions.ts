import type { PrintProgress } from '../../shared/contract/transfer.ts'
import type { DesktopDoor } from '../../renderer/bridge/bridge.ts'
import type { RequestName } from '../../shared/contract/requests.ts'
import type { SpokenFailure } from '../../shared/engine.ts'
import type { Settings } from '../../shared/settings.ts'
import type { EpochMs } from '../../shared/time.ts'
import type { Updates } from '../../shared/updates.ts'
import type { FakeAnswers } from './fakeShelf.ts'

/** How the fake behaves beyond its news. */
export type FakeOptions = {
  readonly now: EpochMs
  readonly settings?: Partial<Settings>
  readonly connection?: 'online' | 'offline'
  readonly heldBackBy?: 'offline' | 'metered'
  readonly getting?: { readonly isRunning: boolean; readonly done: number; readonly total: number }
  readonly refresh?: { readonly isRunning: boolean; readonly done: number; readonly total: number }
  /** Requests that are answered with a failure. */
  readonly failing?: Partial<Record<RequestName, SpokenFailure>>
  /** Answers in place of the fake's own. */
  readonly answers?: FakeAnswers
  /** What the host knows of newer versions. */
  readonly updates?: Updates
  /** The desktop host's own choices; without them it is the browser host. */
  readonly desktop?: DesktopDoor
  /** How far a PDF has come for ever, on the desktop host, until it is stopped. */
  readonly printing?: PrintProgress
  /** Requests that are never answered. */
  readonly silent?: readonly RequestName[]
}
