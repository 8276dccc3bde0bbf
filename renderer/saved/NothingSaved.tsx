import { Bookmark } from 'lucide-react'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { narrowingOf, useSavedLook, wholeSavedLook, type SavedView } from '../state/savedLook.ts'
import { goTo } from '../state/screen.ts'
import { useWords } from '../words/useWords.ts'

/** In place of the list: nothing is saved (`total` 0), or nothing is as one looks for it. */
export function NothingSaved({ view, total }: { readonly view: SavedView; readonly total: number }) {
  const { t } = useWords()
  const look = useSavedLook()
  if (total === 0)
    return (
      <EmptyState title={t('saved.empty')} advice={t('saved.emptyAdvice')} icon={<Bookmark size={30} strokeWidth={1.4} aria-hidden />} />
    )
  return (
    <EmptyState {...reason()}>
      <Button onPress={showEverything}>{t('saved.showEverything')}</Button>
    </EmptyState>
  )

  function reason() {
    if (look.query.trim() !== '') return { title: t('saved.emptyQuery') }
    if (narrowingOf(view, look) !== 'all' || look.since !== 'ever' || look.from !== 'all') return { title: t('saved.emptyNarrowing') }
    if (view.tag !== null) return { title: t('saved.emptyTag') }
    return { title: t('saved.emptyCollection'), advice: t('saved.emptyCollectionAdvice') }
  }
}

function showEverything(): void {
  useSavedLook.setState(wholeSavedLook)
  goTo({ kind: 'saved', tag: null })
}
