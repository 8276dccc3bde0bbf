import { FontChoice } from '../parts/FontChoice.tsx'
import { Slider } from '../parts/Slider.tsx'
import { useChangeSettings, useSettings } from '../state/settings.ts'
import { useWords } from '../words/useWords.ts'
import { Section } from './Section.tsx'

/** How articles are set, with a line to judge by. */
export function ReadingSection() {
  const { t } = useWords()
  const { textSize, measure, readingFont } = useSettings()
  const change = useChangeSettings()
  return (
    <Section title={t('settings.reading')}>
      <FontChoice label={t('settings.font')} value={readingFont} onChange={(font) => change({ readingFont: font })} />
      <Slider
        label={t('settings.textSize')}
        value={textSize}
        words={t('settings.textSizeValue', { size: textSize })}
        least={15}
        most={24}
        onChange={(chosen) => change({ textSize: chosen })}
      />
      <Slider
        label={t('settings.measure')}
        value={measure}
        words={t('settings.measureValue', { count: measure })}
        least={50}
        most={90}
        step={2}
        onChange={(chosen) => change({ measure: chosen })}
      />
      <p className="settings-sample" data-font={readingFont}>
        {t('settings.sample')}
      </p>
    </Section>
  )
}
