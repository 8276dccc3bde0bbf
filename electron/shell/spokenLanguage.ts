import { app } from 'electron'
import type { Settings } from '../../shared/settings.ts'

/** The language to speak: the person's choice, else the system's. */
export function spokenLanguage(choice: Settings['language']): string {
  return choice === 'system' ? app.getLocale() : choice
}
