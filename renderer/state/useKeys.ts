import { useEffect, useMemo } from 'react'
import type { ActionName } from '../../shared/actions.ts'
import { keyLabel, keysOf } from '../../shared/keys.ts'
import { isOffered, perform } from './actionDesk.ts'
import { useBridge } from './bridgeContext.tsx'
import { keyMap, readStroke, strokeName, type KeyMap } from './keyMap.ts'
import { useScreen } from './screen.ts'
import { useSettings } from './settings.ts'

const SEQUENCE_LASTS = 1200

// Told to the frame of the article too: its keys do not reach this document by themselves.
let listen: (event: KeyboardEvent) => void = () => undefined

/** Hands a key that was pressed inside the article's frame to the keys of the screen. */
export function handOnKey(event: KeyboardEvent): void {
  listen(event)
}

/** Listens for every key of the screen, with the person's own keys, for as long as the screen stands. */
export function useKeys(): void {
  const map = useKeyMap()
  const isMac = useIsMac()
  useEffect(() => {
    listen = keyListener(map, isMac)
    const onKey = (event: KeyboardEvent) => listen(event)
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [map, isMac])
}

/** The shortcut of an action as people write it, or null where it has none. */
export function useShortcut(action: ActionName | null): string | null {
  const { keys } = useSettings()
  const isMac = useIsMac()
  if (action === null) return null
  const first = keysOf(action, keys)[0]
  return first === undefined ? null : keyLabel(first, isMac)
}

/** Whether the keyboard is a Mac's: ⌘ in place of Ctrl. */
export function useIsMac(): boolean {
  return useBridge().host.platform === 'darwin'
}

function useKeyMap(): KeyMap {
  const { keys } = useSettings()
  return useMemo(() => keyMap(keys), [keys])
}

function keyListener(map: KeyMap, isMac: boolean): (event: KeyboardEvent) => void {
  let pending = ''
  let pressedAt = 0
  return (event) => {
    const name = strokeName(event, isMac)
    if (name === null || event.defaultPrevented || event.isComposing || !isForUs(event, name)) return
    const before = event.timeStamp - pressedAt < SEQUENCE_LASTS ? pending : ''
    pressedAt = event.timeStamp
    const reading = readStroke(map, before, name)
    pending = reading !== null && 'pending' in reading ? reading.pending : ''
    if (reading === null || 'pending' in reading || !isOffered(reading.action)) return
    event.preventDefault()
    perform(reading.action)
  }
}

// In a text field letters are text; on a button Space and Enter press it; in a dialog or menu the keys are its own.
function isForUs(event: KeyboardEvent, name: string): boolean {
  if (useScreen.getState().dialog !== null) return false
  const target = event.target as Partial<Element> | null
  const closest = (selector: string) => target?.closest?.(selector) ?? null
  if (closest('[role=dialog],[role=menu],[role=listbox],[role=alertdialog]') !== null) return false
  if (name.startsWith('Mod+')) return true
  if (closest('input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable=true]') !== null) return false
  const isPress = name === 'Space' || name === 'Enter'
  if (isPress && closest('button,a[href],summary,[role=button],[role=tab],input') !== null) return false
  return !(name.startsWith('Arrow') && closest('[role=tablist],[role=radiogroup],[role=slider],[role=separator],input') !== null)
}
