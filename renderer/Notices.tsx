import { useCallback } from 'react'
import { Toast } from './parts/Toast.tsx'
import { useMarking } from './state/marking.ts'
import { dismiss, useNotices, type Notice } from './state/notices.ts'
import { sayFailure } from './words/failureWords.ts'
import { useWords, type Words } from './words/useWords.ts'

/** The messages at the foot of the screen, told to screen readers as they come. */
export function Notices() {
  const { t } = useWords()
  const { undo } = useMarking()
  const shown = useNotices((notices) => notices.shown)
  return (
    <output className="toasts" aria-live="polite" aria-label={t('toast.region')}>
      {shown.map((notice) => (
        <Shown key={notice.id} notice={notice} onUndo={(token) => void undo(token)} />
      ))}
    </output>
  )
}

function Shown({ notice, onUndo }: { readonly notice: Notice; readonly onUndo: (token: string) => void }) {
  const { t } = useWords()
  const { id, undo } = notice
  const go = useCallback(() => dismiss(id), [id])
  return <Toast words={said(t, notice)} onUndo={undo === null ? undefined : () => onUndo(undo)} onDismiss={go} />
}

function said(t: Words, { words }: Notice): string {
  return 'failure' in words ? sayFailure(t, words.failure) : t(words.key, words.values)
}
