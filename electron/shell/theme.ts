import { nativeTheme } from 'electron'
import type { Settings } from '../../shared/settings.ts'
import type { Gate } from '../gate/gate.ts'

/** Draws what the system draws (menus, frames) in the theme of the settings, and keeps to it as they change. */
export function followTheme(gate: Gate): void {
  const read = async (): Promise<void> => {
    const answer = await gate.answer('getSettings', {})
    if (answer.ok && 'settings' in answer.value) nativeTheme.themeSource = themeSource(answer.value.settings.theme)
  }
  gate.subscribe((event) => {
    if (event.name === 'settingsChanged') void read()
  })
  void read()
}

function themeSource(theme: Settings['theme']): 'system' | 'light' | 'dark' {
  return theme === 'contrast' ? 'system' : theme
}
