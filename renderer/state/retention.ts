import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { RetentionPolicy } from '../../shared/retention.ts'
import { ask } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { queryKeys } from './queryKeys.ts'

/** What would go now by a policy; what the one before came to stays until it is known. */
export function useRetentionPreview(policy: RetentionPolicy) {
  const bridge = useBridge()
  return useQuery({
    queryKey: queryKeys.retention(policy),
    queryFn: () => ask(bridge, 'previewRetention', { policy }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}
