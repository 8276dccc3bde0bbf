import type { SourceOutcome } from '../refresh/outcome.ts'
import type { StoringListener } from '../refresh/refreshSource.ts'
import type { EngineParts } from './engineParts.ts'

/** Events carry at most this many ids; more are told as "many". */
const MOST_IDS = 200

/** Tells what storing a source's document brings, while it is stored. */
export function storingListener(
  parts: Pick<EngineParts, 'tell' | 'indexSoon'> & { readonly caughtUp: () => Promise<void> },
): StoringListener {
  return {
    // Rules come first: what they mute is not shown even for a moment.
    stored: async (outcome) => {
      await parts.caughtUp()
      tellStored(outcome, parts)
    },
    completed: async (ids) => {
      await parts.caughtUp()
      if (ids.length === 0) return
      tellArticles(ids, parts)
      // The text of a page is searched as well.
      parts.indexSoon()
    },
  }
}

/** Tells that a source's articles are stored, and has search catch up. */
function tellStored({ sourceId, added, updated }: SourceOutcome, { tell, indexSoon }: Pick<EngineParts, 'tell' | 'indexSoon'>): void {
  if (added.length > 0) tell({ name: 'articlesArrived', body: { sourceIds: [sourceId] } })
  if (updated.length > 0) tellArticles(updated, { tell })
  if (added.length + updated.length > 0) indexSoon()
}

/** Tells that articles changed where they stand. */
export function tellArticles(ids: readonly string[], { tell }: Pick<EngineParts, 'tell'>): void {
  tell({ name: 'articlesChanged', body: { articleIds: ids.length > MOST_IDS ? null : [...ids] } })
}
