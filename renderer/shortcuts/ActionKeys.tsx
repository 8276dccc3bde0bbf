import { Plus, RotateCcw } from 'lucide-react'
import { Fragment, useEffect, useRef } from 'react'
import type { ActionName } from '../../shared/actions.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { keyLabel, keysOf } from '../../shared/keys.ts'
import { useIsMac } from '../state/useKeys.ts'
import { useWords } from '../words/useWords.ts'
import { KeyCatcher } from './KeyCatcher.tsx'
import { hasOwnKeys, MOST_KEYS, resetKeys, type OwnKeys } from './rebinding.ts'
import type { Slot } from './slot.ts'

type ActionKeysProps = {
  readonly action: ActionName
  readonly own: OwnKeys
  /** Given: a new key is being listened for. */
  readonly slot: Slot | null
  readonly onListen: (slot: Slot | null) => void
  readonly onKeep: (keys: OwnKeys) => void
}

/** An action with its keys: press one to change it, the plus for one more. */
export function ActionKeys({ action, own, slot, onListen, onKeep }: ActionKeysProps) {
  const { t } = useWords()
  const name = t(`action.${action}`)
  const keys = keysOf(action, own)
  const line = useRef<HTMLLIElement>(null)
  useReturnedFocus(slot !== null, line)
  return (
    <li className="keys-line" ref={line} data-listening={slot !== null}>
      <span className="keys-name">{name}</span>
      <span className="keys-set">
        {keys.length === 0 && <span className="keys-none">{t('keys.none')}</span>}
        {keys.map((each) => (
          <KeyCap key={each} keys={each} name={name} onPress={() => onListen({ action, former: each })} />
        ))}
        {hasOwnKeys(own, action) && (
          <IconButton label={t('keys.resetOne', { action: name })} onPress={() => onKeep(resetKeys(own, action))}>
            <RotateCcw size={14} aria-hidden />
          </IconButton>
        )}
        <IconButton
          label={t('keys.add', { action: name })}
          isDisabled={keys.length >= MOST_KEYS}
          onPress={() => onListen({ action, former: null })}
        >
          <Plus size={14} aria-hidden />
        </IconButton>
      </span>
      {slot !== null && <KeyCatcher key={slot.former} slot={slot} own={own} onKeep={onKeep} onLeave={() => onListen(null)} />}
    </li>
  )
}

function KeyCap({ keys, name, onPress }: { readonly keys: string; readonly name: string; readonly onPress: () => void }) {
  const { t } = useWords()
  const label = keyLabel(keys, useIsMac())
  return (
    <button type="button" className="key-cap" aria-label={t('keys.change', { keys: label, action: name })} onClick={onPress}>
      {label.split(' ').map((stroke, index) => (
        // A sequence may hold a key twice, and never changes its order.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={index}>
          {index > 0 && ' '}
          <kbd>{stroke}</kbd>
        </Fragment>
      ))}
    </button>
  )
}

// When listening ends, its panel goes with the focus in it: the line's first key takes it.
function useReturnedFocus(isListening: boolean, line: React.RefObject<HTMLLIElement | null>): void {
  const was = useRef(false)
  useEffect(() => {
    if (was.current && !isListening && document.activeElement === document.body) line.current?.querySelector('button')?.focus()
    was.current = isListening
  }, [isListening, line])
}
