import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Collection } from '../../shared/contract/article.ts'
import type { RequestInput, RequestOutput } from '../../shared/contract/requests.ts'
import { ask } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { queryKeys } from './queryKeys.ts'

const NONE: readonly Collection[] = []
const NO_FACETS: RequestOutput<'listSavedFacets'> = { tags: [], from: { companies: [], sources: [] } }

/** The saved items that are wanted, with all tags and their counts, and how many are saved in all. */
export function useSaved(wanted: RequestInput<'listSaved'>) {
  const bridge = useBridge()
  return useQuery({
    queryKey: queryKeys.saved(wanted),
    queryFn: () => ask(bridge, 'listSaved', wanted),
    placeholderData: keepPreviousData,
  })
}

/** What the saved items can be narrowed by: their tags, companies and sources, the most used first. */
export function useSavedFacets(): RequestOutput<'listSavedFacets'> {
  const bridge = useBridge()
  const { data } = useQuery({ queryKey: queryKeys.savedFacets, queryFn: () => ask(bridge, 'listSavedFacets', {}) })
  return data ?? NO_FACETS
}

/** The collections that a person made, in their order. */
export function useCollections(): readonly Collection[] {
  const bridge = useBridge()
  const { data } = useQuery({
    queryKey: queryKeys.collections,
    queryFn: async () => (await ask(bridge, 'listCollections', {})).collections,
  })
  return data ?? NONE
}
