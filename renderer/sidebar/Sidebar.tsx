import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useCallback } from 'react'
import { SearchField } from '../parts/SearchField.tsx'
import { perform } from '../state/actionDesk.ts'
import { goTo, showDrawer, useScreen } from '../state/screen.ts'
import { useWords } from '../words/useWords.ts'
import { Foot } from './Foot.tsx'
import './sidebar.css'
import { SourceList } from './SourceList.tsx'
import { ViewList } from './ViewList.tsx'
import { edition } from '../../shared/edition.ts'

/** Search, views, sources and how the whole is doing. `isDrawer`: over the other panes, where there is no room beside them. */
export function Sidebar({ isDrawer }: { readonly isDrawer: boolean }) {
  const { t } = useWords()
  if (!isDrawer) {
    return (
      <nav className="sidebar" aria-label={t('frame.sidebar')}>
        <Inside />
      </nav>
    )
  }
  return (
    <ModalOverlay className="scrim drawer-scrim" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && showDrawer(false)}>
      <Modal className="drawer">
        <Dialog className="drawer-dialog" aria-label={t('frame.sidebar')}>
          <nav className="sidebar" data-drawer aria-label={t('frame.sidebar')}>
            <Inside />
          </nav>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Inside() {
  return (
    <>
      <p className="masthead" aria-hidden>
        {edition.productName}
      </p>
      <div className="sidebar-search">
        <SearchBox />
      </div>
      <div className="sidebar-scroll">
        <ViewList />
        <SourceList />
      </div>
      <Foot />
    </>
  )
}

function SearchBox() {
  const query = useScreen(({ place }) => (place.view.kind === 'search' ? place.view.query : ''))
  const search = useCallback((value: string) => goTo({ kind: 'search', query: value }), [])
  return <SearchField value={query} onChange={search} onLeave={() => perform('nextArticle')} />
}
