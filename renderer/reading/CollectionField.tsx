import { Field } from '../parts/Field.tsx'
import { Select } from '../parts/Select.tsx'
import { useCollections } from '../state/saved.ts'
import { useWords } from '../words/useWords.ts'
import type { Placing } from './useKeepWords.ts'

// No id begins with a colon.
const NONE = ':none'
const NEW = ':new'

type CollectionFieldProps = { readonly placing: Placing; readonly onChange: (placing: Placing) => void }

/** In which collection an article stands: one of those that are there, none, or a new one. */
export function CollectionField({ placing, onChange }: CollectionFieldProps) {
  const { t } = useWords()
  const collections = useCollections()
  const isNew = 'newName' in placing
  const choose = (value: string) => onChange(value === NEW ? { newName: '' } : { id: value === NONE ? null : value })
  return (
    <>
      <Select
        label={t('reading.yourCollection')}
        value={isNew ? NEW : (placing.id ?? NONE)}
        options={[
          { value: NONE, words: t('saved.noCollection') },
          ...collections.map(({ id, name }) => ({ value: id, words: name })),
          { value: NEW, words: t('reading.newCollection') },
        ]}
        onChange={choose}
      />
      {isNew && <Field label={t('saved.collectionName')} value={placing.newName} onChange={(newName) => onChange({ newName })} />}
    </>
  )
}
