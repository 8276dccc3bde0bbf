import { useState } from 'react'
import type { ExportReport } from '../../shared/contract/export.ts'
import { ARTICLES_IN_PART, type ExportFormat } from '../../shared/exportFormats.ts'
import { Button } from '../parts/Button.tsx'
import { Choice } from '../parts/Choice.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { useBridge } from '../state/bridgeContext.tsx'
import { useExport, useExporting, useKeepExport } from '../state/exporting.ts'
import { useWords } from '../words/useWords.ts'
import './export.css'
import { ExportOutcome } from './ExportOutcome.tsx'
import { PrintingProgress, WritingProgress } from './ExportProgress.tsx'

/** Articles or saved items out, as a file: in which form, how far it is, and what is missing in it. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const { ids } = useExporting()
  const { format, isPrintedHere, written, kept, keep, run, choose, close } = useRun(onClose)
  const isPrinting = kept.isPending && format === 'pdf' && !isPrintedHere
  const report = written.data
  const isToPrint = isPrintedHere && report !== undefined && report.file !== null && !kept.isSuccess
  const isLongPrint = isPrintedHere && (ids?.length ?? report?.exported ?? 0) > ARTICLES_IN_PART
  return (
    <Dialog title={t('export.title')} onClose={close}>
      <div className="export">
        <p>{ids === null ? t('export.everything') : t('export.chosen', { count: ids.length })}</p>
        <Choice label={t('export.format')} value={format} options={formatsIn(t)} onChange={choose} />
        <p className="export-advice">{adviceOn(t, format, isPrintedHere)}</p>
        <div className="export-told" aria-live="polite">
          {isLongPrint && <p className="export-advice">{t('export.longPrint')}</p>}
          {written.isPending && <WritingProgress onStop={written.stop} />}
          {isPrinting && <PrintingProgress printed={kept.printed} onStop={kept.stop} />}
          {written.error !== null && <FailureNote failure={written.error.failure} onAct={run} />}
          {report !== undefined && !isPrinting && <ExportOutcome report={report} keeping={kept.data ?? null} />}
          {report !== undefined && kept.error !== null && <FailureNote failure={kept.error.failure} onAct={() => keep(report)} />}
        </div>
        <div className="export-foot">
          <Button onPress={close}>{t(kept.isSuccess ? 'common.done' : 'common.cancel')}</Button>
          {isToPrint ? (
            <Button look="primary" onPress={() => keep(report)}>
              {t('export.print')}
            </Button>
          ) : (
            <Button look="primary" isPending={written.isPending || kept.isPending} onPress={run}>
              {t('export.run')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  )
}

/** The writing of a file and the keeping of it, in a form that a person chooses. */
function useRun(onClose: () => void) {
  const { locale } = useWords()
  const { host } = useBridge()
  const [format, setFormat] = useState<ExportFormat>('markdown')
  const written = useExport(locale)
  const kept = useKeepExport()
  const isPrintedHere = format === 'pdf' && host.kind === 'browser'
  const keep = ({ file, further }: ExportReport) => file !== null && kept.mutate({ files: [file, ...further], isPrinted: format === 'pdf' })
  const run = () => {
    kept.reset()
    // A browser opens a window to print in only where a person has just pressed something.
    written.mutate(format, { onSuccess: (report) => !isPrintedHere && keep(report) })
  }
  const choose = (chosen: ExportFormat) => {
    written.reset()
    kept.reset()
    setFormat(chosen)
  }
  const close = () => {
    if (written.isPending) written.stop()
    kept.stop()
    onClose()
  }
  return { format, isPrintedHere, written, kept, keep, run, choose, close }
}

type Words = ReturnType<typeof useWords>['t']

function formatsIn(t: Words): readonly { readonly value: ExportFormat; readonly words: string }[] {
  return [
    { value: 'markdown', words: t('export.markdown') },
    { value: 'html', words: t('export.html') },
    { value: 'pdf', words: t('export.pdf') },
  ]
}

function adviceOn(t: Words, format: ExportFormat, isPrintedHere: boolean): string {
  if (format === 'pdf') return t(isPrintedHere ? 'export.printAdvice' : 'export.pdfAdvice')
  return t(format === 'html' ? 'export.htmlAdvice' : 'export.markdownAdvice')
}
