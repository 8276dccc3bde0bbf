import type { Bridge } from './bridge.ts'
import { browserBridge } from './browserBridge.ts'
import { openSession } from './browserSession.ts'
import { desktopBridge } from './desktopBridge.ts'

/**
 * The bridge of wherever this page runs; null where a browser tab has no session with its host.
 *
 * @param onEnded called when the host stops knowing this tab: it was started again, or shut down.
 */
export async function openBridge(onEnded: () => void): Promise<Bridge | null> {
  if (window.newsdesk !== undefined) return desktopBridge(window.newsdesk)
  const session = await openSession()
  return session === null ? null : browserBridge({ token: session.token, version: '', onEnded })
}
