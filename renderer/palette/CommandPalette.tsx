import { useId, useMemo, useState, type KeyboardEvent } from 'react'
import { Dialog } from '../parts/Dialog.tsx'
import { isOffered, perform } from '../state/actionDesk.ts'
import { useCompanies } from '../state/companies.ts'
import { useKeptSearches } from '../state/keptSearches.ts'
import { goTo } from '../state/screen.ts'
import { useSources } from '../state/sources.ts'
import { useWords } from '../words/useWords.ts'
import { allEntries, fittingGroups, type Aim, type FittingGroup } from './entries.ts'
import './palette.css'
import { PaletteField } from './PaletteField.tsx'
import { PaletteList } from './PaletteList.tsx'

/** Everything that can be done and everywhere one can go, by typing a few letters of it. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const found = useFound(query)
  const entries = found.flatMap((group) => group.entries)
  const run = (aim: Aim) => {
    onClose()
    // When the dialog has gone: what the action opens would else lose the focus to its return.
    setTimeout(() => follow(aim), 0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const next = moved(event.key, at, entries.length)
    if (next === null && event.key !== 'Enter') return
    event.preventDefault()
    if (next !== null) setAt(next)
    else run(entries[at]?.aim ?? searchFor(query))
  }
  return (
    <Dialog title={t('action.palette')} size="top" onClose={onClose}>
      <PaletteField
        listId={id}
        at={entries[at] === undefined ? null : at}
        isOpen={entries.length > 0}
        value={query}
        onKeyDown={onKeyDown}
        onType={(typed) => {
          setQuery(typed)
          setAt(0)
        }}
      />
      <PaletteList id={id} groups={found} at={at} onPoint={setAt} onRun={run} />
      {entries.length === 0 && <SearchInstead query={query} onRun={run} />}
      <output className="unseen">{query !== '' && t('palette.count', { count: entries.length })}</output>
    </Dialog>
  )
}

/** Where nothing fits, the articles may have it. */
function SearchInstead({ query, onRun }: { readonly query: string; readonly onRun: (aim: Aim) => void }) {
  const { t } = useWords()
  return (
    <button type="button" className="palette-nothing" onClick={() => onRun(searchFor(query))}>
      <span>{t('palette.nothing', { query })}</span>
      <b>{t('palette.searchInstead', { query })}</b>
    </button>
  )
}

function useFound(query: string): readonly FittingGroup[] {
  const { t, locale } = useWords()
  const { data: sources } = useSources()
  const companies = useCompanies()
  const searches = useKeptSearches()
  const all = useMemo(
    () => allEntries({ t, locale, sources: sources ?? [], companies, searches, isOffered }),
    [t, locale, sources, companies, searches],
  )
  return useMemo(() => fittingGroups(all, query), [all, query])
}

/** Where a key moves the choice to, round at the ends; null for any other key. */
function moved(key: string, at: number, count: number): number | null {
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count
    case 'ArrowUp':
      return (at - 1 + count) % count
    case 'PageDown':
      return Math.min(count - 1, at + 8)
    case 'PageUp':
      return Math.max(0, at - 8)
    default:
      return null
  }
}

function follow(aim: Aim): void {
  if (aim.kind === 'action') perform(aim.action)
  else goTo(aim.view)
}

function searchFor(query: string): Aim {
  return { kind: 'view', view: { kind: 'search', query: query.trim() } }
}
