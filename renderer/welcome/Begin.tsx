import { useState, type SyntheticEvent } from 'react'
import { Button } from '../parts/Button.tsx'
import { Field } from '../parts/Field.tsx'
import { openAdd } from '../state/addDraft.ts'
import { useWords } from '../words/useWords.ts'

/** The first address: what stands there is looked at in the add dialog. */
export function Begin() {
  const { t } = useWords()
  const [address, setAddress] = useState('')
  const look = (event: SyntheticEvent) => {
    event.preventDefault()
    openAdd({ address: address.trim() === '' ? null : address, isAsked: address.trim() !== '' })
  }
  return (
    <section className="welcome-begin" aria-labelledby="welcome-begin">
      <h2 id="welcome-begin">{t('welcome.addTitle')}</h2>
      <form noValidate onSubmit={look}>
        {/* The one thing to do on this page. */}
        {/* oxlint-disable jsx-a11y/no-autofocus */}
        <Field
          label={t('add.address')}
          isLabelHidden
          value={address}
          onChange={setAddress}
          placeholder={t('add.address')}
          type="url"
          autoFocus
        />
        {/* oxlint-enable jsx-a11y/no-autofocus */}
        <Button look="primary" type="submit">
          {t('welcome.addButton')}
        </Button>
      </form>
      <p>{t('welcome.add')}</p>
    </section>
  )
}
