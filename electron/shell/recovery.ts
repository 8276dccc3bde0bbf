import type { BrowserWindow } from 'electron'
import type { LogFault } from '../gate/gate.ts'
import { MINUTE } from '../../shared/time.ts'
import { appOrigin } from './appOrigin.ts'
import { RECOVERY_PATH } from './recoveryPage.ts'

const HANGING = 10_000

/**
 * Brings a screen back that broke down or hangs: loads it again, once; when it breaks down again within a minute
 * shows a page of plain words. Fetching goes on meanwhile: it lives elsewhere.
 */
export function recoverScreen(window: BrowserWindow, log: LogFault, now: () => number = Date.now): void {
  let lastBreakdown = -Infinity
  let patience: NodeJS.Timeout | undefined
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit') return
    log('showing the screen', new Error(`Its process has gone: ${reason}`))
    const isAgain = now() - lastBreakdown < MINUTE
    lastBreakdown = now()
    void window.loadURL(isAgain ? `${appOrigin()}${RECOVERY_PATH}` : `${appOrigin()}/`)
  })
  window.on('unresponsive', () => {
    patience = setTimeout(() => window.webContents.forcefullyCrashRenderer(), HANGING)
  })
  window.on('responsive', () => clearTimeout(patience))
}
