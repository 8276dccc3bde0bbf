import { sayFailure, type AnyFailure } from './failureWords.ts'
import type { Words } from './useWords.ts'

/** As much of a source's health as its words need. */
export type Trouble = { readonly state: string; readonly sentence: string; readonly failure: AnyFailure | null }

/** What is wrong with a source, in the person's language. A list that is gone says more than the failure that it ends in. */
export function sayTrouble(t: Words, { state, sentence, failure }: Trouble): string {
  if (state === 'drifted') return t('health.driftedSentence')
  return failure === null ? sentence : sayFailure(t, failure)
}
