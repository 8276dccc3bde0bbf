import { EARLIEST_NEWS, type EpochMs } from '../../../../shared/time.ts'
import { monthOf } from './months.ts'
import { relativeDate } from './relativeDate.ts'

/** What helps to understand a date that can be read in two ways. `year`: of the heading above, or null. */
export interface DateHints {
  readonly now: EpochMs
  readonly order: 'dmy' | 'mdy'
  readonly year: number | null
}

/** A date found in a text. `share`: how much of the text it is, 0 to 1. `hasYear` is false where the year was concluded. */
export interface FoundDate {
  readonly at: EpochMs
  readonly raw: string
  readonly share: number
  readonly hasYear: boolean
  /** Where it begins in the text. */
  readonly index: number
  /** True for `03/04/2020`, which could be read in both orders. */
  readonly isAmbiguous: boolean
}

interface Day {
  readonly year: number | null
  readonly month: number
  readonly day: number
  readonly isAmbiguous?: boolean
}

type Form = readonly [RegExp, (parts: RegExpExecArray, hints: DateHints) => Day | null]

const number = (text: string | undefined): number => Number(text)
const month = (word: string | undefined): number => monthOf(word ?? '') ?? 0
const fullYear = (text: string | undefined): number => (number(text) < 100 ? 2000 + number(text) : number(text))

// Every pattern is linear: bounded counts, no quantifier within a quantifier (P03).
const WITH_YEAR: readonly Form[] = [
  [
    /(?<!\d)((?:19|20)\d\d)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日?/u,
    (m) => ({ year: number(m[1]), month: number(m[2]), day: number(m[3]) }),
  ],
  [
    /(?<!\d)((?:19|20)\d\d)\s?년\s?(\d{1,2})\s?월\s?(\d{1,2})\s?일?/u,
    (m) => ({ year: number(m[1]), month: number(m[2]), day: number(m[3]) }),
  ],
  [
    /令和\s?(\d{1,2}|元)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/u,
    (m) => ({ year: 2018 + (m[1] === '元' ? 1 : number(m[1])), month: number(m[2]), day: number(m[3]) }),
  ],
  [
    /平成\s?(\d{1,2}|元)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/u,
    (m) => ({ year: 1988 + (m[1] === '元' ? 1 : number(m[1])), month: number(m[2]), day: number(m[3]) }),
  ],
  [
    /(?<![\d.])((?:19|20)\d\d)\s?[-/.–]\s?(\d{1,2})\s?[-/.–]\s?(\d{1,2})(?!\d)/u,
    (m) => ({ year: number(m[1]), month: number(m[2]), day: number(m[3]) }),
  ],
  [
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?[\s\-/,]{0,3}(?:de |of |d')?(\p{L}{3,12})\.?[\s\-/,]{0,3}(?:de |del )?((?:19|20)\d\d)(?!\d)/iu,
    (m) => ({ year: number(m[3]), month: month(m[2]), day: number(m[1]) }),
  ],
  [
    /(?<!\p{L})(\p{L}{3,12})\.?[\s\-/]{0,2}(\d{1,2})(?:st|nd|rd|th)?[\s\-/,.]{1,3}((?:19|20)\d\d)(?!\d)/iu,
    (m) => ({ year: number(m[3]), month: month(m[1]), day: number(m[2]) }),
  ],
  [
    /(?<!\d)((?:19|20)\d\d)[\s\-/,.]{1,3}(\p{L}{3,12})\.?[\s\-/,]{0,2}(\d{1,2})(?!\d)/iu,
    (m) => ({ year: number(m[1]), month: month(m[2]), day: number(m[3]) }),
  ],
  [/(?<![\d.,])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?((?:19|20)\d\d|\d\d)(?![\d.]*\d)/u, numericDay],
  [
    /(?<!\d)(\d{1,2})[\s/.-]{1,3}(\p{L}{3,9})\.?[\s/.,'’-]{1,3}(\d\d)(?!\d)/iu,
    (m) => ({ year: fullYear(m[3]), month: month(m[2]), day: number(m[1]) }),
  ],
]

// Boxes that show the parts of a day apart: `17 | 2020-11`, `11-17 | 2020`, `11月 17 2020`. Only where nothing else is in the text.
const BOXES: readonly Form[] = [
  [
    /^(\d{1,2})\s?[日/|.-]?\s?((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?月?$/u,
    (m) => ({ year: number(m[2]), month: number(m[3]), day: number(m[1]) }),
  ],
  [
    /^(\d{1,2})(?:日\s?|\s[/|.-]?\s?|\|\s?)(\d{1,2})\s?[-/.月]\s?((?:19|20)\d\d)\s?年?$/u,
    (m) => ({ year: number(m[3]), month: number(m[2]), day: number(m[1]) }),
  ],
  [
    /^(\d{1,2})\s?([-/.月])\s?(\d{1,2})(?:日\s?|\s[/|-]?\s?|\|\s?)((?:19|20)\d\d)\s?年?$/u,
    (m, hints) => ({ ...shortNumericDay(number(m[1]), m[2] ?? '', number(m[3]), hints), year: number(m[4]) }),
  ],
  [
    /^((?:19|20)\d\d)\s?[年/|-]?\s(\d{1,2})\s?([-/.月\s])\s?(\d{1,2})\s?日?$/u,
    (m, hints) => ({ ...shortNumericDay(number(m[2]), (m[3] ?? '').trim(), number(m[4]), hints), year: number(m[1]) }),
  ],
  [
    /^((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?月?\s?[/|]?\s(\d{1,2})\s?日?$/u,
    (m) => ({ year: number(m[1]), month: number(m[2]), day: number(m[3]) }),
  ],
  [/^(\p{L}{3,12})\.?\s((?:19|20)\d\d)\s(\d{1,2})$/u, (m) => ({ year: number(m[2]), month: month(m[1]), day: number(m[3]) })],
  [/^(\d{1,2})\s(\d{1,2})\s((?:19|20)\d\d)$/u, (m, hints) => twoOrders(number(m[1]), number(m[2]), number(m[3]), hints)],
  [
    /^(?:19|20)\d\d[01]\d[0-3]\d$/u,
    (m) => ({ year: number(m[0].slice(0, 4)), month: number(m[0].slice(4, 6)), day: number(m[0].slice(6)) }),
  ],
]

// A day without its year. Only where it is nearly all that the text says.
const WITHOUT_YEAR: readonly Form[] = [
  [/^\W{0,2}(\d{1,2})\s?月\s?(\d{1,2})\s?日?\W{0,2}$/u, (m) => ({ year: null, month: number(m[1]), day: number(m[2]) })],
  [
    /^\W{0,2}(\d{1,2})(?:st|nd|rd|th|\.|º)?[\s\-/|]{0,3}(?:de |of )?(\p{L}{3,12})\W{0,2}$/iu,
    (m) => ({ year: null, month: month(m[2]), day: number(m[1]) }),
  ],
  [
    /^(?:\p{L}{2,10}[.,]? )?\W{0,2}(\p{L}{3,12})\.?[\s\-/|]{0,3}(\d{1,2})(?:st|nd|rd|th)?\W{0,2}$/iu,
    (m) => ({ year: null, month: month(m[1]), day: number(m[2]) }),
  ],
  [
    /^[[(【]?\s?(\d{1,2})\s?([-/.])\s?(\d{1,2})\.?\s?[\])】]?$/u,
    (m, hints) => shortNumericDay(number(m[1]), m[2] ?? '', number(m[3]), hints),
  ],
]

const MOST_CHARACTERS = 240

/** The first date that a text states, in the forms of European, American and East Asian pages, or relative to now; null for none. */
export function findDate(text: string, hints: DateHints): FoundDate | null {
  const line = text
    .slice(0, MOST_CHARACTERS)
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[／．－]/gu, (sign) => ({ '／': '/', '．': '.', '－': '-' })[sign] ?? sign)
  if (!/\d|yesterday|today|gestern|heute|hier|ayer|hoy|昨|今|刚|前天|^(?:an? |one |hace |il y a |vor )/iu.test(line)) return null
  const short = line.trim().length <= 40
  return (
    (short ? firstOf(BOXES, line.trim(), hints) : null) ??
    firstOf(WITH_YEAR, line, hints) ??
    (short ? (firstOf(WITHOUT_YEAR, line.trim(), hints) ?? relative(line.trim(), hints)) : null)
  )
}

function firstOf(forms: readonly Form[], text: string, hints: DateHints): FoundDate | null {
  let first: FoundDate | null = null
  for (const [pattern, read] of forms) {
    const parts = pattern.exec(text)
    if (parts === null || (first !== null && parts.index >= first.index)) continue
    const found = foundDate(parts, read(parts, hints), text, hints)
    if (found !== null) first = found
  }
  return first
}

function foundDate(parts: RegExpExecArray, day: Day | null, text: string, hints: DateHints): FoundDate | null {
  if (day === null) return null
  const start = startOfDay(day, hints)
  if (start === null) return null
  const clock = clockAfter(text.slice(parts.index + parts[0].length))
  return {
    at: (start + clock.ms) as EpochMs,
    raw: (parts[0] + clock.raw).trim(),
    share: Math.min(1, (parts[0].length + clock.raw.length) / Math.max(1, text.trim().length)),
    hasYear: day.year !== null,
    index: parts.index,
    isAmbiguous: day.isAmbiguous === true,
  }
}

/** The first instant (UTC) of a day of the calendar; null where there is no such day or it is before the years of news. */
function startOfDay(day: Day, hints: DateHints): number | null {
  const year = day.year ?? hints.year ?? yearBefore(day, hints.now)
  const at = Date.UTC(year, day.month - 1, day.day)
  const isReal = day.month >= 1 && day.month <= 12 && new Date(at).getUTCDate() === day.day
  return isReal && at >= EARLIEST_NEWS && year <= new Date(hints.now).getUTCFullYear() + 3 ? at : null
}

// News without a year is from the last twelve months.
function yearBefore(day: Day, now: EpochMs): number {
  const year = new Date(now).getUTCFullYear()
  return Date.UTC(year, day.month - 1, day.day) > now + 2 * 86_400_000 ? year - 1 : year
}

const CLOCK =
  /^(?:T|[\s,|·-]{1,3}(?:um |at |à |a las )?)(\d{1,2})[:h](\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:\s?([ap])\.?m\.?)?(?:\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})(?![\d]))?/iu

function clockAfter(rest: string): { readonly ms: number; readonly raw: string } {
  const parts = CLOCK.exec(rest)
  if (parts === null) return { ms: 0, raw: '' }
  const [raw, hours, minutes, seconds, half, zone] = parts
  const hour = (number(hours) % (half === undefined ? 24 : 12)) + (half?.toLowerCase() === 'p' ? 12 : 0)
  const ms = ((hour * 60 + number(minutes)) * 60 + number(seconds ?? '0')) * 1_000
  return number(minutes) < 60 && number(hours) < 25 ? { ms: ms - offsetOf(zone), raw } : { ms: 0, raw: '' }
}

function offsetOf(zone: string | undefined): number {
  const parts = /^([+-])(\d{2}):?(\d{2})$/u.exec(zone ?? '')
  if (parts === null) return 0
  return (parts[1] === '-' ? -1 : 1) * (number(parts[2]) * 60 + number(parts[3])) * 60_000
}

function numericDay(parts: RegExpExecArray, hints: DateHints): Day | null {
  const [, first, sign, second, year] = parts
  if (year?.length === 2 && sign === '-') return null
  // Only people who write slashes or hyphens put the month first.
  return twoOrders(number(first), number(second), fullYear(year), sign === '.' ? { ...hints, order: 'dmy' } : hints, sign === '.')
}

function twoOrders(first: number, second: number, year: number, hints: DateHints, isSettled = false): Day {
  const monthFirst = first <= 12 && (second > 12 || (hints.order === 'mdy' && !isSettled))
  const isAmbiguous = !isSettled && first <= 12 && second <= 12 && first !== second
  return monthFirst ? { year, month: first, day: second, isAmbiguous } : { year, month: second, day: first, isAmbiguous }
}

// `11-17` is East Asian and puts the month first; `17.11.` is European; slashes go by the page.
function shortNumericDay(first: number, sign: string, second: number, hints: DateHints): Day {
  if (sign === '.') return { ...twoOrders(first, second, 0, hints, second <= 12), year: null }
  if (sign === '/') return { ...twoOrders(first, second, 0, hints), year: null }
  return first <= 12 ? { year: null, month: first, day: second } : { year: null, month: second, day: first }
}

function relative(text: string, hints: DateHints): FoundDate | null {
  const at = relativeDate(text, hints.now)
  return at === null ? null : { at, raw: text, share: 1, hasYear: true, index: 0, isAmbiguous: false }
}
