import { actions, defaultKeys, type ActionName } from '../../shared/actions.ts'
import type { Settings } from '../../shared/settings.ts'

/** As much of a keyboard event as the map needs. */
export type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** From the keys of a sequence, joined by spaces, to its action. */
export type KeyMap = ReadonlyMap<string, ActionName>

/** What a key pressed comes to: an action, the beginning of a sequence, or nothing. */
export type Reading = { readonly action: ActionName } | { readonly pending: string } | null

/** The map of all keys. A person's own key beats a built-in one. */
export function keyMap(own: Settings['keys']): KeyMap {
  const map = new Map<string, ActionName>()
  for (const action of actions) if (own[action] === undefined) for (const keys of defaultKeys[action]) map.set(keys, action)
  for (const action of actions) for (const keys of own[action] ?? []) map.set(keys, action)
  return map
}

/** The name of a key pressed, as the map writes it: `j`, `A`, `Space`, `Mod+k`; null for a mere modifier. */
export function strokeName(stroke: Stroke, isMac: boolean): string | null {
  if (['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'Dead', 'Process'].includes(stroke.key)) return null
  const key = stroke.key === ' ' ? 'Space' : stroke.key
  const isMod = isMac ? stroke.metaKey : stroke.ctrlKey
  const isOther = isMac ? stroke.ctrlKey : stroke.metaKey
  if (isOther || stroke.altKey) return null
  if (isMod) return `Mod+${stroke.shiftKey && key.length > 1 ? 'Shift+' : ''}${key.length === 1 ? key.toLowerCase() : key}`
  return stroke.shiftKey && key.length > 1 ? `Shift+${key}` : key
}

/** Reads a key after those that were pressed before it (`pending`, or an empty string). */
export function readStroke(map: KeyMap, pending: string, name: string): Reading {
  const keys = pending === '' ? name : `${pending} ${name}`
  const action = map.get(keys)
  if (action !== undefined) return { action }
  for (const known of map.keys()) if (known.startsWith(`${keys} `)) return { pending: keys }
  return pending === '' ? null : readStroke(map, '', name)
}
