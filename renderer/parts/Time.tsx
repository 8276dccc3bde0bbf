import { clockTime, fullTime, longDate, relativeTime, shortDate } from '../words/dates.ts'
import { useWords } from '../words/useWords.ts'

type TimeProps = {
  readonly at: number
  readonly now: number
  /** `clock`: 14:05; `short`: 17 Nov; `long`: 17 November 2020; `relative`: 4 min ago. */
  readonly as: 'clock' | 'short' | 'long' | 'relative'
}

/** A moment, written as the language writes it; the full one is in its tooltip. */
export function Time({ at, now, as }: TimeProps) {
  const { locale } = useWords()
  return (
    <time dateTime={new Date(at).toISOString()} title={fullTime(locale, at)} className="figures">
      {written(as, locale, at, now)}
    </time>
  )
}

function written(as: TimeProps['as'], locale: string, at: number, now: number): string {
  switch (as) {
    case 'clock':
      // Publishers who give a day and no hour mean no midnight.
      return isDayAlone(at) ? '' : clockTime(locale, at)
    case 'short':
      return shortDate(locale, at, now)
    case 'long':
      return longDate(locale, at)
    case 'relative':
      return relativeTime(locale, at, now)
  }
}

const DAY_MS = 86_400_000

/** A day that was written without an hour is kept as its midnight in UTC. */
function isDayAlone(at: number): boolean {
  return at % DAY_MS === 0
}
