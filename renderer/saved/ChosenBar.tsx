import { FileOutput } from 'lucide-react'
import { useMemo } from 'react'
import type { SavedItem } from '../../shared/contract/article.ts'
import { Button } from '../parts/Button.tsx'
import { Select } from '../parts/Select.tsx'
import { showExport } from '../state/exporting.ts'
import { useCollections } from '../state/saved.ts'
import { useSavedActs } from '../state/savedActs.ts'
import type { ChosenRows } from '../state/useChosenRows.ts'
import { useWords } from '../words/useWords.ts'
import { ChosenTags } from './ChosenTags.tsx'

// No id begins with a colon.
const NOWHERE = ':nowhere'
const NO_COLLECTION = ':none'

type ChosenBarProps = {
  readonly chosen: ChosenRows
  /** The items of the list. */
  readonly saved: readonly SavedItem[]
  /** How many are saved in all. */
  readonly total: number
  /** Tags that are in use, to choose from. */
  readonly tags: readonly string[]
}

/** What can be done with the saved items that are chosen. */
export function ChosenBar({ chosen, saved, total, tags }: ChosenBarProps) {
  const { t } = useWords()
  const { unsave } = useSavedActs()
  const { ids } = chosen
  const items = useMemo(() => saved.filter(({ id }) => chosen.isChosen(id)), [saved, chosen])
  return (
    <section className="chosen-bar" aria-label={t('saved.chosen', { count: ids.length })}>
      <output className="chosen-count">{t('saved.chosen', { count: ids.length })}</output>
      <Button look="quiet" onPress={chosen.chooseAll}>
        {t('saved.chooseAll')}
      </Button>
      <Button look="quiet" onPress={chosen.clear}>
        {t('saved.clear')}
      </Button>
      <ChosenTags items={items} tags={tags} />
      <MoveTo ids={ids} />
      <Button onPress={() => showExport(ids.length === total ? 'saved' : { ids })}>
        <FileOutput size={15} aria-hidden />
        {t('export.open')}
      </Button>
      <Button onPress={() => void unsave(ids)}>{t('saved.unsave')}</Button>
    </section>
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
