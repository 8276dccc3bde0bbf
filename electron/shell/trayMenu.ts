import type { MenuItemConstructorOptions } from 'electron'
import type { EpochMs } from '../../shared/time.ts'
import { shellWords } from './shellWords.ts'

/** What can be chosen at the tray icon. */
export type TrayCommand = 'open' | 'refresh' | 'pauseHour' | 'pauseDay' | 'resume' | 'settings' | 'quit'

/** What the tray shows. `pausedUntil`: null where nothing is paused. */
export interface TrayState {
  readonly language: string
  readonly unread: number
  readonly pausedUntil: EpochMs | null
}

/** The menu of the tray icon. */
export function trayMenu(state: TrayState, onCommand: (command: TrayCommand) => void): MenuItemConstructorOptions[] {
  const words = shellWords(state.language)
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const item = (command: TrayCommand): MenuItemConstructorOptions => ({
    id: command,
    label: words[command],
    click: () => onCommand(command),
  })
  return [
    item('open'),
    { label: words.unread(state.unread), enabled: false },
    line,
    item('refresh'),
    ...(state.pausedUntil === null
      ? [item('pauseHour'), item('pauseDay')]
      : [{ label: words.paused(hourOf(state.pausedUntil, state.language)), enabled: false }, item('resume')]),
    line,
    item('settings'),
    item('quit'),
  ]
}

/** What stands beside the icon as one points at it. */
export function trayHint(name: string, { language, unread }: TrayState): string {
  return `${name}: ${shellWords(language).unread(unread)}`
}

function hourOf(at: EpochMs, language: string): string {
  return new Intl.DateTimeFormat(language, { weekday: 'short', hour: 'numeric', minute: '2-digit' }).format(at)
}
