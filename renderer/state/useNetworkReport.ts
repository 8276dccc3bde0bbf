import { useEffect } from 'react'
import { useBridge } from './bridgeContext.tsx'
import { networkIs } from './network.ts'

/** What Chromium knows of the network (the Network Information API); other browsers know nothing. */
type Connection = EventTarget & { readonly saveData?: boolean; readonly type?: string }

/** Whether a network is paid by what it carries: a phone's, or one on which a person asked to save. */
export function isMetered(connection: Pick<Connection, 'saveData' | 'type'> | undefined): boolean {
  return connection?.saveData === true || connection?.type === 'cellular'
}

/** Tells the engine what only the screen can know of the network: whether it is metered, and on the browser host whether there is one. */
export function useNetworkReport(): void {
  useMeteredReport()
  useOnlineReport()
}

function useMeteredReport(): void {
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

function useOnlineReport(): void {
  const bridge = useBridge()
  useEffect(() => {
    const { watchNetwork } = bridge
    if (watchNetwork === null) return undefined
    let isOnline = true
    const report = () => void bridge.call('reportCondition', { condition: isOnline ? 'online' : 'offline' })
    const leave = watchNetwork((now) => {
      isOnline = now
      networkIs(now)
      report()
    })
    // An engine that was started again believes in a network.
    const unsubscribe = bridge.subscribe((event) => event.name === 'engineChanged' && !isOnline && report())
    return () => {
      leave()
      unsubscribe()
    }
  }, [bridge])
}
