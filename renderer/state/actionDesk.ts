import { useEffect, useRef } from 'react'
import type { ActionName } from '../../shared/actions.ts'

type Handler = () => void

// The last pane to offer an action gets it: a dialog's before the reading view's before the frame's.
const desk = new Map<ActionName, Handler[]>()
const watchers = new Set<() => void>()
let isToTell = false

/** Does an action, wherever it came from: a key, a menu, the palette. False where nothing on screen offers it now. */
export function perform(action: ActionName): boolean {
  const handler = desk.get(action)?.at(-1)
  handler?.()
  return handler !== undefined
}

/** Whether something on screen offers an action now. */
export function isOffered(action: ActionName): boolean {
  return (desk.get(action)?.length ?? 0) > 0
}

/** Offers to do an action for as long as the component stands; null offers nothing. */
export function useAction(action: ActionName, handler: Handler | null): void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  }, [handler])
  const isOffering = handler !== null
  useEffect(() => {
    if (!isOffering) return undefined
    return offer(action, () => latest.current?.())
  }, [action, isOffering])
}

/** Puts a handler on the desk until the returned function is called. */
export function offer(action: ActionName, handler: Handler): () => void {
  desk.set(action, [...(desk.get(action) ?? []), handler])
  tellSoon()
  return () => {
    desk.set(
      action,
      (desk.get(action) ?? []).filter((each) => each !== handler),
    )
    tellSoon()
  }
}

/** Calls back with everything that is on offer, now and after each change, until the returned function is called. */
export function watchOffered(tell: (offered: readonly ActionName[]) => void): () => void {
  const watcher = () => tell([...desk.keys()].filter(isOffered))
  watchers.add(watcher)
  watcher()
  return () => void watchers.delete(watcher)
}

// A pane that comes or goes changes many at once, which is told once.
function tellSoon(): void {
  if (isToTell || watchers.size === 0) return
  isToTell = true
  queueMicrotask(() => {
    isToTell = false
    for (const watcher of watchers) watcher()
  })
}

const PATIENCE = 500

/** Waits until something on screen offers an action, as what was just chosen will; not for ever. */
export function whenOffered(action: ActionName): Promise<void> {
  if (isOffered(action)) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      leave()
      resolve()
    }
    const timer = setTimeout(done, PATIENCE)
    const leave = watchOffered((offered) => offered.includes(action) && queueMicrotask(done))
  })
}
