import type { ReactNode } from 'react'
import { edition } from '../../shared/edition.ts'
import { FailureNote } from '../parts/FailureNote.tsx'
import { FilePicker } from '../parts/FilePicker.tsx'
import { ImportReport } from '../parts/ImportReport.tsx'
import { opmlFiles, useImport } from '../state/importing.ts'
import { useNow } from '../state/useNow.ts'
import { dayName } from '../words/dates.ts'
import { useWords } from '../words/useWords.ts'
import { Begin } from './Begin.tsx'
import { SampleOffer } from './SampleOffer.tsx'
import './welcome.css'

// Compared with a day of another year, a day is written with its year, as a newspaper writes it.
const YEAR_ALWAYS = 0

/** The front page of a profile that follows nothing yet: three ways to begin. */
export function WelcomePane() {
  const { t } = useWords()
  return (
    <main className="welcome" id="list" tabIndex={-1}>
      <div className="welcome-page">
        <Masthead />
        <Begin />
        <div className="welcome-columns">
          <Column title={t('welcome.sampleTitle')} words={t('welcome.sample')}>
            <SampleOffer />
          </Column>
          <Column title={t('welcome.importTitle')} words={t('welcome.import')}>
            <ImportOffer />
          </Column>
        </div>
        <p className="welcome-foot">{t('welcome.foot')}</p>
      </div>
    </main>
  )
}

function Masthead() {
  const { t, locale } = useWords()
  const now = useNow()
  return (
    <header className="welcome-head">
      <h1>{edition.productName}</h1>
      <p className="welcome-dateline">
        <span>{dayName(locale, now, YEAR_ALWAYS)}</span>
        <span>{t('welcome.place')}</span>
      </p>
      <p className="welcome-lead">{t('welcome.lead')}</p>
    </header>
  )
}

function Column({ title, words, children }: { readonly title: string; readonly words: string; readonly children: ReactNode }) {
  return (
    <section className="welcome-column">
      <h2>{title}</h2>
      <p>{words}</p>
      <div>{children}</div>
    </section>
  )
}

function ImportOffer() {
  const { t } = useWords()
  const { mutate, variables, isPending, error, report } = useImport(true)
  return (
    <>
      <FilePicker
        words={isPending ? t('import.working', { name: variables.name }) : t('import.choose')}
        accept={opmlFiles}
        isPending={isPending}
        onChoose={(file) => mutate(file)}
      />
      {error !== null && <FailureNote failure={error.failure} onAct={() => variables !== undefined && mutate(variables)} />}
      {report !== null && <ImportReport report={report} />}
    </>
  )
}
