import type { ExportReport } from '../../shared/contract/export.ts'
import type { Keeping } from '../../shared/contract/transfer.ts'
import { ScrollingList } from '../parts/ScrollingList.tsx'
import { useWords } from '../words/useWords.ts'

type ExportOutcomeProps = {
  readonly report: ExportReport
  /** What became of the file; null while that is open. */
  readonly keeping: Keeping | null
}

/** What an export came to: where it went, and which pictures are not in it. */
export function ExportOutcome({ report, keeping }: ExportOutcomeProps) {
  const { t } = useWords()
  const { file, exported, missing, missingCount } = report
  if (file === null) return <p>{t('export.stopped')}</p>
  return (
    <div className="export-outcome">
      <p>{t('export.written', { count: exported })}</p>
      {keeping !== null && <p className="export-kept">{t(outcomeKeys[keeping.outcome], { name: keeping.name })}</p>}
      {missingCount > 0 && (
        <details>
          <summary>{t('export.missing', { count: missingCount })}</summary>
          <ScrollingList className="export-missing" label={t('export.missing', { count: missingCount })}>
            {missing.map(({ title, url }) => (
              <li key={`${title} ${url}`}>
                <bdi>{title}</bdi>
                <bdi className="export-address">{url}</bdi>
              </li>
            ))}
            {missingCount > missing.length && <li>{t('export.moreMissing', { count: missingCount - missing.length })}</li>}
          </ScrollingList>
        </details>
      )}
    </div>
  )
}

const outcomeKeys = {
  kept: 'export.kept',
  cancelled: 'export.cancelled',
  'handed-over': 'export.handedOver',
  printing: 'export.printing',
  blocked: 'export.blocked',
} as const satisfies Record<Keeping['outcome'], string>
