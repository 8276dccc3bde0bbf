import { CompanyMark } from '../parts/CompanyMark.tsx'
import { useCompanies } from '../state/companies.ts'
import { goTo, useScreen } from '../state/screen.ts'
import { unreadOf, useSources } from '../state/sources.ts'
import { useWords } from '../words/useWords.ts'
import { NavLine } from './NavLine.tsx'

/** The followed companies, each leading to its page; nothing while there are none. */
export function CompanyList() {
  const { t } = useWords()
  const companies = useCompanies()
  const { data: sources = [] } = useSources()
  const currentId = useScreen(({ place }) => (place.view.kind === 'company' ? place.view.id : null))
  if (companies.length === 0) return null
  return (
    <section aria-labelledby="sidebar-companies">
      <h2 className="nav-head" id="sidebar-companies">
        {t('sidebar.companies')}
      </h2>
      <ul className="nav-list">
        {companies.map(({ id, name, logo }) => (
          <li key={id}>
            <NavLine
              words={name}
              icon={<CompanyMark name={name} logo={logo} />}
              count={unreadOf(sources, id)}
              countWords="sidebar.unread"
              isCurrent={id === currentId}
              onPress={() => goTo({ kind: 'company', id })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
