import { checkIntervals } from '../../shared/checkIntervals.ts'
import { Select } from '../parts/Select.tsx'
import { useChangeSettings, useSettings } from '../state/settings.ts'
import { sayInterval } from '../words/intervals.ts'
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
      <Select
        label={t('settings.interval')}
        value={String(checkEvery)}
        options={[
          { value: 'null', words: t('interval.own') },
          ...checkIntervals.map((interval) => ({ value: String(interval), words: sayInterval(t, interval) })),
        ]}
        description={t('settings.intervalAdvice')}
        onChange={(chosen) => change({ checkEvery: checkIntervals.find((interval) => String(interval) === chosen) ?? null })}
      />
      <PauseLine />
    </Section>
  )
}
