import { app } from 'electron'
import { autostartEntry, autostartPath, setAutostart, startsWithDesktop } from './autostart.ts'

/** What starts the app without its window. */
export const HIDDEN = '--hidden'

/** The entry by which the system starts the app when a person signs in. The system is asked, so that a change made there is seen. */
export interface LoginItem {
  readonly isSet: () => boolean
  readonly set: (isWanted: boolean) => void
}

/** The login item of this system. `profile`: the folder it was asked for, or null for the platform's own. */
export function loginItem(profile: string | null): LoginItem {
  return process.platform === 'linux' ? linuxItem(profile) : nativeItem(profile)
}

function linuxItem(profile: string | null): LoginItem {
  const path = autostartPath(process.env)
  // An AppImage runs from a place that is gone at the next start; it names its own file.
  const program = process.env['APPIMAGE'] ?? process.execPath
  const command = [program, ...(app.isPackaged ? [] : [app.getAppPath()]), ...startArguments(profile)]
  return {
    isSet: () => startsWithDesktop(path),
    set: (isWanted) => setAutostart(path, isWanted ? autostartEntry(app.getName(), command) : null),
  }
}

function nativeItem(profile: string | null): LoginItem {
  const args = startArguments(profile)
  return {
    isSet: () => app.getLoginItemSettings({ args }).openAtLogin,
    set: (openAtLogin) => app.setLoginItemSettings({ openAtLogin, args }),
  }
}

function startArguments(profile: string | null): string[] {
  return [HIDDEN, ...(profile === null ? [] : ['--profile', profile])]
}

/** Whether the system started the app, which then keeps to the background. macOS gives no arguments, but tells. */
export function wasStartedAtLogin(isHidden: boolean): boolean {
  return isHidden || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin)
}
