import { Binoculars, ExternalLink, Maximize2 } from 'lucide-react'
import type { Company } from '../../shared/contract/company.ts'
import { CompanyMark } from '../parts/CompanyMark.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { OutsideLink } from '../parts/OutsideLink.tsx'
import { SidebarButton } from '../parts/SidebarButton.tsx'
import { shownAddress } from '../parts/shownAddress.ts'
import { useBridge } from '../state/bridgeContext.tsx'
import { companyRule, openRule } from '../state/rules.ts'
import { goTo } from '../state/screen.ts'
import { useOpenSidebar } from '../state/useOpenSidebar.ts'
import { useWords } from '../words/useWords.ts'
import './masthead.css'

type MastheadProps = {
  /** Null while it is not known. */
  readonly company: Company | null
  readonly name: string
  readonly isBeside: boolean
}

/** The head of the page: logo, name, other names, site. */
export function Masthead({ company, name, isBeside }: MastheadProps) {
  const { t, locale } = useWords()
  const names = new Intl.ListFormat(locale, { type: 'unit', style: 'short' })
  return (
    <header className="company-head">
      <SidebarButton open={useOpenSidebar()} />
      <CompanyMark name={name} logo={company?.logo ?? null} size={isBeside ? 'large' : 'masthead'} />
      <div className="company-words">
        <h1 className="company-name">
          <bdi>{name}</bdi>
        </h1>
        {company !== null && (
          <p className="company-about">
            {company.aliases.length > 0 && <bdi>{t('company.aliases', { names: names.format(company.aliases) })}</bdi>}
            {company.site !== null && <Site url={company.site} />}
          </p>
        )}
      </div>
      {company !== null && (
        <IconButton label={t('watch.company')} onPress={() => openRule(companyRule(company))}>
          <Binoculars size={17} aria-hidden />
        </IconButton>
      )}
      {isBeside && company !== null && (
        <IconButton label={t('company.whole')} onPress={() => goTo({ kind: 'company', id: company.id })}>
          <Maximize2 size={17} aria-hidden />
        </IconButton>
      )}
    </header>
  )
}

function Site({ url }: { readonly url: string }) {
  const bridge = useBridge()
  return (
    <OutsideLink url={url} onOpen={(address) => bridge.openAddress(address)} className="company-site">
      <bdi>{shownAddress(url)}</bdi>
      <ExternalLink size={13} aria-hidden />
    </OutsideLink>
  )
}
