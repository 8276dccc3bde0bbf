import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { KeptSearch, KeptSearchCount } from '../../shared/contract/keptSearch.ts'
import type { WordKey } from '../words/en.ts'
import { ask, useAsk } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { tellRefusal } from './marking.ts'
import { rememberUndo, tell } from './notices.ts'
import { queryKeys } from './queryKeys.ts'
import { showKeptSearch } from './screen.ts'

const NONE: readonly KeptSearch[] = []

/** The searches that a person keeps, in their order. */
export function useKeptSearches(): readonly KeptSearch[] {
  const bridge = useBridge()
  const { data } = useQuery({
    queryKey: queryKeys.keptSearches,
    queryFn: async () => (await ask(bridge, 'listKeptSearches', {})).searches,
  })
  return data ?? NONE
}

/** How many unread articles each finds, by its id. The last counts stay while they are counted anew. */
export function useKeptSearchCounts(): ReadonlyMap<string, KeptSearchCount> {
  const bridge = useBridge()
  const hasAny = useKeptSearches().length > 0
  const { data } = useQuery({
    queryKey: queryKeys.keptSearchCounts,
    queryFn: async () => (await ask(bridge, 'countKeptSearches', {})).counts,
    enabled: hasAny,
  })
  return useMemo(() => new Map((data ?? []).map((count) => [count.id, count])), [data])
}

/** What a person does to kept searches. A refusal is told at the foot of the screen. */
export type KeptSearchActs = {
  /** Keeps a search under its own words and shows it as the kept one. */
  readonly keep: (query: string) => Promise<void>
  readonly rename: (id: string, name: string) => Promise<void>
  /** Has a kept search look for other words. */
  readonly reword: (id: string, query: string) => Promise<void>
  /** Up (less than 0) or down by so many places. */
  readonly move: (id: string, by: number) => Promise<void>
  readonly remove: (search: KeptSearch) => Promise<void>
}

/** The changes of kept searches, each with its undo. */
export function useKeptSearchActs(): KeptSearchActs {
  const ask = useAsk()
  return useMemo(() => {
    const told = async (change: () => Promise<{ undo: string | null }>, key: WordKey, values: Record<string, string>): Promise<void> => {
      try {
        tell(key, values, (await change()).undo)
      } catch (refusal) {
        tellRefusal(refusal)
      }
    }
    return {
      keep: (query) =>
        told(
          async () => {
            const kept = await ask('keepSearch', { query })
            showKeptSearch(kept.search.id)
            return kept
          },
          'toast.searchKept',
          { query },
        ),
      rename: (id, name) => told(() => ask('changeKeptSearch', { id, name }), 'toast.searchRenamed', { name }),
      reword: (id, query) => told(() => ask('changeKeptSearch', { id, query }), 'toast.searchReworded', { query }),
      move: async (id, by) => {
        try {
          // The list shows it: no message.
          rememberUndo((await ask('moveKeptSearch', { id, by })).undo)
        } catch (refusal) {
          tellRefusal(refusal)
        }
      },
      remove: ({ id, name }) => told(() => ask('removeKeptSearch', { id }), 'toast.searchRemoved', { name }),
    }
  }, [ask])
}
