import type { SpokenFailure } from '../../shared/engine.ts'
import { failureSentence } from '../../shared/failureSentence.ts'
import type { Failure } from '../../shared/failures.ts'

/** A failure with its English sentence. */
export function spoken(failure: Failure): SpokenFailure {
  return { ...failure, sentence: failureSentence(failure) }
}
