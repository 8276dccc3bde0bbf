import { setImmediate } from 'node:timers/promises'
import type { Category } from '../../../shared/contract/schemas.ts'
import type { EngineParts } from './engineParts.ts'

/** How many articles one step deletes or moves: a few milliseconds. */
const SLICE = 100

/**
 * Deletes the articles of a source that is followed no more, in steps that let requests in between. Saved items stay.
 * Ends where it is followed again meanwhile, or the engine closes: what is left goes at the next start.
 */
export async function purgeArticles(sourceId: string, { store, stop }: Pick<EngineParts, 'store' | 'stop'>): Promise<void> {
  const isOver = (): boolean => stop.aborted || store.sources.get(sourceId) !== null
  while (!isOver() && store.articles.purgeSourceSlice(sourceId, SLICE) > 0) await setImmediate()
  if (!isOver()) store.schedule.remove(sourceId)
}

/** Moves a source's articles to another category, in steps that let requests in between. */
export async function moveArticles(sourceId: string, category: Category, { store }: Pick<EngineParts, 'store'>): Promise<void> {
  while (store.articles.changeCategorySlice(sourceId, category, SLICE) > 0) await setImmediate()
}
