import { DAY, HOUR, MINUTE } from '../../shared/time.ts'

type Format = { format(date: number): string }

const formats = new Map<string, Format>()

/** "17 November 2020", as the language writes it. */
export function longDate(locale: string, at: number): string {
  return dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(at)
}

/** "Monday 16 November", with the year where it is not this one. */
export function dayName(locale: string, at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return dateFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) }).format(at)
}

/** "14:05". */
export function clockTime(locale: string, at: number): string {
  return dateFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
}

/** "18:30" today, "Mon 06:00" within the next days. */
export function soonTime(locale: string, at: number): string {
  if (new Date(at).toDateString() === new Date().toDateString()) return clockTime(locale, at)
  return dateFormat(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
}

/** "17 Nov", with the year where it is not this one. */
export function shortDate(locale: string, at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return dateFormat(locale, { day: 'numeric', month: 'short', ...(isThisYear ? {} : { year: 'numeric' }) }).format(at)
}

/** "November 2020". */
export function monthName(locale: string, at: number): string {
  return dateFormat(locale, { month: 'long', year: 'numeric' }).format(at)
}

/** "Nov 2020", for the ends of an axis. */
export function shortMonth(locale: string, at: number): string {
  return dateFormat(locale, { month: 'short', year: 'numeric' }).format(at)
}

/** Date and time in full, for a tooltip. */
export function fullTime(locale: string, at: number): string {
  return dateFormat(locale, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' }).format(at)
}

/** "4 min ago", "in 2 hours", "yesterday". */
export function relativeTime(locale: string, at: number, now: number): string {
  const past = at - now
  const size = Math.abs(past)
  const relative = new Intl.RelativeTimeFormat(languageOf(locale), { numeric: 'auto', style: 'short' })
  if (size < MINUTE) return relative.format(0, 'second')
  if (size < HOUR) return relative.format(Math.round(past / MINUTE), 'minute')
  if (size < DAY) return relative.format(Math.round(past / HOUR), 'hour')
  return relative.format(Math.round(past / DAY), 'day')
}

/** A whole number, grouped as the language groups it. */
export function wholeNumber(locale: string, value: number): string {
  return remembered(`${locale} number`, () => new Intl.NumberFormat(languageOf(locale))).format(value)
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Format {
  return remembered(`${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(languageOf(locale), options))
}

// Formats are dear to make (0.1 ms each), and a list asks for hundreds.
function remembered(key: string, make: () => Format): Format {
  const known = formats.get(key)
  if (known !== undefined) return known
  const fresh = make()
  formats.set(key, fresh)
  return fresh
}

// Plain English is written as in Britain: 17 November 2020.
function languageOf(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale
}
