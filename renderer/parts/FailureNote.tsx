import { sayAdvice, sayFailure, type AnyFailure } from '../words/failureWords.ts'
import { useWords } from '../words/useWords.ts'
import { Button } from './Button.tsx'
import './states.css'

type FailureNoteProps = {
  readonly failure: AnyFailure
  /** The one thing to do about it; nothing where nothing helps. */
  readonly onAct?: (() => void) | undefined
  /** The words of the button; "Try again" by itself. */
  readonly actWords?: string
}

/** A failure in a pane: what happened, what to do, one button. */
export function FailureNote({ failure, onAct, actWords }: FailureNoteProps) {
  const { t } = useWords()
  const advice = sayAdvice(t, failure)
  return (
    <div className="failure" role="alert">
      <p className="failure-sentence">{sayFailure(t, failure)}</p>
      {advice !== null && <p className="failure-advice">{advice}</p>}
      {onAct !== undefined && <Button onPress={onAct}>{actWords ?? t('common.tryAgain')}</Button>}
    </div>
  )
}
