import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { queryKeys } from './queryKeys.ts'

const LIMIT = 200

/** What a search finds. While the next letters are looked up, the hits of the last ones stay. */
export function useSearch(query: string) {
  const bridge = useBridge()
  const asked = query.trim()
  return useQuery({
    queryKey: queryKeys.search(asked),
    queryFn: () => ask(bridge, 'search', { query: asked, limit: LIMIT }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  })
}
