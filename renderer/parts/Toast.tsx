import { X } from 'lucide-react'
import { useEffect } from 'react'
import { useWords } from '../words/useWords.ts'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import './toast.css'

type ToastProps = {
  readonly words: string
  /** Given: a button that takes it back. */
  readonly onUndo?: (() => void) | undefined
  readonly onDismiss: () => void
}

const STAYS = 8000

/** A message at the foot of the screen that goes by itself. */
export function Toast({ words, onUndo, onDismiss }: ToastProps) {
  const { t } = useWords()
  useEffect(() => {
    const timer = setTimeout(onDismiss, STAYS)
    return () => clearTimeout(timer)
  }, [onDismiss])
  return (
    <div className="toast">
      <span className="toast-words">{words}</span>
      {onUndo !== undefined && (
        <Button look="quiet" onPress={onUndo}>
          {t('common.undo')}
        </Button>
      )}
      <IconButton label={t('common.dismiss')} onPress={onDismiss}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  )
}
