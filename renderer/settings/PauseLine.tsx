import { pauseEnds, type Pause } from '../../shared/pauses.ts'
import { systemClock } from '../../shared/time.ts'
import { Button } from '../parts/Button.tsx'
import { useChangeSettings } from '../state/settings.ts'
import { usePausedUntil } from '../state/pause.ts'
import { soonTime } from '../words/dates.ts'
import { useWords } from '../words/useWords.ts'
import { PressLine } from './Section.tsx'

const pauses: readonly Pause[] = ['hour', 'day']

/** Has the polling rest for a while, or go on. */
export function PauseLine() {
  const { t, locale } = useWords()
  const change = useChangeSettings()
  const until = usePausedUntil()
  if (until !== null)
    return (
      <PressLine label={t('pause.paused', { when: soonTime(locale, until) })} advice={t('pause.advice')}>
        <Button onPress={() => change({ pausedUntil: null })}>{t('pause.resume')}</Button>
      </PressLine>
    )
  return (
    <PressLine label={t('pause.label')} advice={t('pause.advice')}>
      <div className="press-buttons">
        {pauses.map((pause) => (
          <Button key={pause} onPress={() => change({ pausedUntil: pauseEnds(pause, systemClock()) })}>
            {t(`pause.${pause}`)}
          </Button>
        ))}
      </div>
    </PressLine>
  )
}
