import { useExportProgress } from '../state/exporting.ts'
import { Button } from '../parts/Button.tsx'
import { useWords } from '../words/useWords.ts'

/** How far an export has come, and a button that stops it. */
export function ExportProgress({ onStop }: { readonly onStop: () => void }) {
  const { t } = useWords()
  const progress = useExportProgress()
  const { done, total } = progress ?? { done: 0, total: 0 }
  return (
    <div className="export-progress">
      <progress aria-label={t('export.working')} max={Math.max(1, total)} value={done} />
      <p className="figures">{total === 0 ? t('export.working') : t('export.workingOn', { done, total })}</p>
      <Button look="quiet" onPress={onStop}>
        {t('export.stop')}
      </Button>
    </div>
  )
}
