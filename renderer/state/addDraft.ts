import { create } from 'zustand'
import { showDialog } from './screen.ts'

/** What the add dialog begins with: an address to look at at once, or null for an empty field; and where the source should stand. */
export type AddDraft = {
  readonly address: string | null
  /** Whether it is looked at at once, or waits for a word of the person. */
  readonly isAsked: boolean
  readonly category?: 'company' | 'industry'
  readonly folder?: string | null
}

const empty: AddDraft = { address: null, isAsked: false }

const useAddDraft = create<AddDraft>()(() => empty)

/** Opens the add dialog with a draft. */
export function openAdd(draft: AddDraft): void {
  useAddDraft.setState(draft, true)
  showDialog('add')
}

/** The draft that stands; the dialog lays it aside when it closes. */
export function currentAddDraft(): AddDraft {
  return useAddDraft.getState()
}

/** Lays the draft aside: the next dialog begins empty. */
export function clearAddDraft(): void {
  useAddDraft.setState(empty, true)
}
