import { memo, useCallback, type ReactNode } from 'react'
import { Drawer } from '../parts/Drawer.tsx'
import { SearchField } from '../parts/SearchField.tsx'
import { perform } from '../state/actionDesk.ts'
import { showDrawer, typeSearch, useScreen } from '../state/screen.ts'
import { useWords } from '../words/useWords.ts'
import { CompanyList } from './CompanyList.tsx'
import { Foot } from './Foot.tsx'
import { KeptSearchList } from './KeptSearchList.tsx'
import './sidebar.css'
import { SourceList } from './SourceList.tsx'
import { ViewList } from './ViewList.tsx'
import { edition } from '../../shared/edition.ts'

type SidebarProps = {
  /** Over the other panes, where there is no room beside them. */
  readonly isDrawer: boolean
  /** Its right edge, which can be dragged. */
  readonly edge: ReactNode
}

/** Search, views, sources and how the whole is doing. */
export function Sidebar({ isDrawer, edge }: SidebarProps) {
  const { t } = useWords()
  if (!isDrawer) {
    return (
      <nav className="sidebar" aria-label={t('frame.sidebar')}>
        <Inside />
        {edge}
      </nav>
    )
  }
  return (
    <Drawer label={t('frame.sidebar')} onClose={() => showDrawer(false)}>
      <nav className="sidebar" data-drawer aria-label={t('frame.sidebar')}>
        <Inside />
      </nav>
    </Drawer>
  )
}

// Each part draws itself again when what it shows changes; the frame around it changes with every letter of a search.
const Inside = memo(function Inside() {
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
        <KeptSearchList />
        <CompanyList />
        <SourceList />
      </div>
      <Foot />
    </>
  )
})

function SearchBox() {
  const query = useScreen(({ place }) => (place.view.kind === 'search' ? place.view.query : ''))
  const search = useCallback((value: string) => typeSearch(value), [])
  return <SearchField value={query} onChange={search} onLeave={() => perform('nextArticle')} />
}
