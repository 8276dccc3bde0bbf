import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { ListScope } from '../../shared/contract/article.ts'
import type { Settings } from '../../shared/settings.ts'
import type { ListPages } from './articles.ts'
import { queryKeys } from './queryKeys.ts'

/** Reads a list again from its top, with what arrived. The first page stays on screen until the new one is there. */
export function useFreshList(scope: ListScope, order: Settings['order']): () => void {
  const client = useQueryClient()
  return useCallback(() => {
    const queryKey = queryKeys.list(scope, order)
    client.setQueryData<ListPages>(
      queryKey,
      (pages) => pages && { pages: pages.pages.slice(0, 1), pageParams: pages.pageParams.slice(0, 1) },
    )
    void client.refetchQueries({ queryKey, exact: true })
  }, [client, scope, order])
}
