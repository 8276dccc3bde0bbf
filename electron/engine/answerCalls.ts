import { requests, type RequestName } from '../../shared/contract/requests.ts'
import type { Engine } from '../../shared/engine.ts'
import type { Failure } from '../../shared/failures.ts'
import { failed, type Result } from '../../shared/result.ts'
import { spoken } from '../../shared/spoken.ts'
import type { Answers } from './answers/engineParts.ts'
import { storeFailure } from './store/store.ts'

/**
 * Answers requests by their names. The faults of a disk and of a library become failures, and so does whatever closing cut off; other faults of
 * ours are thrown.
 *
 * @param stop aborted when the engine closes.
 */
export function answerCalls(answers: Answers, stop: AbortSignal): Engine['call'] {
  async function call(request: RequestName, input: unknown): Promise<unknown> {
    try {
      const answer = answers[request] as (input: unknown) => Promise<Result<unknown, Failure>> | Result<unknown, Failure>
      const given = await answer(requests[request].input.parse(input))
      return given.ok ? given : failed(spoken(given.failure))
    } catch (fault) {
      const failure = storeFailure(fault)
      if (failure !== null) return failed(spoken(failure))
      if (stop.aborted) return failed(spoken({ kind: 'engine-stopped' }))
      throw fault
    }
  }
  return call as Engine['call']
}
