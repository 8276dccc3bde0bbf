import { edition } from '../../shared/edition.ts'
import type { CheckReport } from '../../shared/contract/check.ts'
import { Button } from '../parts/Button.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { useRequest } from '../state/asking.ts'
import { useBridge } from '../state/bridgeContext.tsx'
import { useStatus } from '../state/status.ts'
import { useWords } from '../words/useWords.ts'
import { LicencesLine } from './Licences.tsx'
import { PressLine, Section } from './Section.tsx'
import { UpdatesLines } from './UpdatesLines.tsx'

/** Which Newsdesk this is, whether there is a newer one, whether what it keeps is whole, and what it is built with. */
export function About() {
  const { t } = useWords()
  const { host } = useBridge()
  const { data: status } = useStatus()
  const { mutate, isPending, error, data } = useRequest('checkProfile')
  return (
    <Section title={t('settings.about')}>
      <PressLine label={t('settings.version')}>
        <p className="figures">
          {edition.productName} {status?.version ?? host.version}
        </p>
      </PressLine>
      <UpdatesLines />
      <PressLine label={t('settings.check')} advice={t('settings.checkAdvice')}>
        <Button isPending={isPending} onPress={() => mutate({})}>
          {t(isPending ? 'settings.checkingNow' : 'settings.checkButton')}
        </Button>
      </PressLine>
      {error !== null && <FailureNote failure={error.failure} onAct={() => mutate({})} />}
      {data !== undefined && !isPending && <Checked report={data} />}
      <LicencesLine />
    </Section>
  )
}

function Checked({ report }: { readonly report: CheckReport }) {
  const { t } = useWords()
  if (report.ok) return <output className="press-done">{t('settings.checkOk')}</output>
  return (
    <div className="check-problems" role="alert">
      <p>{t('settings.checkProblems', { count: report.problems.length })}</p>
      <ul>
        {report.problems.map(({ kind, count, detail }) => (
          <li key={`${kind} ${detail}`}>{t(`problem.${kind}`, { count, detail: detail ?? '' })}</li>
        ))}
      </ul>
    </div>
  )
}
