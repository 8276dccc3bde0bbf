import { app } from 'electron'
import type { BrowserWindow } from 'electron'
import type { LogFault } from '../gate/gate.ts'
import { recoverScreen, type RecoveryOptions } from './recovery.ts'
import type { ShellMemory } from './shellMemory.ts'
import { openWindow } from './window.ts'
import { createWindowPlace } from './windowPlace.ts'
import { keepZoom } from './zoom.ts'

/** The one window. `ids`: of the web contents that are ours. */
export interface Windows {
  readonly ids: ReadonlySet<number>
  readonly current: () => BrowserWindow | null
  /** Opens it when there is none, brings it to the front when there is. */
  readonly show: () => void
}

/** How the window is kept. */
export interface WindowOptions {
  readonly preload: string
  readonly memory: ShellMemory
  readonly log: LogFault
  /** What becomes of a screen that does not answer. */
  readonly ask: RecoveryOptions['ask']
  /** Whether closing it only hides it now. */
  readonly mayHide: () => boolean
  readonly onOpened: (window: BrowserWindow) => void
  readonly onHidden: () => void
  readonly onClosed: () => void
}

/** Keeps the one window. */
export function keepWindow({ preload, memory, log, ask, mayHide, onOpened, onHidden, onClosed }: WindowOptions): Windows {
  const ids = new Set<number>()
  const place = createWindowPlace(memory)
  let window: BrowserWindow | null = null
  let isQuitting = false
  const show = (): void => {
    if (window !== null) return bringForward(window)
    window = openWindow(preload, place)
    watch(window)
  }
  const watch = (opened: BrowserWindow): void => {
    const { id } = opened.webContents
    ids.add(id)
    recoverScreen(opened, { log, ask })
    keepZoom(opened, memory)
    onOpened(opened)
    opened.on('close', (event) => {
      if (isQuitting || !mayHide()) return
      event.preventDefault()
      hide(opened)
      onHidden()
    })
    opened.on('closed', () => {
      ids.delete(id)
      window = null
      onClosed()
    })
  }
  app.on('before-quit', () => (isQuitting = true))
  app.on('activate', show)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  return { ids, show, current: () => window }
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

// macOS leaves a black space behind where a full screen is hidden.
function hide(window: BrowserWindow): void {
  if (!window.isFullScreen() || process.platform !== 'darwin') return window.hide()
  window.once('leave-full-screen', () => window.hide())
  window.setFullScreen(false)
}
