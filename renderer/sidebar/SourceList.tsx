import { ChevronDown } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Source } from '../../shared/contract/source.ts'
import { goTo, useScreen } from '../state/screen.ts'
import { foldersOf, useSources, type Folder } from '../state/sources.ts'
import { wholeNumber } from '../words/dates.ts'
import { useWords } from '../words/useWords.ts'
import { SourceLine } from './SourceLine.tsx'

/** The sources in their folders. */
export function SourceList() {
  const { t, locale } = useWords()
  const { data } = useSources()
  // The articles come first: hundreds of sources are drawn after them, and their counts after what changed them.
  const sources = useDeferredValue(data ?? null, null)
  const folders = useMemo(() => foldersOf(sources ?? [], locale), [sources, locale])
  return (
    <section aria-labelledby="sidebar-sources">
      <h2 className="nav-head" id="sidebar-sources">
        {t('sidebar.sources')}
      </h2>
      {sources?.length === 0 && <p className="nav-empty">{t('sidebar.noSources')}</p>}
      {folders.map((folder) =>
        folder.name === null ? <Sources key="" sources={folder.sources} /> : <FolderLines key={folder.name} folder={folder} />,
      )}
    </section>
  )
}

function FolderLines({ folder }: { readonly folder: Folder }) {
  const { t, locale } = useWords()
  const [isOpen, setIsOpen] = useState(true)
  const name = folder.name ?? ''
  const isCurrent = useScreen(({ place }) => place.view.kind === 'list' && place.view.scope.folder === name)
  return (
    <div className="folder">
      <div className="folder-line">
        <button
          type="button"
          className="folder-toggle"
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'sidebar.closeFolder' : 'sidebar.openFolder', { folder: name })}
          onClick={() => setIsOpen(!isOpen)}
        >
          <ChevronDown size={15} aria-hidden />
        </button>
        <button
          type="button"
          className="nav-line"
          aria-current={isCurrent ? 'page' : undefined}
          onClick={() => goTo({ kind: 'list', scope: { view: 'all', folder: name } })}
        >
          <bdi className="nav-words">{name}</bdi>
          {folder.unread > 0 && (
            <span className="nav-count figures">
              <span aria-hidden>{wholeNumber(locale, folder.unread)}</span>
              <span className="unseen">{t('sidebar.unread', { count: folder.unread })}</span>
            </span>
          )}
        </button>
      </div>
      {isOpen && <Sources sources={folder.sources} isInFolder />}
    </div>
  )
}

function Sources({ sources, isInFolder = false }: { readonly sources: readonly Source[]; readonly isInFolder?: boolean }) {
  return (
    <ul className="nav-list" data-in-folder={isInFolder}>
      {sources.map((source) => (
        <SourceLine key={source.id} source={source} />
      ))}
    </ul>
  )
}
