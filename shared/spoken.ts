import type { SpokenFailure } from './engine.ts'
import { failureSentence } from './failureSentence.ts'
import type { Failure } from './failures.ts'

/** A failure with its English sentence. */
export function spoken(failure: Failure): SpokenFailure {
  return { ...failure, sentence: failureSentence(failure) }
}
