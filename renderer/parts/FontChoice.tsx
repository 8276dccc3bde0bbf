import type { Settings } from '../../shared/settings.ts'
import { useWords } from '../words/useWords.ts'
import { Choice } from './Choice.tsx'

type Font = Settings['readingFont']
type FontChoiceProps = { readonly label: string; readonly value: Font; readonly onChange: (font: Font) => void }

/** The typeface that articles are set in. */
export function FontChoice({ label, value, onChange }: FontChoiceProps) {
  const { t } = useWords()
  const options = [
    { value: 'serif', words: t('reading.serif') },
    { value: 'sans', words: t('reading.sans') },
  ] as const
  return <Choice label={label} value={value} options={options} onChange={onChange} />
}
