import type { Company } from '../../shared/contract/company.ts'
import { CompanyMark } from '../parts/CompanyMark.tsx'
import { OutsideLink } from '../parts/OutsideLink.tsx'
import { shownAddress } from '../parts/shownAddress.ts'
import { useBridge } from '../state/bridgeContext.tsx'
import { useCompanyOf } from '../state/companies.ts'
import { goTo } from '../state/screen.ts'
import { useWords } from '../words/useWords.ts'
import './companyCard.css'

const MOST_OF_A_KIND = 2

/** How to reach the company that an article's source belongs to, in short; nothing where there is none. */
export function CompanyCard({ sourceId }: { readonly sourceId: string }) {
  const { t } = useWords()
  const company = useCompanyOf(sourceId)
  if (company === null) return null
  const { id, name, logo } = company
  return (
    <section className="company-card" aria-labelledby="company-title">
      <CompanyMark name={name} logo={logo} size="large" />
      <div className="company-card-words">
        <h3 id="company-title">
          <span>{t('contact.title')}</span>
          <button type="button" onClick={() => goTo({ kind: 'company', id })}>
            <bdi>{name}</bdi>
          </button>
        </h3>
        <Contact company={company} />
      </div>
    </section>
  )
}

function Contact({ company }: { readonly company: Company }) {
  const { t } = useWords()
  const bridge = useBridge()
  const { phones, emails, addresses, contactPage, site } = company
  const page = contactPage ?? site
  return (
    <ul className="article-contact">
      {phones.slice(0, MOST_OF_A_KIND).map((phone) => (
        <li key={phone} className="figures">
          <span className="unseen">{t('contact.phone')} </span>
          <bdi>{phone}</bdi>
        </li>
      ))}
      {emails.slice(0, MOST_OF_A_KIND).map((email) => (
        <li key={email}>
          <OutsideLink url={`mailto:${email}`} onOpen={(url) => bridge.openAddress(url)}>
            <bdi>{email}</bdi>
          </OutsideLink>
        </li>
      ))}
      {addresses.slice(0, 1).map((address) => (
        <li key={address}>
          <bdi>{address}</bdi>
        </li>
      ))}
      {page !== null && (
        <li>
          <OutsideLink url={page} onOpen={(url) => bridge.openAddress(url)}>
            <bdi>{shownAddress(page)}</bdi>
          </OutsideLink>
        </li>
      )}
    </ul>
  )
}
