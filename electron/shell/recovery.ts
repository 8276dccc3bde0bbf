import type { BrowserWindow } from 'electron'
import type { LogFault } from '../gate/gate.ts'
import { MINUTE, SECOND } from '../../shared/time.ts'
import { appOrigin } from './appOrigin.ts'
import { RECOVERY_PATH } from './recoveryPage.ts'

/** Chromium waits this long for an answer before it says that a page hangs; the rest of a minute is ours. */
const UNTIL_TOLD = 15 * SECOND
const PATIENCE = MINUTE - UNTIL_TOLD

/** What bringing a screen back needs. `ask`: whether to wait on, or to load the screen again; `over` ends the question. */
export interface RecoveryOptions {
  readonly log: LogFault
  readonly ask: (window: BrowserWindow, over: AbortSignal) => Promise<'wait' | 'reload'>
  readonly now?: () => number
}

/**
 * Brings a screen back that broke down: loads it again where it stood, once; when it breaks down again within a minute shows a page of
 * plain words. One that does not answer for a minute is left to a person. Fetching goes on meanwhile: it lives elsewhere.
 */
export function recoverScreen(window: BrowserWindow, { log, ask, now = Date.now }: RecoveryOptions): void {
  const { webContents } = window
  let lastBreakdown = -Infinity
  webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit') return
    log(`showing the screen, whose process has gone (${reason})`, new Error(reason))
    const isAgain = now() - lastBreakdown < MINUTE
    lastBreakdown = now()
    if (isAgain) void window.loadURL(`${appOrigin()}${RECOVERY_PATH}`)
    // Loading it again keeps what the page noted of its place.
    else webContents.reload()
  })
  askWhenHanging(window, ask)
}

function askWhenHanging(window: BrowserWindow, ask: RecoveryOptions['ask']): void {
  let hang: { readonly over: AbortController; timer: NodeJS.Timeout } | null = null
  const wait = (over: AbortController): NodeJS.Timeout => setTimeout(() => void decide(over), PATIENCE)
  const decide = async (over: AbortController): Promise<void> => {
    const choice = await ask(window, over.signal)
    if (over.signal.aborted || hang?.over !== over || window.isDestroyed()) return
    if (choice === 'reload') window.webContents.forcefullyCrashRenderer()
    else hang.timer = wait(over)
  }
  const end = (): void => {
    clearTimeout(hang?.timer)
    hang?.over.abort()
    hang = null
  }
  window.on('unresponsive', () => {
    if (hang !== null) return
    const over = new AbortController()
    hang = { over, timer: wait(over) }
  })
  window.on('responsive', end)
  window.on('closed', end)
  window.webContents.on('render-process-gone', end)
}
