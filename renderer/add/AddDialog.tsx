import { useEffect, useRef, useState, type SyntheticEvent } from 'react'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Field } from '../parts/Field.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { clearAddDraft, currentAddDraft } from '../state/addDraft.ts'
import { useRequest } from '../state/asking.ts'
import { useWords } from '../words/useWords.ts'
import './add.css'
import { Found } from './Found.tsx'
import { Looking } from './Looking.tsx'
import { Nothing } from './Nothing.tsx'

/** Follows something new: an address, what can be followed there, and where it should stand. */
export function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const [draft] = useState(currentAddDraft)
  const [address, setAddress] = useState(draft.address ?? '')
  const { look, stop, isLooking, asked, preview } = usePreview()
  useEffect(() => clearAddDraft, [])
  useFirstLook(draft.isAsked ? draft.address : null, look)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (address.trim() !== '') look(address.trim())
  }
  const { data, error } = preview
  return (
    <Dialog title={t('add.title')} onClose={onClose}>
      <form className="add-form" noValidate onSubmit={submit}>
        {/* A person has just asked for this field. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <Field label={t('add.address')} value={address} onChange={setAddress} type="url" placeholder={t('add.placeholder')} autoFocus />
        <Button
          look={data === undefined && error === null ? 'primary' : 'plain'}
          type="submit"
          isPending={isLooking}
          isDisabled={address.trim() === ''}
        >
          {t(data !== undefined && asked === address.trim() ? 'add.lookAgain' : 'add.look')}
        </Button>
      </form>
      <div aria-live="polite">
        {isLooking && <Looking address={asked} onStop={stop} />}
        {!isLooking && error !== null && <FailureNote failure={error.failure} onAct={() => look(asked)} />}
        {!isLooking && data !== undefined && data.candidates.length === 0 && <Nothing tried={data.tried} />}
      </div>
      {!isLooking && data !== undefined && data.candidates.length > 0 && (
        <Found key={asked} candidates={data.candidates} draft={draft} onClose={onClose} />
      )}
    </Dialog>
  )
}

function usePreview() {
  const preview = useRequest('previewAddress')
  const { mutate, reset, isPending, variables } = preview
  return {
    preview,
    isLooking: isPending,
    asked: variables?.address ?? '',
    look: (address: string) => mutate({ address }),
    // What is under way in the engine ends by itself; the answer is simply not waited for.
    stop: reset,
  }
}

// Through a timer, so that a first drawing that React throws away asks nothing.
function useFirstLook(address: string | null, look: (address: string) => void): void {
  const latest = useRef(look)
  useEffect(() => {
    latest.current = look
  })
  useEffect(() => {
    if (address === null) return undefined
    const timer = setTimeout(() => latest.current(address.trim()), 0)
    return () => clearTimeout(timer)
  }, [address])
}
