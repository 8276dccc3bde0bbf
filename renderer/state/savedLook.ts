import { create } from 'zustand'
import type { SavedOrder } from '../../shared/contract/article.ts'
import type { RequestInput } from '../../shared/contract/requests.ts'
import { DAY, type EpochMs } from '../../shared/time.ts'
import type { View } from './place.ts'

/** Where a person is among the saved items. */
export type SavedView = Extract<View, { kind: 'saved' }>

/** Saved items that one looks for by how they stand. */
export type SavedNarrowing = 'all' | 'hasNote' | 'isIncomplete' | 'inNone'

/** When they were saved, up to now. */
export type SavedSince = 'ever' | 'week' | 'month' | 'year'

/** Whose news they are: everybody's, a company's or a source's. */
export type SavedFrom = 'all' | `company:${string}` | `source:${string}`

/** How a person looks through saved items; it stays from one visit to the next. */
export type SavedLook = {
  readonly order: SavedOrder
  readonly narrowing: SavedNarrowing
  readonly since: SavedSince
  readonly from: SavedFrom
  /** As typed; searched for in the whole text, notes and tags. */
  readonly query: string
}

/** A look that shows everything. */
export const wholeSavedLook = { narrowing: 'all', since: 'ever', from: 'all', query: '' } as const satisfies Partial<SavedLook>

/** The look at the start: everything, newest saved first. */
export const firstSavedLook: SavedLook = { order: 'savedNewest', ...wholeSavedLook }

/** The look itself. */
export const useSavedLook = create<SavedLook>()(() => firstSavedLook)

const daysOf: Readonly<Record<Exclude<SavedSince, 'ever'>, number>> = { week: 7, month: 30, year: 365 }

/** How a view is narrowed: within a collection none stands outside it. */
export function narrowingOf({ collectionId }: SavedView, { narrowing }: SavedLook): SavedNarrowing {
  return narrowing === 'inNone' && collectionId !== undefined ? 'all' : narrowing
}

/** What to ask for, to show a view of saved items with a look. The same for a whole day, as far as only the time goes on. */
export function wantedSaved(view: SavedView, look: SavedLook, now: number): RequestInput<'listSaved'> {
  const query = look.query.trim()
  return {
    order: look.order,
    ...(view.tag === null ? {} : { tag: view.tag }),
    ...(view.collectionId === undefined ? {} : { collectionId: view.collectionId }),
    ...(query === '' ? {} : { query }),
    ...(look.since === 'ever' ? {} : { after: (Math.floor(now / DAY) * DAY - daysOf[look.since] * DAY) as EpochMs }),
    ...fromWhom(look.from),
    ...narrowedBy(narrowingOf(view, look)),
  }
}

function fromWhom(from: SavedFrom): RequestInput<'listSaved'> {
  if (from === 'all') return {}
  const id = from.slice(from.indexOf(':') + 1)
  return from.startsWith('company:') ? { companyId: id } : { sourceId: id }
}

function narrowedBy(narrowing: SavedNarrowing): RequestInput<'listSaved'> {
  switch (narrowing) {
    case 'all':
      return {}
    case 'hasNote':
      return { hasNote: true }
    case 'isIncomplete':
      return { isIncomplete: true }
    case 'inNone':
      return { collectionId: null }
  }
}
