import { nativeTheme } from 'electron'
import type { Settings } from '../../shared/settings.ts'

/** Draws what the system draws (menus, frames) in the theme of the settings. */
export function drawInTheme({ theme }: Pick<Settings, 'theme'>): void {
  nativeTheme.themeSource = themeSource(theme)
}

/** What the system is told; high contrast is the page's own, over the light or dark of the system. */
export function themeSource(theme: Settings['theme']): 'system' | 'light' | 'dark' {
  return theme === 'contrast' ? 'system' : theme
}
