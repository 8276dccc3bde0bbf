import { useState, type SyntheticEvent } from 'react'
import { Button } from '../parts/Button.tsx'
import { Field } from '../parts/Field.tsx'
import { useWords } from '../words/useWords.ts'

type CollectionNameProps = {
  readonly name: string
  readonly onKeep: (name: string) => void
  readonly onCancel: () => void
}

/** The field that names a collection. Enter keeps the name, Escape leaves it. */
export function CollectionName({ name, onKeep, onCancel }: CollectionNameProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState(name)
  const keep = (event: SyntheticEvent) => {
    event.preventDefault()
    if (typed.trim() === '') onCancel()
    else onKeep(typed.trim().slice(0, 200))
  }
  return (
    // Escape in the form leaves it; the field is its own control.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className="collection-name"
      aria-label={t('saved.collectionName')}
      onSubmit={keep}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      {/* A person has just asked for the field. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <Field label={t('saved.collectionName')} isLabelHidden value={typed} onChange={setTyped} autoFocus />
      <Button type="submit" look="primary">
        {t('saved.keepName')}
      </Button>
      <Button onPress={onCancel}>{t('common.cancel')}</Button>
    </form>
  )
}
