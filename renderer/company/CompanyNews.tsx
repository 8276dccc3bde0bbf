import { CheckCheck } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import type { Company } from '../../shared/contract/company.ts'
import type { ListScope } from '../../shared/contract/article.ts'
import { ArrivedPill } from '../parts/ArrivedPill.tsx'
import { Choice } from '../parts/Choice.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { useAction } from '../state/actionDesk.ts'
import { useArrivedCount, useArticles } from '../state/articles.ts'
import { useReportListing } from '../state/listing.ts'
import { useMarking } from '../state/marking.ts'
import type { CompanyNews as News } from '../state/place.ts'
import { showCompanyNews } from '../state/screen.ts'
import { useFreshList } from '../state/useFreshList.ts'
import { useLasting } from '../state/useNow.ts'
import { useWords } from '../words/useWords.ts'
import { MonthList } from './MonthList.tsx'

type CompanyNewsProps = { readonly company: Company; readonly asked: News | null }

/** The news of a company: its own, or that of others which mentions it, by months. */
export function CompanyNews({ company, asked }: CompanyNewsProps) {
  const { t } = useWords()
  const news = asked ?? (company.total === 0 && company.mentions > 0 ? 'mentions' : 'own')
  const scope = useScope(company.id, news)
  const list = useArticles(scope, 'newest')
  const arrived = useArrivedCount(scope, list.askedAt)
  const readFresh = useFreshList(scope, 'newest')
  const { rows, hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage])
  useReportListing(rows, hasNextPage ? loadMore : null)
  const isLong = useLasting(list.isPending)
  const counted = (of: News, count: number) => ({
    value: of,
    words: t(`company.${of}`, { count: of === news && list.data !== undefined ? list.total : count }),
  })
  return (
    <section className="company-news" aria-label={t('company.news')}>
      <div className="company-tabs">
        <Choice
          label={t('company.which')}
          isLabelHidden
          value={news}
          options={[counted('own', company.total), counted('mentions', company.mentions)]}
          onChange={showCompanyNews}
        />
        <MarkAll scope={scope} askedAt={list.askedAt} />
      </div>
      <div className="company-list">
        {arrived > 0 && rows.length > 0 && <ArrivedPill count={arrived} onPress={readFresh} />}
        {list.isError && <FailureNote failure={list.error.failure} onAct={() => void list.refetch()} />}
        {isLong && <Skeleton of="rows" count={5} />}
        {list.data !== undefined && rows.length === 0 && (
          <EmptyState title={t(`company.${news}Empty`)} advice={t(`company.${news}EmptyAdvice`)} />
        )}
        {rows.length > 0 && <MonthList rows={rows} onOlder={hasNextPage ? loadMore : null} isLoading={isFetchingNextPage} />}
      </div>
    </section>
  )
}

function MarkAll({ scope, askedAt }: { readonly scope: ListScope; readonly askedAt: number | null }) {
  const { t } = useWords()
  const { markAllRead } = useMarking()
  const mark = () => void markAllRead(scope, askedAt ?? Date.now())
  useAction('markAllRead', mark)
  return (
    <IconButton label={t('list.markAllRead')} action="markAllRead" onPress={mark}>
      <CheckCheck size={18} aria-hidden />
    </IconButton>
  )
}

function useScope(companyId: string, news: News): ListScope {
  return useMemo(() => (news === 'own' ? { view: 'all', companyId } : { view: 'all', mentionsOf: companyId }), [companyId, news])
}
