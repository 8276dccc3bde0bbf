import { useQuery } from '@tanstack/react-query'
import type { Status } from '../../shared/contract/status.ts'
import { ask } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { useIsNetworkGone } from './network.ts'
import { queryKeys } from './queryKeys.ts'

/** How the whole is doing: refresh, connection, notices. That the page has no network shows at once, before the engine has heard of it. */
export function useStatus() {
  const bridge = useBridge()
  const isGone = useIsNetworkGone()
  return useQuery({
    queryKey: queryKeys.status,
    queryFn: () => ask(bridge, 'getStatus', {}),
    select: isGone ? offline : undefined,
  })
}

function offline(status: Status): Status {
  return { ...status, connection: 'offline' }
}
