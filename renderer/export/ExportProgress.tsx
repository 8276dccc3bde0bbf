import type { PrintProgress } from '../../shared/contract/transfer.ts'
import { useExportProgress } from '../state/exporting.ts'
import { Button } from '../parts/Button.tsx'
import { useWords } from '../words/useWords.ts'

/** How far an export has come, and a button that stops it. */
export function WritingProgress({ onStop }: { readonly onStop: () => void }) {
  const { t } = useWords()
  const progress = useExportProgress()
  const { done, total } = progress ?? { done: 0, total: 0 }
  return (
    <Progress
      label={t('export.working')}
      words={total === 0 ? t('export.working') : t('export.workingOn', { done, total })}
      share={done / Math.max(1, total)}
      onStop={onStop}
    />
  )
}

type PrintingProgressProps = { readonly printed: PrintProgress | null; readonly onStop: () => void }

/** How far the printing of an export has come, and a button that stops it; nothing once all is printed and a person is asked where to keep it. */
export function PrintingProgress({ printed, onStop }: PrintingProgressProps) {
  const { t } = useWords()
  if (printed !== null && printed.done === printed.total) return null
  const words = t('export.makingPages')
  return <Progress label={words} words={words} share={printed === null ? 0 : printed.done / printed.total} onStop={onStop} />
}

type ProgressProps = {
  readonly label: string
  readonly words: string
  /** 0 to 1. */
  readonly share: number
  readonly onStop: () => void
}

function Progress({ label, words, share, onStop }: ProgressProps) {
  const { t } = useWords()
  return (
    <div className="export-progress">
      <progress aria-label={label} max={1} value={share} />
      <p className="figures">{words}</p>
      <Button look="quiet" onPress={onStop}>
        {t('export.stop')}
      </Button>
    </div>
  )
}
