import { useEffect } from 'react'
import { useBridge } from './bridgeContext.tsx'

/** What Chromium knows of the network (the Network Information API); other browsers know nothing. */
type Connection = EventTarget & { readonly saveData?: boolean; readonly type?: string }

/** Whether a network is paid by what it carries: a phone's, or one on which a person asked to save. */
export function isMetered(connection: Pick<Connection, 'saveData' | 'type'> | undefined): boolean {
  return connection?.saveData === true || connection?.type === 'cellular'
}

/** Tells the engine when the network begins or ends to be metered; only the screen can know. */
export function useNetworkReport(): void {
  const bridge = useBridge()
  useEffect(() => {
    const { connection } = navigator as Navigator & { readonly connection?: Connection }
    if (connection === undefined) return undefined
    // Told once at the start in any case: the engine may still believe what an earlier screen said.
    let told: boolean | null = null
    const look = (): void => {
      const now = isMetered(connection)
      if (now !== told) void bridge.call('reportCondition', { condition: now ? 'metered' : 'unmetered' })
      told = now
    }
    look()
    connection.addEventListener('change', look)
    return () => connection.removeEventListener('change', look)
  }, [bridge])
}
