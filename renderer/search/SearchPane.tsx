import { Search } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import type { SearchHit } from '../../shared/contract/article.ts'
import type { RequestOutput } from '../../shared/contract/requests.ts'
import { ArticleRow } from '../parts/ArticleRow.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { Highlight } from '../parts/Highlight.tsx'
import { PaneHead } from '../parts/PaneHead.tsx'
import { RowList } from '../parts/RowList.tsx'
import { SearchField } from '../parts/SearchField.tsx'
import { SidebarButton } from '../parts/SidebarButton.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { perform } from '../state/actionDesk.ts'
import { useKeptSearches } from '../state/keptSearches.ts'
import { useReportListing } from '../state/listing.ts'
import { choose, typeSearch, useScreen } from '../state/screen.ts'
import { useSearch } from '../state/search.ts'
import { useStatus } from '../state/status.ts'
import { useLasting, useNow } from '../state/useNow.ts'
import { useOpenSidebar } from '../state/useOpenSidebar.ts'
import { useWords, type Words } from '../words/useWords.ts'
import { Hints } from './Hints.tsx'
import { SearchTools } from './SearchTools.tsx'
import './search.css'

const ROW = 118
const NO_HITS: SearchHit[] = []

/** What a search finds, as one types. */
export function SearchPane({ query }: { readonly query: string }) {
  const { t } = useWords()
  const search = useSearch(query)
  const hits = query.trim() === '' ? NO_HITS : (search.data?.articles ?? NO_HITS)
  const isLong = useLasting(search.isFetching && search.data === undefined)
  useReportListing(hits, null)
  return (
    <>
      <Head found={query.trim() === '' ? undefined : search.data} />
      {query.trim() !== '' && <SearchTools query={query} />}
      <ToIndex />
      {query.trim() === '' && (
        <EmptyState title={t('search.start')} advice={t('search.startAdvice')} icon={<Search size={28} strokeWidth={1.4} aria-hidden />}>
          <Hints />
        </EmptyState>
      )}
      {search.error !== null && <FailureNote failure={search.error.failure} onAct={() => void search.refetch()} />}
      {isLong && <Skeleton of="rows" count={6} />}
      {hits.length > 0 && <Hits hits={hits} by={search.data?.by ?? ''} />}
      {query.trim() !== '' && search.data?.articles.length === 0 && (
        <EmptyState title={t('search.empty', { query: query.trim() })} advice={t('search.emptyAdvice')}>
          <Hints />
        </EmptyState>
      )}
    </>
  )
}

function Head({ found }: { readonly found: RequestOutput<'search'> | undefined }) {
  const { t } = useWords()
  const openSidebar = useOpenSidebar()
  const keptName = useKeptName()
  return (
    <PaneHead
      title={keptName ?? t('search.title')}
      tools={<output className="search-found figures">{found === undefined ? '' : foundWords(t, found)}</output>}
      lead={<SidebarButton open={openSidebar} />}
    >
      {openSidebar ? <OwnField /> : undefined}
    </PaneHead>
  )
}

/** The name of the kept search that is open; null where it is none. */
function useKeptName(): string | null {
  const searches = useKeptSearches()
  const keptId = useScreen(({ place }) => (place.view.kind === 'search' ? place.view.keptId : undefined))
  return searches.find(({ id }) => id === keptId)?.name ?? null
}

// Where no sidebar stands beside it, the field stands here.
function OwnField() {
  const query = useScreen(({ place }) => (place.view.kind === 'search' ? place.view.query : ''))
  return (
    <SearchField
      value={query}
      onChange={typeSearch}
      onLeave={() => perform('nextArticle')}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- a person has just asked for the field
      autoFocus
    />
  )
}

function ToIndex() {
  const { t } = useWords()
  const { data: status } = useStatus()
  if (status === undefined || status.toIndex === 0) return null
  return <p className="search-indexing">{t('search.indexing', { count: status.toIndex })}</p>
}

function Hits({ hits, by }: { readonly hits: readonly SearchHit[]; readonly by: string }) {
  const now = useNow()
  const chosenId = useScreen((screen) => screen.place.articleId)
  const open = useCallback((id: string) => choose(id, true), [])
  return (
    <RowList
      items={hits}
      keyOf={(hit) => hit.id}
      chosenId={chosenId}
      height={ROW}
      list={by}
      renderItem={(hit, isReachable) => (
        <HitRow hit={hit} now={now} isChosen={hit.id === chosenId} isReachable={isReachable} onChoose={open} />
      )}
    />
  )
}

type HitRowProps = {
  readonly hit: SearchHit
  readonly now: number
  readonly isChosen: boolean
  readonly isReachable: boolean
  readonly onChoose: (id: string) => void
}

function HitRow({ hit, ...rest }: HitRowProps) {
  const { titleMarks, snippet } = hit
  const title = useMemo(
    () => (titleMarks.length === 0 ? undefined : <Highlight text={hit.title} marks={titleMarks} />),
    [hit.title, titleMarks],
  )
  const excerpt = useMemo(() => (snippet.text === '' ? '' : <Highlight text={snippet.text} marks={snippet.marks} />), [snippet])
  return <ArticleRow row={hit} at={hit.listedAt} timeAs="short" title={title} excerpt={excerpt} {...rest} />
}

function foundWords(t: Words, found: RequestOutput<'search'>): string {
  return found.isTotalExact ? t('search.found', { count: found.total }) : t('search.foundAtLeast', { count: found.total })
}
