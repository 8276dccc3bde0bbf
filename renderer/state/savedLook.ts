import { create } from 'zustand'
import type { SavedOrder } from '../../shared/contract/article.ts'
import type { RequestInput } from '../../shared/contract/requests.ts'
import type { View } from './place.ts'

/** Where a person is among the saved items. */
export type SavedView = Extract<View, { kind: 'saved' }>

/** Saved items that one looks for by how they stand. */
export type SavedNarrowing = 'all' | 'hasNote' | 'isIncomplete' | 'inNone'

/** How a person looks through saved items; it stays from one visit to the next. */
export type SavedLook = {
  readonly order: SavedOrder
  readonly narrowing: SavedNarrowing
  /** As typed; searched for in the whole text, notes and tags. */
  readonly query: string
}

/** The look at the start: everything, newest saved first. */
export const firstSavedLook: SavedLook = { order: 'savedNewest', narrowing: 'all', query: '' }

/** The look itself. */
export const useSavedLook = create<SavedLook>()(() => firstSavedLook)

/** How a view is narrowed: within a collection none stands outside it. */
export function narrowingOf({ collectionId }: SavedView, { narrowing }: SavedLook): SavedNarrowing {
  return narrowing === 'inNone' && collectionId !== undefined ? 'all' : narrowing
}

/** What to ask for, to show a view of saved items with a look. */
export function wantedSaved(view: SavedView, look: SavedLook): RequestInput<'listSaved'> {
  const query = look.query.trim()
  return {
    order: look.order,
    ...(view.tag === null ? {} : { tag: view.tag }),
    ...(view.collectionId === undefined ? {} : { collectionId: view.collectionId }),
    ...(query === '' ? {} : { query }),
    ...narrowedBy(narrowingOf(view, look)),
  }
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
