import type { Settings } from '../../shared/settings.ts'
import { Button } from '../parts/Button.tsx'
import { Check } from '../parts/Check.tsx'
import { Switch } from '../parts/Switch.tsx'
import { goTo, showDialog } from '../state/screen.ts'
import { useChangeSettings, useSettings } from '../state/settings.ts'
import { useWords } from '../words/useWords.ts'
import { PressLine, Section } from './Section.tsx'

type Quiet = NonNullable<Settings['quietHours']>

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]
const night: Quiet = { from: 22 * 60, to: 7 * 60, days: EVERY_DAY }

/** Whether and when a person is notified, and the way to the rules. */
export function Watching() {
  const { t } = useWords()
  const { notifies, quietHours } = useSettings()
  const change = useChangeSettings()
  return (
    <Section title={t('settings.watching')}>
      <Switch label={t('settings.notifies')} isOn={notifies} onChange={(isOn) => change({ notifies: isOn })} />
      <Switch
        label={t('settings.quiet')}
        advice={t('settings.quietAdvice')}
        isOn={quietHours !== null}
        isDisabled={!notifies}
        onChange={(isOn) => change({ quietHours: isOn ? night : null })}
      />
      {notifies && quietHours !== null && <QuietHours quiet={quietHours} onChange={(quiet) => change({ quietHours: quiet })} />}
      <PressLine label={t('settings.rules')}>
        <Button onPress={showRules}>{t('settings.rulesButton')}</Button>
      </PressLine>
    </Section>
  )
}

function showRules(): void {
  showDialog(null)
  goTo({ kind: 'rules' })
}

function QuietHours({ quiet, onChange }: { readonly quiet: Quiet; readonly onChange: (quiet: Quiet) => void }) {
  const { t, locale } = useWords()
  const names = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  return (
    <div className="quiet">
      <div className="quiet-times">
        <Time label={t('settings.quietFrom')} minutes={quiet.from} onChange={(from) => onChange({ ...quiet, from })} />
        <Time label={t('settings.quietTo')} minutes={quiet.to} onChange={(to) => onChange({ ...quiet, to })} />
      </div>
      <fieldset className="quiet-days">
        <legend className="choice-label">{t('settings.quietDays')}</legend>
        {EVERY_DAY.map((day) => (
          <Check
            key={day}
            // 4 January 1970 was a Sunday.
            words={names.format(Date.UTC(1970, 0, 4 + day))}
            isOn={quiet.days.includes(day)}
            onChange={(isOn) => onChange({ ...quiet, days: EVERY_DAY.filter((one) => (one === day ? isOn : quiet.days.includes(one))) })}
          />
        ))}
      </fieldset>
    </div>
  )
}

function Time({
  label,
  minutes,
  onChange,
}: {
  readonly label: string
  readonly minutes: number
  readonly onChange: (minutes: number) => void
}) {
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return (
    <label className="quiet-time">
      <span className="choice-label">{label}</span>
      <input
        type="time"
        className="field-input"
        value={clock}
        onChange={(event) => {
          const [hours, rest] = event.target.value.split(':').map(Number)
          if (hours !== undefined && rest !== undefined) onChange(hours * 60 + rest)
        }}
      />
    </label>
  )
}
