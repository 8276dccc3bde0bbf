import { FailureNote } from '../parts/FailureNote.tsx'
import { FilePicker } from '../parts/FilePicker.tsx'
import { ImportReport } from '../parts/ImportReport.tsx'
import { Button } from '../parts/Button.tsx'
import { opmlFiles, useImport, useImportProgress } from '../state/importing.ts'
import { useSources } from '../state/sources.ts'
import { useWords } from '../words/useWords.ts'
import { ExportLine } from './ExportLine.tsx'
import { PressLine, Section } from './Section.tsx'

/** Subscriptions in and out, as OPML. */
export function Subscriptions() {
  const { t } = useWords()
  const { data: sources = [] } = useSources()
  const { mutate, variables, isPending, error, report } = useImport(false)
  return (
    <Section title={t('settings.subscriptions')}>
      <PressLine label={t('settings.import')} advice={t('settings.importAdvice')}>
        <FilePicker
          words={isPending ? t('import.working', { name: variables.name }) : t('import.choose')}
          accept={opmlFiles}
          isPending={isPending}
          onChoose={(file) => mutate(file)}
        />
      </PressLine>
      <Starring />
      {error !== null && <FailureNote failure={error.failure} onAct={() => variables !== undefined && mutate(variables)} />}
      {report !== null && <ImportReport report={report} />}
      <ExportLine count={sources.length} />
    </Section>
  )
}

/** How far the starred articles have come, while they do. */
function Starring() {
  const { t } = useWords()
  const progress = useImportProgress()
  if (progress === null) return null
  const { done, total, stop } = progress
  return (
    <PressLine label={t('import.starring', { done, total })}>
      <progress className="unseen" value={done} max={total} aria-label={t('import.starring', { done, total })} />
      <Button onPress={stop}>{t('import.stop')}</Button>
    </PressLine>
  )
}
