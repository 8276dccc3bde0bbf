import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Collection } from '../../shared/contract/article.ts'
import type { RequestInput } from '../../shared/contract/requests.ts'
import { ask } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { queryKeys } from './queryKeys.ts'

const NONE: readonly Collection[] = []

/** The saved items that are wanted, with all tags and their counts, and how many are saved in all. */
export function useSaved(wanted: RequestInput<'listSaved'>) {
  const bridge = useBridge()
  return useQuery({
    queryKey: queryKeys.saved(wanted),
    queryFn: () => ask(bridge, 'listSaved', wanted),
    placeholderData: keepPreviousData,
  })
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
