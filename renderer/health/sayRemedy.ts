import { sayAdvice, type AnyFailure } from '../words/failureWords.ts'
import type { Words } from '../words/useWords.ts'
import { remedyFor } from './remedy.ts'

/** What to do about a source that is followed, in words that agree with its button; null where nothing is known of its kind. */
export function sayRemedy(t: Words, failure: AnyFailure): string | null {
  if (failure.kind === 'offline') return t('health.remedy.offline')
  if (failure.kind === 'gone') return t('health.remedy.gone')
  if (failure.kind !== 'refused') return sayAdvice(t, failure)
  switch (remedyFor(failure)) {
    case 'none':
      return t('health.remedy.wait')
    case 'new-address':
      return t('health.remedy.missing')
    case 'try-again':
      return t('advice.unreachable')
    case 'unfollow':
      return t('health.remedy.gone')
    case 'open-page':
      return t('advice.refused')
  }
}
