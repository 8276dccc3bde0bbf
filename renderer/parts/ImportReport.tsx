import type { ImportReport as Report } from '../../shared/contract/status.ts'
import { sayFailure } from '../words/failureWords.ts'
import { useWords } from '../words/useWords.ts'
import './importReport.css'

/** What an import came to: followed, followed already, and each line that was left out, with the reason. */
export function ImportReport({ report }: { readonly report: Report }) {
  const { t, locale } = useWords()
  const { added, already, saved, alreadySaved, isStopped, skipped } = report
  return (
    <output className="import-report">
      {isStopped && <p className="import-added">{t('import.stopped')}</p>}
      {(added > 0 || saved === 0) && <p className="import-added">{t('import.done', { added })}</p>}
      {already > 0 && <p>{t('import.already', { count: already })}</p>}
      {saved > 0 && <p className="import-added">{t('import.saved', { count: saved })}</p>}
      {alreadySaved > 0 && <p>{t('import.alreadySaved', { count: alreadySaved })}</p>}
      {skipped.length > 0 && (
        <details>
          <summary>{t('import.skipped', { count: skipped.length })}</summary>
          <ul>
            {skipped.map(({ url, sentence, failure }, index) => (
              // Lines may repeat, and their order never changes.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>
                <bdi>{url || t('import.noAddress')}</bdi>
                {/* The engine's English sentence says more than the kind of the failure does. */}
                <span>{locale === 'en' ? sentence : sayFailure(t, failure)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </output>
  )
}
