import { createContext, use, type ReactNode } from 'react'
import type { Bridge } from '../bridge/bridge.ts'

const BridgeContext = createContext<Bridge | null>(null)

/** Gives every pane the way to the engine and the host. */
export function BridgeProvider({ bridge, children }: { readonly bridge: Bridge; readonly children: ReactNode }) {
  return <BridgeContext value={bridge}>{children}</BridgeContext>
}

/** The way to the engine and the host. */
export function useBridge(): Bridge {
  const bridge = use(BridgeContext)
  if (bridge === null) throw new Error('No bridge: this component stands outside App')
  return bridge
}
