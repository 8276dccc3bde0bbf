import { IntervalSelect } from '../parts/IntervalSelect.tsx'
import { useChangeSettings, useSettings } from '../state/settings.ts'
import { useWords } from '../words/useWords.ts'
import { PauseLine } from './PauseLine.tsx'
import { Section } from './Section.tsx'

/** How often sources are asked, where a source has no interval of its own. */
export function Checking() {
  const { t } = useWords()
  const { checkEvery } = useSettings()
  const change = useChangeSettings()
  return (
    <Section title={t('settings.checking')}>
      <IntervalSelect
        label={t('settings.interval')}
        value={checkEvery}
        none={t('interval.own')}
        description={t('settings.intervalAdvice')}
        onChange={(interval) => change({ checkEvery: interval })}
      />
      <PauseLine />
    </Section>
  )
}
