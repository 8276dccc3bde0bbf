import { QueryClient } from '@tanstack/react-query'

/**
 * Answers stay good until an event says otherwise: the engine is on this computer and tells of every change, so neither
 * age, focus nor the network is a reason to ask again.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        retry: (failures, refusal) => refusal.failure?.kind === 'engine-stopped' && failures < 4,
        retryDelay: (failures) => 500 * 2 ** failures,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
