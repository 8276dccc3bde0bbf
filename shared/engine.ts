import type { EngineEvent } from './contract/events.ts'
import type { RequestInput, RequestName, RequestOutput } from './contract/requests.ts'
import type { Failure } from './failures.ts'
import type { Result } from './result.ts'

/** What a request comes to: its output, or a failure with its English sentence. */
export type Answer<Name extends RequestName> = Result<RequestOutput<Name>, SpokenFailure>

/** A failure with its English sentence, as it crosses the contract. */
export type SpokenFailure = Failure & { readonly sentence: string }

/**
 * The engine, wherever it runs: in this process, in another, or behind HTTP.
 * `call` never rejects for a fault of the world; it does for a fault of ours.
 */
export interface Engine {
  call<Name extends RequestName>(request: Name, input: RequestInput<Name>): Promise<Answer<Name>>
  /** Calls back on every event until the returned function is called. */
  subscribe(listener: (event: EngineEvent) => void): () => void
  /** Finishes what is in hand, writes everything down and lets the profile go. */
  close(): Promise<void>
}
