import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { queryKeys } from './queryKeys.ts'

/** Saved items, newest saved first, with all tags and their counts; only those of a tag where one is given. */
export function useSaved(tag: string | null) {
  const bridge = useBridge()
  return useQuery({
    queryKey: queryKeys.saved(tag),
    queryFn: () => ask(bridge, 'listSaved', tag === null ? {} : { tag }),
    placeholderData: keepPreviousData,
  })
}
