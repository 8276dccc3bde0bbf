import { defaultKeys, type ActionName } from './actions.ts'
import type { Settings } from './settings.ts'

/** The keys of every action: a person's own where there are any, else the built-in ones. */
export function keysOf(action: ActionName, own: Settings['keys']): readonly string[] {
  return own[action] ?? defaultKeys[action]
}

/** How keys are written for people: `g t`, `⌘K`, `Ctrl+K`, `↓`. */
export function keyLabel(keys: string, isMac: boolean): string {
  return keys
    .split(' ')
    .map((stroke) => strokeLabel(stroke, isMac))
    .join(' ')
}

const labels: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: 'Esc',
}

function strokeLabel(stroke: string, isMac: boolean): string {
  const parts = stroke.split('+').filter((part) => part !== '')
  const key = stroke.endsWith('+') ? '+' : (parts.at(-1) ?? stroke)
  const isMod = stroke.startsWith('Mod+')
  const name = labels[key] ?? (key.length === 1 ? keyName(key) : key)
  if (!isMod) return stroke.includes('Shift+') ? `${isMac ? '⇧' : 'Shift+'}${name}` : name
  return isMac ? `⌘${name}` : `Ctrl+${name}`
}

// As on the key caps: J, and ⇧A for a capital.
function keyName(key: string): string {
  return key === key.toLowerCase() ? key.toUpperCase() : `⇧${key}`
}
