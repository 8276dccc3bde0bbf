import { useEffect, useState } from 'react'
import type { UpdateCommand, Updates } from '../../shared/updates.ts'
import { useBridge } from './bridgeContext.tsx'

/** What is known of newer versions, and how to ask; null until the host has told, and where it has nothing to tell. */
export function useUpdates(): { readonly updates: Updates; readonly ask: (command: UpdateCommand) => void } | null {
  const { updates: bridge } = useBridge()
  const [updates, setUpdates] = useState<Updates | null>(null)
  useEffect(() => {
    if (bridge === null) return undefined
    void bridge.ask({ do: 'tell' }).then(setUpdates)
    return bridge.subscribe(setUpdates)
  }, [bridge])
  if (bridge === null || updates === null) return null
  return { updates, ask: (command) => void bridge.ask(command).then(setUpdates) }
}
