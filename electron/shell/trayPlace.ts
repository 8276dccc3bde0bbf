import { execFile } from 'node:child_process'

const PATIENCE = 2000
const WATCHER = 'org.kde.StatusNotifierWatcher'
const asks: readonly (readonly [string, readonly string[]])[] = [
  [
    'gdbus',
    ['call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus'].concat([
      '--method',
      'org.freedesktop.DBus.NameHasOwner',
      WATCHER,
    ]),
  ],
  [
    'dbus-send',
    ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'].concat([
      'org.freedesktop.DBus.NameHasOwner',
      `string:${WATCHER}`,
    ]),
  ],
]

/** What is known of the place for a tray icon. */
export interface TrayPlace {
  /** False until it is known. */
  readonly isThere: () => boolean
  readonly known: Promise<boolean>
}

/** Looks for the place while the app goes on to open: on Linux programs are started to ask, and the window need not wait for them. */
export function lookForTrayPlace(platform: NodeJS.Platform): TrayPlace {
  let isThere = false
  const known = hasTrayPlace(platform)
  void known.then((has) => (isThere = has))
  return { isThere: () => isThere, known }
}

/**
 * Whether there is a place for a tray icon. Windows and macOS have one. On Linux many desktops have none, and Electron does not say:
 * an app that hides into a tray that is not there cannot be found again, so the desktop's bus is asked, and no answer means no.
 */
export async function hasTrayPlace(platform: NodeJS.Platform): Promise<boolean> {
  if (platform !== 'linux') return true
  for (const [program, args] of asks) {
    const answer = await outputOf(program, args)
    if (answer !== null) return /\btrue\b/.test(answer)
  }
  return false
}

function outputOf(program: string, args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: PATIENCE }, (fault, stdout) => resolve(fault === null ? stdout : null))
  })
}
