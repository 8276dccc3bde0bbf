import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { ListScope, TextOrigin } from '../../shared/contract/article.ts'
import type { RequestOutput } from '../../shared/contract/requests.ts'
import type { Settings } from '../../shared/settings.ts'
import { ask } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { queryKeys } from './queryKeys.ts'

const PAGE = 100

/** A page of a list, with the moment in which it was asked for: what came later waits at the top. */
export type ListPage = RequestOutput<'listArticles'> & { readonly askedAt: number }

/** The pages of a list that are in the page. */
export type ListPages = InfiniteData<ListPage, string | null>

/** The articles of a scope, page by page. The pages stay as they were read until the list is left; only rows change in place. */
export function useArticles(scope: ListScope, order: Settings['order']) {
  const bridge = useBridge()
  const query = useInfiniteQuery({
    queryKey: queryKeys.list(scope, order),
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam }): Promise<ListPage> => {
      const askedAt = Date.now()
      const page = await ask(bridge, 'listArticles', { scope, order, limit: PAGE, ...(pageParam === null ? {} : { after: pageParam }) })
      return { ...page, askedAt }
    },
    getNextPageParam: (page) => page.next,
    // A list that was left is read anew when one comes back: rows that were read leave "unread" only then.
    gcTime: 0,
  })
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.articles) ?? [], [query.data])
  return { ...query, rows, total: query.data?.pages[0]?.total ?? 0, askedAt: query.data?.pages[0]?.askedAt ?? null }
}

/** How many articles of a scope arrived since its list was read. */
export function useArrivedCount(scope: ListScope, since: number | null): number {
  const bridge = useBridge()
  const { data } = useQuery({
    queryKey: queryKeys.arrived(scope, since ?? 0),
    queryFn: async () => (since === null ? 0 : (await ask(bridge, 'countArrived', { scope, since })).count),
    enabled: since !== null,
    initialData: 0,
    gcTime: 0,
  })
  return data
}

/** How many articles a scope has. */
export function useTotal(scope: ListScope): number {
  const bridge = useBridge()
  const { data } = useQuery({
    queryKey: queryKeys.total(scope),
    queryFn: async () => (await ask(bridge, 'listArticles', { scope, limit: 1 })).total,
  })
  return data ?? 0
}

/** An article whole. `origin`: whose text, or null for the better one. The one before stays on screen until the new one is there. */
export function useArticle(id: string | null, origin: TextOrigin | null) {
  const bridge = useBridge()
  return useQuery({
    queryKey: queryKeys.article(id ?? '', origin),
    queryFn: async () => (await ask(bridge, 'getArticle', { id: id ?? '', ...(origin === null ? {} : { origin }) })).article,
    enabled: id !== null,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
}

/** Fetches the article that is likely to be read next, so that it opens at once. */
export function usePrepareNext(id: string | null): void {
  const bridge = useBridge()
  const client = useQueryClient()
  useEffect(() => {
    if (id === null) return undefined
    const timer = setTimeout(() => {
      void client.prefetchQuery({
        queryKey: queryKeys.article(id, null),
        queryFn: async () => (await ask(bridge, 'getArticle', { id })).article,
      })
    }, 250)
    return () => clearTimeout(timer)
  }, [bridge, client, id])
}
