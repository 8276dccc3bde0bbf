import { ListFilter } from 'lucide-react'
import type { SavedOrder } from '../../shared/contract/article.ts'
import { PopoverButton } from '../parts/PopoverButton.tsx'
import { Select } from '../parts/Select.tsx'
import { narrowingOf, useSavedLook, type SavedNarrowing, type SavedView } from '../state/savedLook.ts'
import { useWords } from '../words/useWords.ts'

const orders: readonly SavedOrder[] = ['savedNewest', 'savedOldest', 'publishedNewest', 'publishedOldest', 'title']
const narrowings: readonly SavedNarrowing[] = ['all', 'hasNote', 'isIncomplete', 'inNone']

/** How saved items are ordered, and which of them are shown. */
export function LookTools({ view }: { readonly view: SavedView }) {
  const { t } = useWords()
  const look = useSavedLook()
  const offered = narrowings.filter((one) => view.collectionId === undefined || one !== 'inNone')
  return (
    <PopoverButton label={t('saved.look')} icon={<ListFilter size={18} aria-hidden />}>
      <Select
        label={t('saved.order')}
        value={look.order}
        options={orders.map((value) => ({ value, words: t(`saved.order.${value}`) }))}
        onChange={(value) => useSavedLook.setState({ order: value })}
      />
      <Select
        label={t('saved.show')}
        value={narrowingOf(view, look)}
        options={offered.map((value) => ({ value, words: t(`saved.show.${value}`) }))}
        onChange={(value) => useSavedLook.setState({ narrowing: value })}
      />
    </PopoverButton>
  )
}
