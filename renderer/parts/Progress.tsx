import { ProgressBar } from 'react-aria-components/ProgressBar'
import './progress.css'

type ProgressProps = {
  readonly label: string
  /** As in "31 of 120". */
  readonly words: string
  readonly done: number
  readonly total: number
}

/** How far long work has come: a thin bar, and in words. */
export function Progress({ label, words, done, total }: ProgressProps) {
  return (
    <ProgressBar className="progress" aria-label={label} value={done} maxValue={Math.max(1, total)} valueLabel={words}>
      {({ percentage }) => (
        <>
          <span className="progress-bar">
            <span className="progress-done" style={{ transform: `scaleX(${(percentage ?? 0) / 100})` }} />
          </span>
          <span className="figures">{words}</span>
        </>
      )}
    </ProgressBar>
  )
}
