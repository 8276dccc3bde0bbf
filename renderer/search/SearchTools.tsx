import { BookmarkPlus, X } from 'lucide-react'
import { searchParts, withoutPart, type SearchPart } from '../../shared/searchParts.ts'
import { Button } from '../parts/Button.tsx'
import { useAction } from '../state/actionDesk.ts'
import { useKeptSearchActs, useKeptSearches } from '../state/keptSearches.ts'
import { typeSearch, useScreen } from '../state/screen.ts'
import { useWords } from '../words/useWords.ts'
import { sayFilter } from './sayFilter.ts'
import { WatchThis } from './WatchThis.tsx'

/** Under the head of a search: what narrows it, to be taken off, and keeping it. */
export function SearchTools({ query }: { readonly query: string }) {
  const parts = searchParts(query)
  const filters = parts.filter((part) => part.filter !== null)
  const unknown = parts.flatMap((part) => part.unknownFilter ?? [])
  return (
    <div className="search-tools">
      {filters.map((part) => (
        <Chip key={part.from} part={part} query={query} />
      ))}
      <WatchThis parts={parts} />
      <KeepButton query={query.trim()} />
      {unknown.length > 0 && <UnknownNote unknown={unknown} />}
    </div>
  )
}

function Chip({ part, query }: { readonly part: SearchPart; readonly query: string }) {
  const { t, locale } = useWords()
  const words = sayFilter(t, locale, part)
  return (
    <button
      type="button"
      className="search-chip"
      aria-label={t('search.takeOff', { filter: words })}
      onClick={() => typeSearch(withoutPart(query, part))}
    >
      <bdi>{words}</bdi>
      <X size={13} aria-hidden />
    </button>
  )
}

/** Keeps the search, or the change of the kept search that is open; nothing where it is kept as it is. */
function KeepButton({ query }: { readonly query: string }) {
  const { t } = useWords()
  const acts = useKeptSearchActs()
  const searches = useKeptSearches()
  const keptId = useScreen(({ place }) => (place.view.kind === 'search' ? place.view.keptId : undefined))
  const kept = searches.find((search) => search.id === keptId)
  const isKept = searches.some((search) => search.query === query)
  useAction('keepSearch', isKept ? null : () => void acts.keep(query))
  if (isKept) return null
  return (
    <span className="search-keep">
      {kept !== undefined && (
        <Button look="quiet" onPress={() => void acts.reword(kept.id, query)}>
          {t('search.reword', { name: kept.name })}
        </Button>
      )}
      <Button look="quiet" onPress={() => void acts.keep(query)}>
        <BookmarkPlus size={15} aria-hidden />
        {t(kept === undefined ? 'search.keep' : 'search.keepNew')}
      </Button>
    </span>
  )
}

function UnknownNote({ unknown }: { readonly unknown: readonly string[] }) {
  const { t, locale } = useWords()
  const parts = new Intl.ListFormat(locale, { type: 'conjunction' }).format(unknown)
  return <output className="search-unknown">{t('search.unknown', { count: unknown.length, parts })}</output>
}
