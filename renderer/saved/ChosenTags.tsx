import { Tags } from 'lucide-react'
import { useMemo, useState, type SyntheticEvent } from 'react'
import type { SavedItem } from '../../shared/contract/article.ts'
import { Button } from '../parts/Button.tsx'
import { Check } from '../parts/Check.tsx'
import { PopoverButton } from '../parts/PopoverButton.tsx'
import { SuggestField } from '../parts/SuggestField.tsx'
import { completedTags, parseTags } from '../parts/tags.ts'
import { useSavedActs } from '../state/savedActs.ts'
import { useWords } from '../words/useWords.ts'
import { chosenTags, tagChange, type ChosenTag, type Ticks } from './chosenTags.ts'

type ChosenTagsProps = {
  /** The items that are chosen. */
  readonly items: readonly SavedItem[]
  /** Tags that are in use, to choose from. */
  readonly tags: readonly string[]
}

/** Adds tags to the chosen items and takes tags off them, all at once. */
export function ChosenTags(props: ChosenTagsProps) {
  const { t } = useWords()
  return (
    <PopoverButton label={t('saved.tagsOfChosen')} icon={<Tags size={15} aria-hidden />} isLabelShown>
      {(close) => <Panel {...props} onDone={close} />}
    </PopoverButton>
  )
}

function Panel({ items, tags, onDone }: ChosenTagsProps & { readonly onDone: () => void }) {
  const { t, locale } = useWords()
  const { changeTags } = useSavedActs()
  const [ticks, setTicks] = useState<Ticks>(new Map())
  const [typed, setTyped] = useState('')
  const there = useMemo(() => chosenTags(items, locale), [items, locale])
  const change = (event: SyntheticEvent) => {
    event.preventDefault()
    const { addTags, removeTags } = tagChange(ticks, parseTags(typed))
    const ids = items.map(({ id }) => id)
    if (addTags.length + removeTags.length > 0) void changeTags(ids, addTags, removeTags)
    onDone()
  }
  return (
    <form className="chosen-tags" onSubmit={change}>
      {there.length > 0 && (
        <TagBoxes there={there} ticks={ticks} onTick={(tag, isOn) => setTicks((before) => new Map(before).set(tag, isOn))} />
      )}
      <SuggestField label={t('saved.tagsToAdd')} value={typed} onChange={setTyped} suggestions={completedTags(typed, tags)} />
      <Button type="submit" look="primary">
        {t('saved.changeTags')}
      </Button>
    </form>
  )
}

type TagBoxesProps = {
  readonly there: readonly ChosenTag[]
  readonly ticks: Ticks
  readonly onTick: (tag: string, isOn: boolean) => void
}

function TagBoxes({ there, ticks, onTick }: TagBoxesProps) {
  const { t } = useWords()
  return (
    <fieldset className="chosen-tag-list" aria-label={t('saved.tagsThere')}>
      {there.map(({ tag, isOnAll }) => (
        <Check
          key={tag}
          words={tag}
          isOn={ticks.get(tag) ?? isOnAll}
          isMixed={!isOnAll && !ticks.has(tag)}
          onChange={(isOn) => onTick(tag, isOn)}
        />
      ))}
    </fieldset>
  )
}
