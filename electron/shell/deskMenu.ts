import { app } from 'electron'
import type { ActionName } from '../../shared/actions.ts'
import { appOrigin } from './appOrigin.ts'
import { channels } from './channels.ts'
import type { HostCommand } from './menu.ts'
import { createMenuBar, type MenuBar } from './menuBar.ts'
import type { ShellMemory } from './shellMemory.ts'
import type { UpdateKeeper } from './updates/updateKeeper.ts'
import type { Windows } from './windows.ts'
import { zoomWindow } from './zoom.ts'

/** What the menu bar works on. */
export interface DeskMenuParts {
  readonly windows: Windows
  readonly memory: ShellMemory
  readonly updates: UpdateKeeper
  /** Brings the window forward and has its screen do something. */
  readonly lead: (action: ActionName) => void
}

/** The menu bar of the desk: what the screen can do is sent there, the rest is done here. */
export function deskMenu(parts: DeskMenuParts): MenuBar {
  const { windows, updates } = parts
  return createMenuBar({
    platform: process.platform,
    isPackaged: app.isPackaged,
    hasUpdates: updates.do({ do: 'tell' }).page !== null,
    onAction: (action) => {
      windows.show()
      windows.current()?.webContents.send(channels.action, action)
    },
    onHost: (command) => obey(command, parts),
  })
}

function obey(command: HostCommand, { windows, memory, updates, lead }: DeskMenuParts): void {
  if (command === 'checkForUpdates') {
    updates.do({ do: 'check' })
    return lead('settings')
  }
  const window = windows.current()
  if (window === null) return
  if (command === 'openScreenAgain') void window.loadURL(`${appOrigin()}/`)
  else zoomWindow(window, memory, command)
}
