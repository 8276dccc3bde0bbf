import { checkIntervals } from '../../shared/checkIntervals.ts'
import type { DurationMs } from '../../shared/time.ts'
import { sayInterval } from '../words/intervals.ts'
import { useWords } from '../words/useWords.ts'
import { Select } from './Select.tsx'

type IntervalSelectProps = {
  readonly label: string
  readonly value: DurationMs | null
  /** What it says where no interval is chosen. */
  readonly none: string
  readonly description?: string
  readonly onChange: (interval: DurationMs | null) => void
}

/** How often sources are asked; null: nobody chose. */
export function IntervalSelect({ value, none, onChange, ...rest }: IntervalSelectProps) {
  const { t } = useWords()
  const intervals = checkIntervals.map((interval) => ({ value: String(interval), words: sayInterval(t, interval) }))
  return (
    <Select
      {...rest}
      value={String(value)}
      options={[{ value: 'null', words: none }, ...intervals]}
      onChange={(chosen) => onChange(checkIntervals.find((interval) => String(interval) === chosen) ?? null)}
    />
  )
}
