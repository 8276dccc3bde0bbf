import { QueryClient, notifyManager } from '@tanstack/react-query'

/**
 * Answers stay good until an event says otherwise: the engine is on this computer and tells of every change, so neither
 * age, focus nor the network is a reason to ask again.
 *
 * What is set is on screen before the next frame. The library waits for a timer, in which time React shows a control as it was before.
 */
export function createQueryClient(): QueryClient {
  notifyManager.setScheduler(queueMicrotask)
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
