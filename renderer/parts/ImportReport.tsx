import type { ImportReport as Report } from '../../shared/contract/status.ts'
import { LONGEST_LIST, MOST_OF_LONGER, MOST_STARS } from '../../shared/importLimits.ts'
import { useWords } from '../words/useWords.ts'
import './importReport.css'
import { ScrollingList } from './ScrollingList.tsx'

const limits = { longest: LONGEST_LIST, taken: MOST_OF_LONGER, stars: MOST_STARS }

/** What an import came to: followed, followed already, and each line that was left out, with the reason. */
export function ImportReport({ report }: { readonly report: Report }) {
  const { t } = useWords()
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
          <ScrollingList className="import-left" label={t('import.skipped', { count: skipped.length })}>
            {skipped.map(({ url, reason }, index) => (
              // Lines may repeat, and their order never changes.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>
                <bdi>{url || t('import.noAddress')}</bdi>
                <span>{t(`import.left.${reason}`, limits)}</span>
              </li>
            ))}
          </ScrollingList>
        </details>
      )}
    </output>
  )
}
