import { FailureNote } from '../parts/FailureNote.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { useCompanies, useCompany } from '../state/companies.ts'
import type { CompanyNews as News } from '../state/place.ts'
import { useScreen } from '../state/screen.ts'
import { useLasting } from '../state/useNow.ts'
import { useWidth } from '../state/useWidth.ts'
import { useWords } from '../words/useWords.ts'
import { Changes } from './Changes.tsx'
import './company.css'
import { CompanyNews } from './CompanyNews.tsx'
import { ContactCard } from './ContactCard.tsx'
import { Masthead } from './Masthead.tsx'
import { WeekChart } from './WeekChart.tsx'

type CompanyPaneProps = {
  readonly id: string
  /** Which of its lists a person asked for; null: the one that has something. */
  readonly news: News | null
}

/** A company: who it is, how to reach it, its news, and what others write of it. Beside an open article, its news alone. */
export function CompanyPane({ id, news }: CompanyPaneProps) {
  const { t } = useWords()
  const query = useCompany(id)
  const known = useCompanies().find((company) => company.id === id)
  const hasArticle = useScreen((screen) => screen.place.articleId !== null)
  const isBeside = useWidth() !== 'narrow' && hasArticle
  const isLong = useLasting(query.isPending)
  const company = query.data?.company ?? known ?? null
  return (
    <div className="company" data-beside={isBeside}>
      <Masthead company={company} name={company?.name ?? t('company.title')} isBeside={isBeside} />
      {query.isError && <FailureNote failure={query.error.failure} onAct={() => void query.refetch()} />}
      {query.isPending && isLong && <Skeleton of="rows" count={5} />}
      {query.data !== undefined && (
        <div className="company-columns">
          <div className="company-side">
            <ContactCard company={query.data.company} />
            <WeekChart weeks={query.data.weeks} />
            <Changes changes={query.data.company.changes} />
          </div>
          <CompanyNews company={query.data.company} asked={news} />
        </div>
      )}
    </div>
  )
}
