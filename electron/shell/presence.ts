import { Notification, app } from 'electron'
import type { ActionName } from '../../shared/actions.ts'
import type { DesktopSettings } from '../../shared/desktopSettings.ts'
import { pauseEnds } from '../../shared/pauses.ts'
import type { Settings } from '../../shared/settings.ts'
import { between, systemClock } from '../../shared/time.ts'
import type { Gate } from '../gate/gate.ts'
import { showBadge } from './badge.ts'
import type { ShellMemory } from './shellMemory.ts'
import { shellWords } from './shellWords.ts'
import { spokenLanguage } from './spokenLanguage.ts'
import { openTray, type TrayIcon } from './tray.ts'
import type { TrayCommand } from './trayMenu.ts'
import type { TrayPlace } from './trayPlace.ts'
import { followUnread, type UnreadCounts } from './unreadCounts.ts'
import type { Windows } from './windows.ts'

/** How the app is there while its window is not. */
export interface PresenceOptions {
  readonly gate: Gate
  readonly windows: Pick<Windows, 'show' | 'current'>
  readonly tray: TrayPlace
  /** The folder of the tray's pictures. */
  readonly icons: string
  readonly badge: () => DesktopSettings['badge']
  readonly perform: (action: ActionName) => void
}

/** Keeps the tray and the badge true to the settings and to what is unread. */
export interface Presence {
  readonly follow: (settings: Pick<Settings, 'language' | 'pausedUntil'>) => void
  readonly redraw: () => void
}

/** Puts the app into the tray, where there is one, and its number on its icon. */
export function keepPresence(options: PresenceOptions): Presence {
  const { gate, windows, tray, icons, badge } = options
  let icon: TrayIcon | null = null
  let counts: UnreadCounts = { all: 0, today: 0 }
  let chosen: Pick<Settings, 'language' | 'pausedUntil'> = { language: 'system', pausedUntil: null }
  let pauseOver: NodeJS.Timeout | undefined

  function redraw(): void {
    const language = spokenLanguage(chosen.language)
    const until = chosen.pausedUntil !== null && chosen.pausedUntil > systemClock() ? chosen.pausedUntil : null
    icon?.show({ language, unread: counts.all, pausedUntil: until })
    const count = badge() === 'off' ? 0 : counts[badge() === 'today' ? 'today' : 'all']
    showBadge(count, shellWords(language).unread(count), windows.current())
    clearTimeout(pauseOver)
    if (until !== null) pauseOver = setTimeout(redraw, between(systemClock(), until) + 1000).unref()
  }

  async function putIntoTray(): Promise<void> {
    if (!(await tray.known)) return
    icon = openTray(icons, (command) => obey(command, options))
    redraw()
  }

  void putIntoTray()
  followUnread(gate, (now) => {
    counts = now
    redraw()
  })
  return {
    follow: (settings) => {
      chosen = settings
      redraw()
    },
    redraw,
  }
}

function obey(command: TrayCommand, { gate, windows, perform }: PresenceOptions): void {
  const pause = (pausedUntil: Settings['pausedUntil']): void => void gate.answer('changeSettings', { change: { pausedUntil } })
  switch (command) {
    case 'open':
      return windows.show()
    case 'refresh':
      return void gate.answer('refresh', { force: true })
    case 'pauseHour':
      return pause(pauseEnds('hour', systemClock()))
    case 'pauseDay':
      return pause(pauseEnds('day', systemClock()))
    case 'resume':
      return pause(null)
    case 'settings':
      return perform('settings')
    case 'quit':
      return app.quit()
  }
}

/** Says, the first time, that the app goes on without its window. */
export function tellOnce(memory: ShellMemory, language: string): void {
  if (memory.get('hasToldGoingOn') === true || !Notification.isSupported()) return
  memory.set('hasToldGoingOn', true)
  const words = shellWords(language)
  new Notification({ title: words.goesOn, body: words.goesOnMore }).show()
}
