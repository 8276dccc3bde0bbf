import { RotateCw } from 'lucide-react'
import type { Company } from '../../shared/contract/company.ts'
import { Button } from '../parts/Button.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { Time } from '../parts/Time.tsx'
import { useRequest } from '../state/asking.ts'
import { tellRefusal } from '../state/marking.ts'
import { tell } from '../state/notices.ts'
import { useNow } from '../state/useNow.ts'
import { useWords } from '../words/useWords.ts'
import './contactCard.css'
import { FactLines } from './FactLines.tsx'
import { factGroups } from './factGroups.ts'

/** How to reach a company, each fact with where it was found. */
export function ContactCard({ company }: { readonly company: Company }) {
  const { t } = useWords()
  const groups = factGroups(company)
  const { readAgain, isReading } = useReadAgain(company)
  return (
    <section className="contact" aria-labelledby="contact-title">
      <div className="contact-head">
        <h2 id="contact-title">{t('contact.title')}</h2>
        {groups.length > 0 && (
          <IconButton label={t('company.refresh')} isDisabled={isReading} onPress={readAgain}>
            <RotateCw size={15} aria-hidden />
          </IconButton>
        )}
      </div>
      {groups.length === 0 ? (
        <>
          <p className="contact-none">{t(company.checkedAt === null ? 'contact.unread' : 'contact.empty')}</p>
          <Button isPending={isReading} onPress={readAgain}>
            {t(company.checkedAt === null ? 'company.read' : 'company.refresh')}
          </Button>
        </>
      ) : (
        <dl className="contact-facts">
          {groups.map((group) => (
            <FactLines key={group.field} group={group} />
          ))}
        </dl>
      )}
      {company.checkedAt !== null && <Checked at={company.checkedAt} />}
    </section>
  )
}

function Checked({ at }: { readonly at: number }) {
  const { t, locale } = useWords()
  const now = useNow()
  const [before, after] = t('contact.checked', { when: '\n' }).split('\n')
  return (
    <p className="contact-checked" lang={locale}>
      {before}
      <Time at={at} now={now} as="relative" />
      {after}
    </p>
  )
}

function useReadAgain({ id, name }: Company) {
  const { mutate, isPending } = useRequest('refreshCompany')
  return {
    isReading: isPending,
    readAgain: () => mutate({ id }, { onSuccess: () => tell('company.refreshed', { name }), onError: tellRefusal }),
  }
}
