import { pictureBudgets } from '../../shared/pictureBudgets.ts'
import type { Eviction, OfflineReport } from '../../shared/contract/missing.ts'
import { Button } from '../parts/Button.tsx'
import { Check } from '../parts/Check.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { Progress } from '../parts/Progress.tsx'
import { Select } from '../parts/Select.tsx'
import { perform } from '../state/actionDesk.ts'
import { useRequest } from '../state/asking.ts'
import { useOffline } from '../state/offline.ts'
import { useChangeSettings, useSettings } from '../state/settings.ts'
import { useStatus } from '../state/status.ts'
import { sayBytes } from '../words/bytes.ts'
import { useWords } from '../words/useWords.ts'
import { PressLine, Section } from './Section.tsx'

/** What opens with no network, the space for its pictures, and what was let go. */
export function Offline() {
  const { t } = useWords()
  const { fetchesOnMetered } = useSettings()
  const change = useChangeSettings()
  const { data: report, error, refetch } = useOffline()
  return (
    <Section title={t('offline.title')}>
      <Ready report={report} />
      {error !== null && <FailureNote failure={error.failure} onAct={() => void refetch()} />}
      <Budget report={report} />
      <Check words={t('offline.metered')} isOn={fetchesOnMetered} onChange={(isOn) => change({ fetchesOnMetered: isOn })} />
    </Section>
  )
}

function Ready({ report }: { readonly report: OfflineReport | undefined }) {
  const { t } = useWords()
  const { data: status } = useStatus()
  const { mutate: stop } = useRequest('stopGettingReady')
  const getting = status?.getting
  const total = report === undefined ? 0 : report.ready + report.partial + report.none
  const advice = report === undefined ? {} : { advice: t('offline.readyCount', { ...countsOf(report), total }) }
  return (
    <>
      <PressLine label={t('offline.ready')} {...advice}>
        {getting?.isRunning === true ? (
          <Button onPress={() => stop({})}>{t('offline.stop')}</Button>
        ) : (
          <Button onPress={() => void perform('getReady')}>{t('offline.get')}</Button>
        )}
      </PressLine>
      {getting?.isRunning === true && (
        <Progress
          label={t('offline.progressLabel')}
          words={t('sidebar.progress', { done: getting.done, total: getting.total })}
          done={getting.done}
          total={getting.total}
        />
      )}
    </>
  )
}

function Budget({ report }: { readonly report: OfflineReport | undefined }) {
  const { t, locale } = useWords()
  const { pictureBudget } = useSettings()
  const change = useChangeSettings()
  const choices = pictureBudgets.some((each) => each === pictureBudget) ? pictureBudgets : [pictureBudget, ...pictureBudgets]
  return (
    <>
      <Select
        label={t('offline.budget')}
        value={String(pictureBudget)}
        options={choices.map((each) => ({ value: String(each), words: sayBytes(locale, each) }))}
        {...(report === undefined ? {} : { description: t('offline.used', { used: sayBytes(locale, report.mediaBytes) }) })}
        onChange={(chosen) => change({ pictureBudget: Number(chosen) })}
      />
      {typeof report?.lastEviction?.at === 'number' && <LetGo eviction={report.lastEviction} />}
    </>
  )
}

function LetGo({ eviction }: { readonly eviction: Eviction }) {
  const { t, locale } = useWords()
  const { at, pictures, bytes, read, unread, budget } = eviction
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(at)
  const said = { date, pictures, unread, articles: read + unread, bytes: sayBytes(locale, bytes), budget: sayBytes(locale, budget) }
  return <p className="press-advice figures">{t('offline.lastEviction', said)}</p>
}

function countsOf({ ready, partial, none }: OfflineReport) {
  return { ready, partial, none }
}
