import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { keyLabel } from '../../shared/keys.ts'
import { useIsMac } from '../state/useKeys.ts'
import { useWords, type Words } from '../words/useWords.ts'
import { conflictOf, giveKeys, takeKeys, takeOver, type Conflict, type OwnKeys } from './rebinding.ts'
import type { Slot } from './slot.ts'
import { useCapture } from './useCapture.ts'

type KeyCatcherProps = {
  readonly slot: Slot
  readonly own: OwnKeys
  readonly onKeep: (keys: OwnKeys) => void
  readonly onLeave: () => void
}

/** Listens for a new key, and says in words what stands against it. */
export function KeyCatcher({ slot, own, onKeep, onLeave }: KeyCatcherProps) {
  const [pressed, setPressed] = useState<string | null>(null)
  const conflict = pressed === null ? null : conflictOf(own, slot.action, pressed)
  const onEnd = (keys: string | null) => {
    if (keys === null) onLeave()
    else if (conflictOf(own, slot.action, keys) === null) onKeep(giveKeys(own, slot.action, keys, slot.former))
    else setPressed(keys)
  }
  if (pressed === null || conflict === null) {
    const remove = slot.former === null ? null : () => onKeep(takeKeys(own, slot.action, slot.former ?? ''))
    return <Listening slot={slot} onEnd={onEnd} onRemove={remove} onLeave={onLeave} />
  }
  const takeIt = conflict.kind === 'system' ? null : () => onKeep(takeOver(own, slot.action, pressed, slot.former))
  return <Against conflict={conflict} keys={pressed} onTakeOver={takeIt} onAgain={() => setPressed(null)} onLeave={onLeave} />
}

type ListeningProps = {
  readonly slot: Slot
  readonly onEnd: (keys: string | null) => void
  readonly onRemove: (() => void) | null
  readonly onLeave: () => void
}

function Listening({ slot, onEnd, onRemove, onLeave }: ListeningProps) {
  const { t } = useWords()
  const isMac = useIsMac()
  const capture = useCapture(isMac, onEnd)
  const keys = capture.step === 'pressed' ? keyLabel(capture.keys, isMac) : null
  return (
    <div className="catcher">
      <output className="catcher-words">
        {keys === null ? t('keys.listeningFor', { action: t(`action.${slot.action}`) }) : t('keys.thenMaybe', { keys })}
      </output>
      <Button onPress={onLeave}>{t('common.cancel')}</Button>
      {onRemove !== null && (
        <Button look="quiet" onPress={onRemove}>
          {t('keys.remove')}
        </Button>
      )}
    </div>
  )
}

type AgainstProps = {
  readonly conflict: Conflict
  readonly keys: string
  readonly onTakeOver: (() => void) | null
  readonly onAgain: () => void
  readonly onLeave: () => void
}

function Against({ conflict, keys, onTakeOver, onAgain, onLeave }: AgainstProps) {
  const { t } = useWords()
  const isMac = useIsMac()
  return (
    <div className="catcher">
      <p className="catcher-words" role="alert">
        {said(t, conflict, keys, isMac)}
      </p>
      {/* What was pressed ended the listening: the focus goes to what can be said to it. */}
      {/* oxlint-disable jsx-a11y/no-autofocus */}
      <Button onPress={onAgain} autoFocus>
        {t('keys.another')}
      </Button>
      {/* oxlint-enable jsx-a11y/no-autofocus */}
      {onTakeOver !== null && (
        <Button look="quiet" onPress={onTakeOver}>
          {t('keys.takeOver')}
        </Button>
      )}
      <Button look="quiet" onPress={onLeave}>
        {t('common.cancel')}
      </Button>
    </div>
  )
}

function said(t: Words, conflict: Conflict, pressed: string, isMac: boolean): string {
  const keys = keyLabel(pressed, isMac)
  switch (conflict.kind) {
    case 'system':
      return t('keys.system', { keys })
    case 'taken':
      return t('keys.taken', { keys, action: t(`action.${conflict.by}`) })
    case 'hides':
    case 'hidden':
      return t(`keys.${conflict.kind}`, { keys, other: keyLabel(conflict.other, isMac), action: t(`action.${conflict.by}`) })
  }
}
