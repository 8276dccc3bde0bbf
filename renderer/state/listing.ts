import { useLayoutEffect } from 'react'
import { create } from 'zustand'

/** What the keys go through: the rows of the list on screen, in order. */
export type Listing = {
  readonly rows: readonly ListedRow[]
  /** Asks for the next page; null where there is none. */
  readonly loadMore: (() => void) | null
}

/** As much of a row as the keys need. */
export type ListedRow = { readonly id: string; readonly isRead: boolean }

/** The list on screen. */
export const useListing = create<Listing>()(() => ({ rows: [], loadMore: null }))

/** Tells the keys which rows stand on screen, for as long as the list does. */
export function useReportListing(rows: readonly ListedRow[], loadMore: (() => void) | null): void {
  // In the layout phase: a list that is hidden while the next view's code comes is not gone through any more.
  useLayoutEffect(() => {
    useListing.setState({ rows, loadMore })
    return () => useListing.setState({ rows: [], loadMore: null })
  }, [rows, loadMore])
}

/** The row a step from the chosen one; the first where none is chosen; null at the ends. */
export function neighbour(rows: readonly ListedRow[], chosenId: string | null, step: 1 | -1): ListedRow | null {
  const at = rows.findIndex((row) => row.id === chosenId)
  if (at === -1) return rows[0] ?? null
  return rows[at + step] ?? null
}

/** The first unread row after the chosen one, else the first unread one of all, else null. */
export function nextUnread(rows: readonly ListedRow[], chosenId: string | null): ListedRow | null {
  const at = rows.findIndex((row) => row.id === chosenId)
  const isOpen = (row: ListedRow) => !row.isRead && row.id !== chosenId
  return rows.slice(at + 1).find(isOpen) ?? rows.find(isOpen) ?? null
}
