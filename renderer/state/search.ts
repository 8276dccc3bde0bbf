import { keepPreviousData, replaceEqualDeep, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RequestOutput } from '../../shared/contract/requests.ts'
import { ask } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { createTurns } from './turns.ts'
import { queryKeys } from './queryKeys.ts'
import { useRested } from './useRested.ts'

/** As many as a screen shows are asked for with each letter; the rest when no more letters come. */
const FIRST = 30
const ALL = 200
const KEPT_MS = 30_000
const RESTS_AFTER_MS = 700

// One search at a time: of the letters that come meanwhile only the last is looked up.
const inTurn = createTurns()

/** What was found, and by which words: those before, while the next are looked up. */
export type SearchFound = RequestOutput<'search'> & { readonly by: string }

/** What a search finds. While the next letters are looked up, the hits of the last ones stay. */
export function useSearch(query: string) {
  const bridge = useBridge()
  const asked = query.trim()
  const rested = useRested(asked, RESTS_AFTER_MS)
  const search = async (limit: number): Promise<SearchFound> => ({ ...(await ask(bridge, 'search', { query: asked, limit })), by: asked })
  const first = useQuery({
    queryKey: queryKeys.search(asked, FIRST),
    queryFn: ({ signal }) => inTurn(signal, () => search(FIRST)),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    gcTime: KEPT_MS,
  })
  const hasMore = !first.isPlaceholderData && (first.data?.total ?? 0) > FIRST
  // Not in turn: the next letter must not wait for it.
  const all = useQuery({
    queryKey: queryKeys.search(asked, ALL),
    queryFn: () => search(ALL),
    enabled: hasMore && rested === asked,
    gcTime: KEPT_MS,
  })
  // The same objects for rows that stay, so that they are not drawn again.
  const data = useMemo(
    () => (all.data === undefined || !hasMore ? first.data : replaceEqualDeep(first.data, all.data)),
    [first.data, all.data, hasMore],
  )
  return { data, error: first.error, isFetching: first.isFetching, refetch: first.refetch }
}
