import { FileOutput } from 'lucide-react'
import { useState, type SyntheticEvent } from 'react'
import { Button } from '../parts/Button.tsx'
import { Select } from '../parts/Select.tsx'
import { SuggestField } from '../parts/SuggestField.tsx'
import { completedTags, parseTags } from '../parts/tags.ts'
import { showExport } from '../state/exporting.ts'
import { useCollections } from '../state/saved.ts'
import { useSavedActs } from '../state/savedActs.ts'
import type { ChosenRows } from '../state/useChosenRows.ts'
import { useWords } from '../words/useWords.ts'

// No id begins with a colon.
const NOWHERE = ':nowhere'
const NO_COLLECTION = ':none'

type ChosenBarProps = {
  readonly chosen: ChosenRows
  /** Tags that are in use, to choose from. */
  readonly tags: readonly string[]
}

/** What can be done with the saved items that are chosen. */
export function ChosenBar({ chosen, tags }: ChosenBarProps) {
  const { t } = useWords()
  const { unsave } = useSavedActs()
  const { ids } = chosen
  return (
    <section className="chosen-bar" aria-label={t('saved.chosen', { count: ids.length })}>
      <output className="chosen-count">{t('saved.chosen', { count: ids.length })}</output>
      <Button look="quiet" onPress={chosen.chooseAll}>
        {t('saved.chooseAll')}
      </Button>
      <Button look="quiet" onPress={chosen.clear}>
        {t('saved.clear')}
      </Button>
      <AddTags ids={ids} tags={tags} />
      <MoveTo ids={ids} />
      <Button onPress={() => showExport({ ids: [...ids] })}>
        <FileOutput size={15} aria-hidden />
        {t('export.open')}
      </Button>
      <Button onPress={() => void unsave(ids)}>{t('saved.unsave')}</Button>
    </section>
  )
}

function AddTags({ ids, tags }: { readonly ids: readonly string[]; readonly tags: readonly string[] }) {
  const { t } = useWords()
  const { addTags } = useSavedActs()
  const [typed, setTyped] = useState('')
  const add = (event: SyntheticEvent) => {
    event.preventDefault()
    const wanted = parseTags(typed)
    setTyped('')
    if (wanted.length > 0) void addTags(ids, wanted)
  }
  return (
    <form className="chosen-tags" aria-label={t('saved.addTags')} onSubmit={add}>
      <SuggestField label={t('saved.tagsToAdd')} value={typed} onChange={setTyped} suggestions={completedTags(typed, tags)} />
      <Button type="submit">{t('saved.addTags')}</Button>
    </form>
  )
}

function MoveTo({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useWords()
  const collections = useCollections()
  const { moveTo } = useSavedActs()
  if (collections.length === 0) return null
  return (
    <Select
      label={t('saved.moveTo')}
      value={NOWHERE}
      options={[
        { value: NOWHERE, words: t('saved.moveToWhich') },
        { value: NO_COLLECTION, words: t('saved.noCollection') },
        ...collections.map(({ id, name }) => ({ value: id, words: name })),
      ]}
      onChange={(value) => value !== NOWHERE && void moveTo(ids, value === NO_COLLECTION ? null : value)}
    />
  )
}
