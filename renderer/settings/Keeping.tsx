import { leastKept, retentionDays, type RetentionPolicy } from '../../shared/retention.ts'
import { FailureNote } from '../parts/FailureNote.tsx'
import { Select } from '../parts/Select.tsx'
import { useRetentionPreview } from '../state/retention.ts'
import { useChangeSettings, useSettings } from '../state/settings.ts'
import { useWords } from '../words/useWords.ts'
import { Section } from './Section.tsx'
import { TidyNow } from './TidyNow.tsx'

/** How long articles are kept, what that would let go now, and having it go. */
export function Keeping() {
  const { t } = useWords()
  const { keepReadDays, keepUnreadDays, keepAtLeast } = useSettings()
  const change = useChangeSettings()
  const days = (chosen: number | null) => withChosen(retentionDays, chosen).map((each) => ({ value: String(each), words: sayDays(each) }))
  const sayDays = (each: number | null) => (each === null ? t('keeping.forEver') : t('keeping.days', { count: each }))
  return (
    <Section title={t('keeping.title')}>
      <Select
        label={t('keeping.read')}
        value={String(keepReadDays)}
        options={days(keepReadDays)}
        description={t('keeping.readAdvice')}
        onChange={(chosen) => change({ keepReadDays: numberOf(chosen) })}
      />
      <Select
        label={t('keeping.unread')}
        value={String(keepUnreadDays)}
        options={days(keepUnreadDays)}
        onChange={(chosen) => change({ keepUnreadDays: numberOf(chosen) })}
      />
      <Select
        label={t('keeping.least')}
        value={String(keepAtLeast)}
        options={withChosen(leastKept, keepAtLeast).map((each) => ({ value: String(each), words: t('keeping.newest', { count: each }) }))}
        onChange={(chosen) => change({ keepAtLeast: Number(chosen) })}
      />
      <Preview policy={{ keepReadDays, keepUnreadDays, keepAtLeast }} />
    </Section>
  )
}

function Preview({ policy }: { readonly policy: RetentionPolicy }) {
  const { t } = useWords()
  const { data, error, refetch } = useRetentionPreview(policy)
  if (error !== null) return <FailureNote failure={error.failure} onAct={() => void refetch()} />
  return (
    <>
      <output className="press-advice figures">
        {data === undefined
          ? t('keeping.looking')
          : data.sources === 0
            ? t('keeping.nothing')
            : t('keeping.would', { ...data, count: data.read + data.unread })}
      </output>
      {data !== undefined && <TidyNow due={data} />}
    </>
  )
}

/** The choices, with the one that holds where it is none of them, as a profile of another build may have it. */
function withChosen<Value extends number | null>(choices: readonly Value[], chosen: Value): readonly Value[] {
  return choices.includes(chosen) ? choices : [chosen, ...choices]
}

function numberOf(chosen: string): number | null {
  return chosen === 'null' ? null : Number(chosen)
}
