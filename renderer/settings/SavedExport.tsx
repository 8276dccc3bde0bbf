import { Button } from '../parts/Button.tsx'
import { showExport } from '../state/exporting.ts'
import { useWords } from '../words/useWords.ts'
import { PressLine, Section } from './Section.tsx'

/** Everything saved, out. */
export function SavedExport() {
  const { t } = useWords()
  return (
    <Section title={t('export.savedLabel')}>
      <PressLine label={t('export.title')} advice={t('export.savedAdvice')}>
        <Button onPress={() => showExport('saved')}>{t('export.open')}</Button>
      </PressLine>
    </Section>
  )
}
