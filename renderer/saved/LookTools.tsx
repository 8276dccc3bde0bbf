import { ListFilter } from 'lucide-react'
import type { SavedOrder } from '../../shared/contract/article.ts'
import { Button } from '../parts/Button.tsx'
import { PopoverButton } from '../parts/PopoverButton.tsx'
import { Select } from '../parts/Select.tsx'
import { narrowingOf, useSavedLook, wholeSavedLook, type SavedNarrowing, type SavedSince, type SavedView } from '../state/savedLook.ts'
import { useWords } from '../words/useWords.ts'
import { FromSelect } from './FromSelect.tsx'

const orders: readonly SavedOrder[] = ['savedNewest', 'savedOldest', 'publishedNewest', 'publishedOldest', 'title']
const narrowings: readonly SavedNarrowing[] = ['all', 'hasNote', 'isIncomplete', 'inNone']
const times: readonly SavedSince[] = ['ever', 'week', 'month', 'year']

/** How saved items are ordered, and which of them are shown. */
export function LookTools({ view }: { readonly view: SavedView }) {
  const { t } = useWords()
  return (
    <PopoverButton label={t('saved.look')} icon={<ListFilter size={18} aria-hidden />}>
      <Choices view={view} />
    </PopoverButton>
  )
}

function Choices({ view }: { readonly view: SavedView }) {
  const { t } = useWords()
  const look = useSavedLook()
  const offered = narrowings.filter((one) => view.collectionId === undefined || one !== 'inNone')
  return (
    <>
      <Select
        label={t('saved.order')}
        value={look.order}
        options={orders.map((value) => ({ value, words: t(`saved.order.${value}`) }))}
        onChange={(order) => useSavedLook.setState({ order })}
      />
      <Select
        label={t('saved.show')}
        value={narrowingOf(view, look)}
        options={offered.map((value) => ({ value, words: t(`saved.show.${value}`) }))}
        onChange={(narrowing) => useSavedLook.setState({ narrowing })}
      />
      <FromSelect from={look.from} onChange={(from) => useSavedLook.setState({ from })} />
      <Select
        label={t('saved.since')}
        value={look.since}
        options={times.map((value) => ({ value, words: t(`saved.since.${value}`) }))}
        onChange={(since) => useSavedLook.setState({ since })}
      />
      <Button onPress={() => useSavedLook.setState(wholeSavedLook)}>{t('saved.takeOff')}</Button>
    </>
  )
}
