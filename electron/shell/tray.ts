import { join } from 'node:path'
import { Menu, Tray, app, nativeImage } from 'electron'
import { trayHint, trayMenu, type TrayCommand, type TrayState } from './trayMenu.ts'

/** The icon in the system's tray. */
export interface TrayIcon {
  readonly show: (state: TrayState) => void
}

// A tray icon that nothing holds is collected, and goes.
let held: Tray | null = null

/** Puts the icon into the tray. `icons`: the folder of its pictures. */
export function openTray(icons: string, onCommand: (command: TrayCommand) => void): TrayIcon {
  const tray = new Tray(nativeImage.createFromPath(join(icons, pictureOf(process.platform))))
  held = tray
  // On macOS a click brings the menu by itself.
  if (process.platform !== 'darwin') tray.on('click', () => onCommand('open'))
  app.on('will-quit', () => {
    held?.destroy()
    held = null
  })
  let drawn = ''
  return {
    show: (state) => {
      // A menu that stands open closes when another one is set.
      if (JSON.stringify(state) === drawn || tray.isDestroyed()) return
      drawn = JSON.stringify(state)
      tray.setToolTip(trayHint(app.getName(), state))
      if (process.platform === 'darwin') tray.setTitle(state.unread === 0 ? '' : String(state.unread))
      tray.setContextMenu(Menu.buildFromTemplate(trayMenu(state, onCommand)))
    },
  }
}

/** macOS colours a template by itself. */
function pictureOf(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'trayTemplate.png'
  return platform === 'win32' ? 'tray.ico' : 'tray.png'
}
