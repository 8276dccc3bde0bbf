import type { Settings } from '../../shared/settings.ts'
import { useWords } from '../words/useWords.ts'
import { Choice } from './Choice.tsx'

type Theme = Settings['theme']
type ThemeChoiceProps = { readonly label: string; readonly value: Theme; readonly onChange: (theme: Theme) => void }

/** Light, dark, of high contrast, or as the system is. */
export function ThemeChoice({ label, value, onChange }: ThemeChoiceProps) {
  const { t } = useWords()
  const options = [
    { value: 'system', words: t('reading.themeSystem') },
    { value: 'light', words: t('reading.themeLight') },
    { value: 'dark', words: t('reading.themeDark') },
    { value: 'contrast', words: t('reading.themeContrast') },
  ] as const
  return <Choice label={label} value={value} options={options} onChange={onChange} />
}
