import { useCallback } from 'react'
import type { ListScope } from '../../shared/contract/article.ts'
import { ArrivedPill } from '../parts/ArrivedPill.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { useArrivedCount, useArticles } from '../state/articles.ts'
import { useReportListing } from '../state/listing.ts'
import { openRule } from '../state/rules.ts'
import { filterBy } from '../state/screen.ts'
import { useSettings } from '../state/settings.ts'
import { useFreshList } from '../state/useFreshList.ts'
import { useLasting } from '../state/useNow.ts'
import { useWords } from '../words/useWords.ts'
import { emptyWords } from './emptyWords.ts'
import './timeline.css'
import { TimelineHead } from './TimelineHead.tsx'
import { TimelineList } from './TimelineList.tsx'
import { Button } from '../parts/Button.tsx'

/** The articles of a scope, by days. */
export function Timeline({ scope }: { readonly scope: ListScope }) {
  const { order } = useSettings()
  const list = useArticles(scope, order)
  const arrived = useArrivedCount(scope, list.askedAt)
  const readFresh = useFreshList(scope, order)
  const { rows, hasNextPage, fetchNextPage, isFetchingNextPage } = list
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage])
  useReportListing(rows, hasNextPage ? loadMore : null)
  return (
    <>
      <TimelineHead scope={scope} total={list.data === undefined ? null : list.total} askedAt={list.askedAt} />
      <div className="timeline">
        {arrived > 0 && rows.length > 0 && <ArrivedPill count={arrived} onPress={readFresh} />}
        {list.isError && <FailureNote failure={list.error.failure} onAct={() => void list.refetch()} />}
        {list.isPending && <Waiting />}
        {list.data !== undefined && rows.length === 0 && <Empty scope={scope} />}
        {rows.length > 0 && <TimelineList rows={rows} listKey={list.askedAt ?? 0} onNearEnd={hasNextPage ? loadMore : null} />}
      </div>
    </>
  )
}

function Waiting() {
  const isLong = useLasting(true)
  return isLong ? <Skeleton of="rows" count={6} /> : null
}

function Empty({ scope }: { readonly scope: ListScope }) {
  const { t } = useWords()
  const { title, advice } = emptyWords(scope)
  return (
    <EmptyState title={t(title)} advice={t(advice)}>
      {scope.view === 'watching' && <Button onPress={() => openRule({})}>{t('list.makeRule')}</Button>}
      {scope.only !== undefined && <Button onPress={() => filterBy(null)}>{t('list.showAll')}</Button>}
    </EmptyState>
  )
}
