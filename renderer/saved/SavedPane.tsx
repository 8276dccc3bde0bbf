import { Bookmark, FileOutput, PanelLeft } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import type { SavedItem } from '../../shared/contract/article.ts'
import { ArticleRow } from '../parts/ArticleRow.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { PaneHead } from '../parts/PaneHead.tsx'
import { RowList } from '../parts/RowList.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { showExport } from '../state/exporting.ts'
import { useReportListing } from '../state/listing.ts'
import { useSaved } from '../state/saved.ts'
import { choose, useScreen } from '../state/screen.ts'
import { useLasting, useNow } from '../state/useNow.ts'
import { useOpenSidebar } from '../state/useOpenSidebar.ts'
import { useWords } from '../words/useWords.ts'
import './saved.css'
import { TagFilter } from './TagFilter.tsx'

const ROW = 112
/** As many as a request may name. */
const MOST_CHOSEN = 5000

/** The saved items, newest saved first, with their notes; all, or those of a tag. */
export function SavedPane({ tag }: { readonly tag: string | null }) {
  const { t } = useWords()
  const query = useSaved(tag)
  const isLong = useLasting(query.isPending)
  const openSidebar = useOpenSidebar()
  const saved = useMemo(() => query.data?.saved ?? [], [query.data])
  useReportListing(
    useMemo(() => saved.map(({ id }) => ({ id, isRead: true })), [saved]),
    null,
  )
  return (
    <>
      <PaneHead
        title={t('saved.title')}
        count={query.data === undefined ? undefined : t('saved.count', { count: saved.length })}
        lead={
          openSidebar && (
            <IconButton label={t('frame.openSidebar')} onPress={openSidebar}>
              <PanelLeft size={18} aria-hidden />
            </IconButton>
          )
        }
        tools={
          saved.length > 0 && (
            <IconButton
              label={t('export.open')}
              onPress={() => showExport(tag === null ? 'saved' : { ids: saved.map(({ id }) => id).slice(0, MOST_CHOSEN) })}
            >
              <FileOutput size={18} aria-hidden />
            </IconButton>
          )
        }
      />
      {query.data !== undefined && query.data.tags.length > 0 && <TagFilter tags={query.data.tags} chosen={tag} />}
      {query.isError && <FailureNote failure={query.error.failure} onAct={() => void query.refetch()} />}
      {isLong && <Skeleton of="rows" count={6} />}
      {query.data !== undefined && saved.length === 0 && <Empty hasTag={tag !== null} />}
      {saved.length > 0 && <SavedList saved={saved} />}
    </>
  )
}

function Empty({ hasTag }: { readonly hasTag: boolean }) {
  const { t } = useWords()
  if (hasTag) return <EmptyState title={t('saved.emptyTag')} />
  return <EmptyState title={t('saved.empty')} advice={t('saved.emptyAdvice')} icon={<Bookmark size={30} strokeWidth={1.4} aria-hidden />} />
}

function SavedList({ saved }: { readonly saved: readonly SavedItem[] }) {
  const now = useNow()
  const chosenId = useScreen((screen) => screen.place.articleId)
  const open = useCallback((id: string) => choose(id, true), [])
  return (
    <RowList
      items={saved}
      keyOf={(item) => item.id}
      chosenId={chosenId}
      height={ROW}
      renderItem={(item, isReachable) => (
        <ArticleRow
          row={item}
          at={item.savedAt}
          now={now}
          timeAs="short"
          isChosen={item.id === chosenId}
          isReachable={isReachable}
          onChoose={open}
          excerpt={item.note === '' ? item.excerpt : ''}
        >
          <Kept item={item} />
        </ArticleRow>
      )}
    />
  )
}

function Kept({ item }: { readonly item: SavedItem }) {
  const { t } = useWords()
  if (item.note === '' && item.tags.length === 0) return null
  return (
    <span className="saved-kept">
      {item.note !== '' && (
        <span className="saved-note">
          <span className="unseen">{t('saved.note')}: </span>
          {item.note}
        </span>
      )}
      {item.tags.map((tag) => (
        <bdi key={tag} className="saved-tag">
          {tag}
        </bdi>
      ))}
    </span>
  )
}
