import { QueryClientProvider } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Bridge } from './bridge/bridge.ts'
import { CrashNote } from './CrashNote.tsx'
import { Frame } from './Frame.tsx'
import { ShortcutContext, type ShortcutOf } from './parts/shortcutContext.ts'
import { BridgeProvider } from './state/bridgeContext.tsx'
import { keyLabel, keysOf } from '../shared/keys.ts'
import { createQueryClient } from './state/queryClient.ts'
import { useSettings } from './state/settings.ts'
import { useIsMac } from './state/useKeys.ts'

/** The whole screen, over a bridge. */
export function App({ bridge }: { readonly bridge: Bridge }) {
  const [client] = useState(createQueryClient)
  return (
    <CrashNote>
      <BridgeProvider bridge={bridge}>
        <QueryClientProvider client={client}>
          <WithShortcuts />
        </QueryClientProvider>
      </BridgeProvider>
    </CrashNote>
  )
}

function WithShortcuts() {
  const { keys } = useSettings()
  const isMac = useIsMac()
  const shortcutOf = useCallback<ShortcutOf>(
    (action) => {
      const first = keysOf(action, keys)[0]
      return first === undefined ? null : keyLabel(first, isMac)
    },
    [keys, isMac],
  )
  return (
    <ShortcutContext value={shortcutOf}>
      <Frame />
    </ShortcutContext>
  )
}
