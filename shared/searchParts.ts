import type { EpochMs } from './time.ts'

/** What a person can narrow a search by. */
export type SearchFilter =
  | { readonly kind: 'source' | 'company' | 'tag' | 'collection'; readonly name: string }
  | { readonly kind: 'is'; readonly state: 'saved' | 'read' | 'unread' | 'muted' }
  | { readonly kind: 'title' }
  /** From the beginning of a year, month or day of the person's own calendar on, or until it. */
  | { readonly kind: 'after' | 'before'; readonly day: EpochMs }

/** A piece of a search as it was typed: a filter, or words. `from` and `to` say where it stands. */
export interface SearchPart {
  readonly from: number
  readonly to: number
  /** As it was typed, without its minus. */
  readonly text: string
  readonly isUnwanted: boolean
  readonly filter: SearchFilter | null
  /** What looks like a filter and is none: its words are searched for. */
  readonly unknownFilter: string | null
}

/** A minus, a key, then a phrase in quotation marks or anything up to the next space. Signs of Chinese input methods count as well. */
const PART = /([-－−]?)(?:([a-z]+)[:：])?(?:"([^"]*)"?|(\S+))/giu
const QUOTATION_MARKS = /[“”„«»「」『』＂]/gu
const DAY = /^(\d{4})(?:[-/.年](\d{1,2}))?(?:[-/.月](\d{1,2}))?[年月日]?$/u

/** Takes apart what a person typed. Anything can be taken apart: what is no filter is words. */
export function searchParts(typed: string): SearchPart[] {
  return Array.from(plainQuotes(typed).matchAll(PART), ({ index, 0: whole, 1: minus = '', 2: key, 3: phrase, 4: bare }) => {
    const value = (phrase ?? bare ?? '').normalize('NFKC').trim()
    const filter = key === undefined ? null : readFilter(key.toLowerCase(), value)
    // The rest of a web address is no value.
    const isUnknown = key !== undefined && key.length > 1 && filter === null && value !== '' && !value.startsWith('//')
    return {
      from: index,
      to: index + whole.length,
      text: whole.slice(minus.length),
      isUnwanted: minus !== '',
      filter,
      unknownFilter: isUnknown ? whole.slice(minus.length) : null,
    }
  })
}

/** The same text with one kind of quotation marks, each in its place. */
function plainQuotes(typed: string): string {
  return typed.replaceAll(QUOTATION_MARKS, '"').replaceAll('\0', ' ')
}

function readFilter(key: string, value: string): SearchFilter | null {
  switch (key) {
    case 'source':
    case 'company':
    case 'tag':
    case 'collection':
      return value === '' ? null : { kind: key, name: value }
    case 'is':
      return readState(value.toLowerCase())
    case 'in':
      return value.toLowerCase() === 'title' ? { kind: 'title' } : null
    case 'after':
    case 'before':
      return readDay(key, value)
    default:
      return null
  }
}

function readState(state: string): SearchFilter | null {
  switch (state) {
    case 'saved':
    case 'read':
    case 'unread':
    case 'muted':
      return { kind: 'is', state }
    default:
      return null
  }
}

function readDay(kind: 'after' | 'before', value: string): SearchFilter | null {
  const found = DAY.exec(value)
  if (!found) return null
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)]
  const date = new Date(2000, month - 1, 1)
  // The constructor takes the years 0 to 99 for those of the last century.
  date.setFullYear(year, month - 1, day)
  const isDay = date.getMonth() === month - 1 && date.getDate() === day
  return isDay ? { kind, day: date.getTime() as EpochMs } : null
}

/** What was typed without one of its parts. */
export function withoutPart(typed: string, { from, to }: Pick<SearchPart, 'from' | 'to'>): string {
  return `${typed.slice(0, from).trimEnd()} ${typed.slice(to).trimStart()}`.trim()
}
