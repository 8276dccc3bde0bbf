import type { EpochMs } from '../../../../shared/time.ts'
import { isUnspaced, wordsOf } from './words.ts'

/** Words that stand together, in order. `isPrefix`: the last of them may go on, as while one types. */
export interface QueryTerm {
  readonly words: readonly string[]
  readonly isPrefix: boolean
}

/** What a person asked for. Every part must hold. */
export interface ParsedQuery {
  readonly wanted: readonly QueryTerm[]
  readonly unwanted: readonly QueryTerm[]
  /** `in:title`: the wanted words stand in the title. */
  readonly inTitle: boolean
  /** Parts of sources' and companies' names; any of them. */
  readonly sources: readonly string[]
  readonly companies: readonly string[]
  readonly tags: readonly string[]
  readonly isSaved: boolean
  /** `is:muted`: what a rule mutes, which is else not found. */
  readonly isMuted: boolean
  readonly isRead: boolean | null
  /** Listed at this moment or later. */
  readonly after: EpochMs | null
  /** Listed before this moment. */
  readonly before: EpochMs | null
}

type Filters = { -readonly [Key in keyof ParsedQuery]: ParsedQuery[Key] extends readonly (infer Part)[] ? Part[] : ParsedQuery[Key] }

/** A minus, a key, then a phrase in quotation marks or anything up to the next space. */
const PART = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/giu
const QUOTATION_MARKS = /[“”„«»「」『』＂]/gu
const SHORTEST_PREFIX = 2

/** Reads what a person typed. Anything can be read: what is no filter is words, and what has no words is left out. */
export function parseQuery(typed: string): ParsedQuery {
  const text = typed.replaceAll(QUOTATION_MARKS, '"').replaceAll('\0', ' ')
  const query: Filters = {
    wanted: [],
    unwanted: [],
    inTitle: false,
    sources: [],
    companies: [],
    tags: [],
    isSaved: false,
    isMuted: false,
    isRead: null,
    after: null,
    before: null,
  }
  for (const [whole, minus, key, phrase, bare] of text.matchAll(PART)) {
    const value = phrase ?? bare ?? ''
    if (!minus && key && takeFilter(query, key.toLowerCase(), value)) continue
    const words = wordsOf(minus ? whole.slice(1) : whole)
    if (words.length > 0) (minus ? query.unwanted : query.wanted).push({ words, isPrefix: false })
  }
  return { ...query, wanted: withPrefix(query.wanted, text) }
}

/** True where key and value are a filter. */
function takeFilter(query: Filters, key: string, value: string): boolean {
  switch (key) {
    case 'source':
      return takeName(query.sources, value)
    case 'company':
      return takeName(query.companies, value)
    case 'tag':
      return takeName(query.tags, value)
    case 'is':
      return takeState(query, value.toLowerCase())
    case 'in':
      return value.toLowerCase() === 'title' && (query.inTitle = true)
    case 'after':
      return takeDate(value, (day) => (query.after = day))
    case 'before':
      return takeDate(value, (day) => (query.before = day))
    default:
      return false
  }
}

function takeName(names: string[], value: string): boolean {
  if (value.trim() === '') return false
  names.push(value.trim())
  return true
}

function takeState(query: Filters, state: string): boolean {
  if (state === 'saved') query.isSaved = true
  else if (state === 'muted') query.isMuted = true
  else if (state === 'read') query.isRead = true
  else if (state === 'unread') query.isRead = false
  else return false
  return true
}

/** A year, a month or a day of the person's own calendar; it begins at midnight. */
function takeDate(value: string, take: (day: EpochMs) => void): boolean {
  const found = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/.exec(value)
  if (!found) return false
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)]
  if (month < 1 || month > 12 || day < 1 || day > 31) return false
  const date = new Date(2000, month - 1, day)
  // The constructor takes the years 0 to 99 for those of the last century.
  date.setFullYear(year, month - 1, day)
  take(date.getTime() as EpochMs)
  return true
}

/** The word that is still being typed may go on: the last, where nothing follows it. */
function withPrefix(wanted: readonly QueryTerm[], text: string): QueryTerm[] {
  const last = wanted.at(-1)
  const word = last?.words.at(-1)
  if (!last || !word || word.length < SHORTEST_PREFIX || isUnspaced(word) || !endsWith(text, word)) return [...wanted]
  return [...wanted.slice(0, -1), { words: last.words, isPrefix: true }]
}

function endsWith(text: string, word: string): boolean {
  return text.normalize('NFKC').endsWith(word)
}
