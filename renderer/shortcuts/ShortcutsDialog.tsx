import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { useChangeSettings, useSettings } from '../state/settings.ts'
import { useWords } from '../words/useWords.ts'
import { ActionKeys } from './ActionKeys.tsx'
import { actionsOf, keyColumns } from './groups.ts'
import type { OwnKeys } from './rebinding.ts'
import './shortcuts.css'
import type { Slot } from './slot.ts'

/** All keys by group; each can be changed where it stands. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const { keys: own } = useSettings()
  const change = useChangeSettings()
  const [slot, setSlot] = useState<Slot | null>(null)
  const keep = (keys: OwnKeys) => {
    change({ keys })
    setSlot(null)
  }
  return (
    <Dialog title={t('action.shortcuts')} size="wide" onClose={onClose}>
      <p className="keys-advice">{t('keys.advice')}</p>
      <div className="keys-groups">
        {keyColumns.map((column) => (
          <div key={column.join(' ')}>
            {column.map((group) => (
              <section key={group} aria-labelledby={`keys-${group}`}>
                <h3 id={`keys-${group}`}>{t(`keys.group.${group}`)}</h3>
                <ul>
                  {actionsOf(group).map((action) => (
                    <ActionKeys
                      key={action}
                      action={action}
                      own={own}
                      slot={slot?.action === action ? slot : null}
                      onListen={setSlot}
                      onKeep={keep}
                    />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        ))}
      </div>
      <ResetAll own={own} onKeep={keep} />
    </Dialog>
  )
}

// What was there can be put back until the dialog closes.
function ResetAll({ own, onKeep }: { readonly own: OwnKeys; readonly onKeep: (keys: OwnKeys) => void }) {
  const { t } = useWords()
  const [former, setFormer] = useState<OwnKeys | null>(null)
  const isBuiltIn = Object.keys(own).length === 0
  if (isBuiltIn && former === null) return null
  const reset = () => {
    setFormer(own)
    onKeep({})
  }
  const putBack = () => {
    if (former !== null) onKeep(former)
    setFormer(null)
  }
  return (
    <div className="keys-foot">
      <output>{isBuiltIn && t('keys.wasReset')}</output>
      <Button onPress={isBuiltIn ? putBack : reset}>{t(isBuiltIn ? 'keys.putBack' : 'keys.resetAll')}</Button>
    </div>
  )
}
