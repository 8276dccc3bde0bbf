import { requests, type RequestName } from '../../shared/contract/requests.ts'
import type { Engine } from '../../shared/engine.ts'
import type { Failure } from '../../shared/failures.ts'
import { failed, type Result } from '../../shared/result.ts'
import { spoken } from '../../shared/spoken.ts'
import type { Answers } from './answers/engineParts.ts'
import { storeFailure, type Store } from './store/store.ts'

/**
 * Answers requests by their names. The faults of a disk and of a library become failures, and so does whatever closing cut off; other faults of
 * ours are thrown.
 *
 * @param refusal what a write fails as where the profile can only be read: the databases say that alone, and not why.
 * @param stop aborted when the engine closes.
 */
export function answerCalls(answers: Answers, refusal: Store['refusal'], stop: AbortSignal): Engine['call'] {
  const told = (failure: Failure): Failure => (failure.kind === 'profile-read-only' ? (refusal ?? failure) : failure)
  async function call(request: RequestName, input: unknown): Promise<unknown> {
    try {
      const answer = answers[request] as (input: unknown) => Promise<Result<unknown, Failure>> | Result<unknown, Failure>
      const given = await answer(requests[request].input.parse(input))
      return given.ok ? given : failed(spoken(told(given.failure)))
    } catch (fault) {
      const failure = storeFailure(fault)
      if (failure !== null) return failed(spoken(told(failure)))
      if (stop.aborted) return failed(spoken({ kind: 'engine-stopped' }))
      throw fault
    }
  }
  return call as Engine['call']
}
