import { DAY, HOUR, MINUTE, type EpochMs } from '../../../shared/time.ts'

/**
 * A date that a document of the sample edition leaves open: `{{date:WHEN|FORM}}`.
 *
 * WHEN is `-3d` (noon UTC three days before the newest day), `-3d 09:30` (that time of that day, UTC) or `-2h`
 * (two hours before the start, for the newest day itself: news is never dated after the reader opened it).
 * FORM is one of {@link dateForms}.
 */
const placeholder = /\{\{date:-(\d+)(?:d(?: (\d\d):(\d\d))?|(h))\|(\w+)\}\}/g

const ROUNDED_TO = 5 * MINUTE
const NOON = 12 * HOUR

const english = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** How a date may be written: in RSS, in Atom and JSON-LD, in a `datetime` attribute, and in words. */
const dateForms: Readonly<Record<string, (at: EpochMs) => string>> = {
  rfc822: (at) => new Date(at).toUTCString(),
  iso: (at) => new Date(at).toISOString().replace('.000Z', 'Z'),
  day: (at) => new Date(at).toISOString().slice(0, 10),
  en: (at) => english.format(at),
  zh: chineseDate,
}

/**
 * Fills every date of a document in. The same start gives the same text, so that a poll can answer "unchanged".
 *
 * @param startOfEdition any instant of the newest day, which is a day in UTC.
 * @throws where a placeholder is misspelt: the documents are ours.
 */
export function fillDates(text: string, startOfEdition: EpochMs): string {
  const filled = text.replace(
    placeholder,
    (whole, count: string, hour: string | undefined, minute: string | undefined, hours: string | undefined, form: string) => {
      const write = Object.hasOwn(dateForms, form) ? dateForms[form] : undefined
      if (write === undefined) throw new Error(`No way to write a date as in ${whole}`)
      return write(hours === undefined ? onDay(startOfEdition, Number(count), hour, minute) : hoursBefore(startOfEdition, Number(count)))
    },
  )
  const left = filled.indexOf('{{')
  if (left >= 0) throw new Error(`A placeholder that nothing fills: ${filled.slice(left, left + 60)}`)
  return filled
}

function hoursBefore(start: EpochMs, hours: number): EpochMs {
  return (Math.floor(start / ROUNDED_TO) * ROUNDED_TO - hours * HOUR) as EpochMs
}

function onDay(start: EpochMs, daysBefore: number, hour: string | undefined, minute: string | undefined): EpochMs {
  const midnight = (Math.floor(start / DAY) - daysBefore) * DAY
  const timeOfDay = hour === undefined ? NOON : Number(hour) * HOUR + Number(minute) * MINUTE
  return (midnight + timeOfDay) as EpochMs
}

function chineseDate(at: EpochMs): string {
  const date = new Date(at)
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
}
