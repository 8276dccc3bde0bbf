import { ArrowDown, ArrowUp, Ellipsis, Pencil, Search, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { KeptSearch } from '../../shared/contract/keptSearch.ts'
import { Menu } from '../parts/Menu.tsx'
import { useKeptSearchActs, useKeptSearchCounts, useKeptSearches, type KeptSearchActs } from '../state/keptSearches.ts'
import { goTo, useScreen } from '../state/screen.ts'
import { useWords } from '../words/useWords.ts'
import { afterMenu } from './afterMenu.ts'
import './menuLine.css'
import { NavLine } from './NavLine.tsx'
import { RenameField } from './RenameField.tsx'

const ICON = 16

/** The searches that a person keeps; nothing while there are none. */
export function KeptSearchList() {
  const { t } = useWords()
  const searches = useKeptSearches()
  const counts = useKeptSearchCounts()
  const acts = useKeptSearchActs()
  const [renamedId, setRenamedId] = useState<string | null>(null)
  if (searches.length === 0) return null
  return (
    <section aria-labelledby="sidebar-searches">
      <h2 className="nav-head" id="sidebar-searches">
        {t('sidebar.searches')}
      </h2>
      <ul className="nav-list">
        {searches.map((search) => (
          <li key={search.id} className="menu-nav kept-search" data-kept={search.id}>
            {search.id === renamedId ? (
              <RenameField
                label={t('search.nameOf', { name: search.name })}
                name={search.name}
                onKeep={(name) => void acts.rename(search.id, name)}
                onClose={(isByKey) => {
                  setRenamedId(null)
                  if (isByKey) focusLine(search.id)
                }}
              />
            ) : (
              <>
                <KeptSearchLine search={search} unread={counts.get(search.id)?.unread ?? 0} />
                <KeptSearchMenu search={search} searches={searches} acts={acts} onRename={() => afterMenu(() => setRenamedId(search.id))} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function focusLine(id: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-kept="${id}"] .nav-line`)?.focus())
}

function KeptSearchLine({ search, unread }: { readonly search: KeptSearch; readonly unread: number }) {
  const isCurrent = useScreen(({ place }) => place.view.kind === 'search' && place.view.keptId === search.id)
  return (
    <NavLine
      words={search.name}
      icon={<Search size={ICON} aria-hidden />}
      count={unread}
      countWords="sidebar.unread"
      isCurrent={isCurrent}
      onPress={() => goTo({ kind: 'search', query: search.query, keptId: search.id })}
    />
  )
}

type KeptSearchMenuProps = {
  readonly search: KeptSearch
  readonly searches: readonly KeptSearch[]
  readonly acts: KeptSearchActs
  readonly onRename: () => void
}

function KeptSearchMenu({ search, searches, acts, onRename }: KeptSearchMenuProps) {
  const { t } = useWords()
  const place = searches.indexOf(search)
  const up = {
    id: 'up',
    words: t('search.moveUp'),
    icon: <ArrowUp size={ICON} aria-hidden />,
    onPress: () => void acts.move(search.id, -1),
  }
  const down = {
    id: 'down',
    words: t('search.moveDown'),
    icon: <ArrowDown size={ICON} aria-hidden />,
    onPress: () => void acts.move(search.id, 1),
  }
  return (
    <Menu
      label={t('search.more', { name: search.name })}
      icon={<Ellipsis size={ICON} aria-hidden />}
      entries={[
        { id: 'rename', words: t('search.rename'), icon: <Pencil size={ICON} aria-hidden />, onPress: onRename },
        ...(place > 0 ? [up] : []),
        ...(place < searches.length - 1 ? [down] : []),
        { id: 'remove', words: t('search.remove'), icon: <Trash2 size={ICON} aria-hidden />, onPress: () => void acts.remove(search) },
      ]}
    />
  )
}
