import { Button } from '../parts/Button.tsx'
import { showDialog } from '../state/screen.ts'
import { useWords } from '../words/useWords.ts'
import { PressLine, Section } from './Section.tsx'

/** The way to the keys. */
export function KeysSection() {
  const { t } = useWords()
  return (
    <Section title={t('settings.keys')}>
      <PressLine label={t('settings.keysAdvice')}>
        <Button onPress={() => showDialog('shortcuts')}>{t('settings.keysButton')}</Button>
      </PressLine>
    </Section>
  )
}
