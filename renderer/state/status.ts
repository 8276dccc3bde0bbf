import { useQuery } from '@tanstack/react-query'
import { ask } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { queryKeys } from './queryKeys.ts'

/** How the whole is doing: refresh, connection, notices. */
export function useStatus() {
  const bridge = useBridge()
  return useQuery({ queryKey: queryKeys.status, queryFn: () => ask(bridge, 'getStatus', {}) })
}
