import { actions, type ActionName } from '../../shared/actions.ts'
import type { Company } from '../../shared/contract/company.ts'
import type { KeptSearch } from '../../shared/contract/keptSearch.ts'
import type { Source } from '../../shared/contract/source.ts'
import type { View } from '../state/place.ts'
import { folderNames } from '../state/sources.ts'
import { en } from '../words/en.ts'
import type { Words } from '../words/useWords.ts'
import { matchAny, type Fit } from './match.ts'

/** What a line of the palette leads to: something to do, or somewhere to go. */
export type Aim = { readonly kind: 'action'; readonly action: ActionName } | { readonly kind: 'view'; readonly view: View }

/** In which part of the palette a line stands. */
export type Group = 'actions' | 'places' | 'searches' | 'companies' | 'folders' | 'sources'

/** A line of the palette. `names`: the words on screen first, then others that find it; `logo`: a company's, where it has one. */
export type Entry = {
  readonly id: string
  readonly group: Group
  readonly names: readonly string[]
  readonly logo?: string | null
  readonly aim: Aim
}

/** A line that fits what was typed. */
export type FittingEntry = Entry & { readonly fit: Fit }

/** A part of the palette with its lines, best first. */
export type FittingGroup = { readonly group: Group; readonly entries: readonly FittingEntry[] }

const MOST_SHOWN = 60
/** Every part, in the order in which they stand while nothing is typed. */
const groups: readonly Group[] = ['actions', 'places', 'searches', 'companies', 'folders', 'sources']
/** The palette itself, and what only makes sense under a finger. */
const leftOut: ReadonlySet<ActionName> = new Set(['palette', 'scrollOn', 'openArticle'])
/** What people open the palette for, before anything is typed. */
const first: readonly ActionName[] = [
  'search',
  'refresh',
  'getReady',
  'addSource',
  'goToday',
  'goAll',
  'goCompany',
  'goIndustry',
  'goSaved',
  'goWatching',
  'goHealth',
  'settings',
  'shortcuts',
]

type Surroundings = {
  readonly t: Words
  readonly locale: string
  readonly sources: readonly Source[]
  readonly companies: readonly Company[]
  readonly searches: readonly KeptSearch[]
  readonly isOffered: (action: ActionName) => boolean
}

/** Every line of the palette: what can be done now, views, kept searches, companies, folders, sources. */
export function allEntries({ t, locale, sources, companies, searches, isOffered }: Surroundings): readonly Entry[] {
  const doable = [...first, ...actions.filter((action) => !first.includes(action))].filter(
    (action) => !leftOut.has(action) && isOffered(action),
  )
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  return [
    ...doable.map((action) => actionEntry(t, action)),
    { id: 'unread', group: 'places', names: [t('view.unread'), en['view.unread']], aim: list({ view: 'unread' }) },
    ...searches.map(searchEntry),
    { id: 'rules', group: 'places', names: [t('rules.title'), en['rules.title']], aim: { kind: 'view', view: { kind: 'rules' } } },
    ...companies.map(companyEntry),
    ...folderNames(sources, locale).map(folderEntry),
    ...sources.map(sourceEntry).sort((one, other) => compare(one.names[0] ?? '', other.names[0] ?? '')),
  ]
}

/** The lines that fit, in their parts: the part with the best line first, unless nothing is typed. */
export function fittingGroups(entries: readonly Entry[], query: string): readonly FittingGroup[] {
  const fitting = entries.flatMap((entry) => {
    const fit = matchAny(query, entry.names)
    return fit === null ? [] : [{ ...entry, fit }]
  })
  const isTyped = query.trim() !== ''
  const best = isTyped ? fitting.sort((one, other) => other.fit.score - one.fit.score) : fitting
  const byGroup = Map.groupBy(best.slice(0, MOST_SHOWN), (entry) => entry.group)
  const order = isTyped ? [...byGroup.keys()] : groups
  return order.map((group) => ({ group, entries: byGroup.get(group) ?? [] })).filter((each) => each.entries.length > 0)
}

// The English name finds an action in every language: people remember commands from elsewhere.
function actionEntry(t: Words, action: ActionName): Entry {
  return {
    id: `action-${action}`,
    group: 'actions',
    names: [t(`action.${action}`), en[`action.${action}`]],
    aim: { kind: 'action', action },
  }
}

function companyEntry({ id, name, aliases, site, logo }: Company): Entry {
  const host = site === null ? [] : [URL.parse(site)?.host ?? '']
  return {
    id: `company-${id}`,
    group: 'companies',
    names: [name, ...aliases, ...host],
    logo,
    aim: { kind: 'view', view: { kind: 'company', id } },
  }
}

function searchEntry({ id, name, query }: KeptSearch): Entry {
  return { id: `search-${id}`, group: 'searches', names: [name, query], aim: { kind: 'view', view: { kind: 'search', query, keptId: id } } }
}

function folderEntry(folder: string): Entry {
  return { id: `folder-${folder}`, group: 'folders', names: [folder], aim: list({ view: 'all', folder }) }
}

function sourceEntry({ id, title, url }: Source): Entry {
  return { id: `source-${id}`, group: 'sources', names: [title, URL.parse(url)?.host ?? ''], aim: list({ view: 'all', sourceId: id }) }
}

function list(scope: Extract<View, { kind: 'list' }>['scope']): Aim {
  return { kind: 'view', view: { kind: 'list', scope } }
}
