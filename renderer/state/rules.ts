import { useQuery } from '@tanstack/react-query'
import { ask } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { queryKeys } from './queryKeys.ts'

/** The rules in their order, and how much there is to read of what they watch. */
export function useRules() {
  const bridge = useBridge()
  return useQuery({ queryKey: queryKeys.rules, queryFn: () => ask(bridge, 'listRules', {}) })
}
