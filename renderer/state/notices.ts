import { create } from 'zustand'
import type { WordKey } from '../words/en.ts'
import type { AnyFailure } from '../words/failureWords.ts'

/** A short message at the foot of the screen: words of the catalogue, or a failure; with an undo where there is one. */
export type Notice = {
  readonly id: number
  readonly words: { readonly key: WordKey; readonly values?: Readonly<Record<string, string | number>> } | { readonly failure: AnyFailure }
  readonly undo: string | null
}

type Notices = { readonly shown: readonly Notice[]; readonly undos: readonly string[] }

const MOST_SHOWN = 3
const MOST_UNDOS = 50
let lastId = 0

/** The messages on screen, and what `undo` would take back, last first to go. */
export const useNotices = create<Notices>()(() => ({ shown: [], undos: [] }))

/** Shows a message. */
export function tell(key: WordKey, values?: Readonly<Record<string, string | number>>, undo: string | null = null): void {
  show({ id: nextId(), words: values === undefined ? { key } : { key, values }, undo })
  if (undo !== null) rememberUndo(undo)
}

/** Shows a failure. */
export function tellFailure(failure: AnyFailure): void {
  show({ id: nextId(), words: { failure }, undo: null })
}

/** Remembers something that `undo` can take back, with no message: the change is plain to see. */
export function rememberUndo(token: string | null): void {
  if (token === null) return
  useNotices.setState(({ undos }) => ({ undos: [...undos, token].slice(-MOST_UNDOS) }))
}

/** Takes a message away. */
export function dismiss(id: number): void {
  useNotices.setState(({ shown }) => ({ shown: shown.filter((notice) => notice.id !== id) }))
}

/** Takes the newest undo from the pile, or the one named; null where there is none. */
export function takeUndo(named?: string): string | null {
  const { undos, shown } = useNotices.getState()
  const token = named ?? undos.at(-1) ?? null
  useNotices.setState({
    undos: undos.filter((each) => each !== token),
    shown: shown.filter((notice) => notice.undo !== token || token === null),
  })
  return token
}

function show(notice: Notice): void {
  useNotices.setState(({ shown }) => ({ shown: [...shown, notice].slice(-MOST_SHOWN) }))
}

function nextId(): number {
  lastId += 1
  return lastId
}
