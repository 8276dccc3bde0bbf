import type { ProxyFor } from '../../shared/proxyFor.ts'
import type { Clock } from '../../shared/time.ts'
import type { FetchLimits } from './fetch/limits.ts'

/** How an engine is made. */
export interface EngineOptions {
  /** The folder where everything is kept; made where it is missing. */
  readonly profile: string
  readonly version: string
  /** Lets sources on this computer and private networks through. */
  readonly mayUsePrivate?: boolean
  /** Follows the sample edition at the start. */
  readonly isSample?: boolean
  /** False where nobody waits for news by themselves, as on the command line. */
  readonly isScheduled?: boolean
  /** Has `close` wait until pages and pictures are fetched and search finds everything that was stored. */
  readonly finishesIndex?: boolean
  /** False where nobody can be told of what rules caught, as on the command line: it waits for the next start. */
  readonly tellsCaught?: boolean
  /** Other bounds on what an answer may cost, for tests. */
  readonly fetchLimits?: Partial<FetchLimits>
  /** Which proxies the system has; those that the environment names unless given. */
  readonly proxyFor?: ProxyFor
  readonly now?: Clock
  readonly chance?: () => number
  /** Milliseconds that passed in this run, whatever the clock does. */
  readonly elapsed?: () => number
  /** Where our own faults are written down. */
  readonly log?: (during: string, fault: unknown) => void
}

/** The same, once a profile is being opened. */
export interface OpeningOptions extends EngineOptions {
  readonly now: Clock
  /** Has the profile closed and opened again once the answer in hand is given. */
  readonly reopen: () => void
}
