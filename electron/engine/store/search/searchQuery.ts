import type { EpochMs } from '../../../../shared/time.ts'
import { searchParts, type SearchFilter } from '../../../../shared/searchParts.ts'
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
  /** Names of collections, or parts of them; any of them. */
  readonly collections: readonly string[]
  readonly isSaved: boolean
  /** `is:muted`: what a rule mutes, which is else not found. */
  readonly isMuted: boolean
  readonly isRead: boolean | null
  /** Listed at this moment or later. */
  readonly after: EpochMs | null
  /** Listed before this moment. */
  readonly before: EpochMs | null
  /** The same with a minus before it. */
  readonly without: Without
}

/** What must not be: sources, companies and collections by parts of their names, tags, and whether saved items are left out. */
export interface Without {
  readonly sources: readonly string[]
  readonly companies: readonly string[]
  readonly tags: readonly string[]
  readonly collections: readonly string[]
  readonly isSaved: boolean
}

type Changing<Query> = {
  -readonly [Key in keyof Query]: Query[Key] extends readonly (infer Part)[]
    ? Part[]
    : Query[Key] extends Without
      ? Changing<Without>
      : Query[Key]
}

const SHORTEST_PREFIX = 2
const ENDS_IN_WORD = /[\p{L}\p{N}\p{M}]$/u

/** Reads what a person typed. Anything can be read: what is no filter is words, and what has no words is left out. */
export function parseQuery(typed: string): ParsedQuery {
  const query = emptyQuery()
  for (const { text, isUnwanted, filter } of searchParts(typed)) {
    if (filter !== null && take(query, filter, isUnwanted)) continue
    const words = wordsOf(text)
    if (words.length > 0) (isUnwanted ? query.unwanted : query.wanted).push({ words, isPrefix: false })
  }
  return { ...query, wanted: withPrefix(query.wanted, typed) }
}

/** Whether a query asks for nothing: it holds no words, and nothing that narrows. */
export function isEmptyQuery({ wanted, unwanted, isSaved, isMuted, isRead, after, before, without, ...named }: ParsedQuery): boolean {
  const names = [named, without].flatMap(({ sources, companies, tags, collections }) => [...sources, ...companies, ...tags, ...collections])
  const words = wanted.length + unwanted.length + names.length
  return words === 0 && !without.isSaved && !isSaved && !isMuted && isRead === null && after === null && before === null
}

function emptyQuery(): Changing<ParsedQuery> {
  return {
    wanted: [],
    unwanted: [],
    inTitle: false,
    sources: [],
    companies: [],
    tags: [],
    collections: [],
    isSaved: false,
    isMuted: false,
    isRead: null,
    after: null,
    before: null,
    without: { sources: [], companies: [], tags: [], collections: [], isSaved: false },
  }
}

/** False where a filter cannot be turned round. */
function take(query: Changing<ParsedQuery>, filter: SearchFilter, isUnwanted: boolean): boolean {
  const names = isUnwanted ? query.without : query
  switch (filter.kind) {
    case 'source':
      return names.sources.push(filter.name) > 0
    case 'company':
      return names.companies.push(filter.name) > 0
    case 'tag':
      return names.tags.push(filter.name) > 0
    case 'collection':
      return names.collections.push(filter.name) > 0
    case 'is':
      return takeState(query, filter.state, isUnwanted)
    case 'title':
      if (!isUnwanted) query.inTitle = true
      return !isUnwanted
    case 'after':
    case 'before':
      query[(filter.kind === 'after') === isUnwanted ? 'before' : 'after'] = filter.day
      return true
  }
}

function takeState(query: Changing<ParsedQuery>, state: 'saved' | 'read' | 'unread' | 'muted', isUnwanted: boolean): boolean {
  switch (state) {
    case 'saved':
      if (isUnwanted) query.without.isSaved = true
      else query.isSaved = true
      return true
    case 'muted':
      query.isMuted = !isUnwanted
      return true
    case 'read':
    case 'unread':
      query.isRead = (state === 'read') !== isUnwanted
      return true
  }
}

/** The word that is still being typed may go on: the last, where nothing follows it. */
function withPrefix(wanted: readonly QueryTerm[], text: string): QueryTerm[] {
  const last = wanted.at(-1)
  const word = last?.words.at(-1)
  if (!last || !word || word.length < SHORTEST_PREFIX || isUnspaced(word) || !endsWith(text, word)) return [...wanted]
  return [...wanted.slice(0, -1), { words: last.words, isPrefix: true }]
}

function endsWith(text: string, word: string): boolean {
  return ENDS_IN_WORD.test(text) && wordsOf(text).at(-1) === word
}
