import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Bridge } from '../bridge/bridge.ts'
import type { EngineEvent, EventBody } from '../../shared/contract/events.ts'
import type { Status } from '../../shared/contract/status.ts'
import { useBridge } from './bridgeContext.tsx'
import { engineIs } from './engineState.ts'
import type { ListPages } from './articles.ts'
import { tell } from './notices.ts'
import { keepRows, loadedIds, patchRows, replaceBy } from './patches.ts'
import { queryKeys, type QueryKind } from './queryKeys.ts'

const ROWS_AT_ONCE = 200
const MOST_ROWS = 2000

/**
 * Which answers an event makes old. Lists are left out on purpose: their rows change in place, and what arrives waits
 * behind a count at the top, so that nothing jumps under a reader's eyes.
 */
export function whatGrowsOld(event: EngineEvent): readonly QueryKind[] {
  switch (event.name) {
    case 'sourcesChanged':
      return ['sources']
    case 'articlesArrived':
      return ['sources', 'arrived', 'total', 'company']
    case 'articlesChanged':
      return ['sources', 'total', 'offline', 'rules', 'keptSearchCounts']
    case 'articlesGone':
      return ['sources', 'total', 'company', 'companies', 'related', 'search', 'retention', 'rules', 'keptSearchCounts']
    case 'savedChanged':
      return ['saved', 'savedFacets', 'collections', 'total', 'search', 'keptSearchCounts']
    case 'companiesChanged':
      return ['companies', 'company', 'related', 'arrived']
    case 'rulesChanged':
      return ['rules', 'total']
    case 'watchCaught':
      return []
    case 'keptSearchesChanged':
      return ['keptSearches', 'keptSearchCounts']
    case 'settingsChanged':
      return ['settings']
    case 'engineChanged':
    case 'refreshProgress':
    case 'importProgress':
    case 'exportProgress':
    case 'backupProgress':
      return []
    case 'offlineChanged':
      return ['offline']
    case 'readyProgress':
      return []
    case 'statusChanged':
      // Search may have caught up: what it did not find before, it may find now.
      return ['status', 'search', 'keptSearchCounts']
  }
}

/** Keeps what is on screen true to the engine, for as long as the screen stands. */
export function useEngineEvents(): void {
  const bridge = useBridge()
  const client = useQueryClient()
  useEffect(() => bridge.subscribe((event) => void follow(bridge, client, event)), [bridge, client])
}

async function follow(bridge: Bridge, client: QueryClient, event: EngineEvent): Promise<void> {
  if (event.name === 'engineChanged') engineIs(event.body.state)
  for (const kind of whatGrowsOld(event)) void client.invalidateQueries({ queryKey: [kind] })
  if (event.name === 'readyProgress') {
    client.setQueryData<Status>(queryKeys.status, (status) => status && { ...status, getting: event.body })
  }
  if (event.name === 'refreshProgress') {
    client.setQueryData<Status>(queryKeys.status, (status) => status && { ...status, refresh: event.body })
  }
  if (event.name === 'exportProgress') client.setQueryData(queryKeys.exportProgress, event.body)
  if (event.name === 'backupProgress') client.setQueryData(queryKeys.backupProgress, event.body)
  if (event.name === 'importProgress') client.setQueryData(queryKeys.importProgress, event.body)
  if (event.name === 'articlesArrived') readEmptyLists(client)
  if (event.name === 'articlesGone') await dropGone(bridge, client)
  if (event.name === 'watchCaught') tellCaught(bridge, event.body)
  if (event.name === 'articlesChanged') await renew(bridge, client, event.body.articleIds)
}

// The desktop's own notification tells it there.
function tellCaught({ host }: Bridge, { count, isSummary }: EventBody<'watchCaught'>): void {
  if (host.kind === 'browser') tell(isSummary ? 'toast.caughtQuiet' : 'toast.caught', { count })
}

// Nothing can jump in an empty list, so what arrives appears at once.
function readEmptyLists(client: QueryClient): void {
  void client.invalidateQueries({
    queryKey: ['list'],
    predicate: (query) => (query.state.data as ListPages | undefined)?.pages[0]?.articles.length === 0,
  })
}

/** Takes the rows out of lists that are no more. They are old ones, far down, so that nothing jumps. */
async function dropGone(bridge: Bridge, client: QueryClient): Promise<void> {
  const loaded = [...loadedIds(client)]
  const there = new Set<string>()
  for (let from = 0; from < loaded.length; from += ROWS_AT_ONCE) {
    const answer = await bridge.call('getRows', { ids: loaded.slice(from, from + ROWS_AT_ONCE) })
    if (!answer.ok) return
    for (const { id } of answer.value.articles) there.add(id)
  }
  keepRows(client, there)
}

/** Reads again the rows that changed and are in the page; `ids` null: any may have changed. */
async function renew(bridge: Bridge, client: QueryClient, ids: readonly string[] | null): Promise<void> {
  const loaded = loadedIds(client)
  const wanted = (ids ?? [...loaded]).filter((id) => loaded.has(id)).slice(0, MOST_ROWS)
  for (let from = 0; from < wanted.length; from += ROWS_AT_ONCE) {
    const answer = await bridge.call('getRows', { ids: wanted.slice(from, from + ROWS_AT_ONCE) })
    if (answer.ok) patchRows(client, replaceBy(answer.value.articles))
  }
  void client.invalidateQueries({ queryKey: ['article'], predicate: (query) => ids === null || ids.includes(String(query.queryKey[1])) })
}
