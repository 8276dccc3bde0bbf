import type { EngineEvent } from '../../shared/contract/events.ts'
import type { RequestInput, RequestName } from '../../shared/contract/requests.ts'
import type { LoggedFault } from './loggedFault.ts'
import type { Answer, SpokenFailure } from '../../shared/engine.ts'

/** One end of the line between a host and its engine's process. Only plain JSON crosses it. */
export interface EnginePort {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Calls back once when the other end has gone. */
  onClose(listener: () => void): void
}

/** What an engine's process is started with. */
export interface EngineStart {
  readonly profile: string
  readonly mayUsePrivate?: boolean
  readonly isSample?: boolean
  readonly version: string
  /** The host knows which proxies the system has, and is asked for each address. */
  readonly hostKnowsProxies?: boolean
}

/** What a host says to the engine's process. The first message is `start`. */
export type ToEngine =
  | { readonly kind: 'start'; readonly options: EngineStart }
  | { readonly kind: 'call'; readonly number: number; readonly request: RequestName; readonly input: RequestInput<RequestName> }
  | { readonly kind: 'proxy'; readonly number: number; readonly proxy: string | null }
  | { readonly kind: 'close' }

/** What the engine's process says to its host. `fault`: the call failed by a fault of ours. `closed` is the last message. */
export type FromEngine =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly failure: SpokenFailure }
  | { readonly kind: 'answer'; readonly number: number; readonly answer: Answer<RequestName> }
  | { readonly kind: 'fault'; readonly number: number; readonly fault: string }
  | { readonly kind: 'event'; readonly event: EngineEvent }
  | { readonly kind: 'log'; readonly during: string; readonly fault: LoggedFault }
  | { readonly kind: 'which-proxy'; readonly number: number; readonly url: string }
  | { readonly kind: 'closed' }
