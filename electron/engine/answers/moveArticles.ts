import { setImmediate } from 'node:timers/promises'
import type { Category } from '../../../shared/contract/schemas.ts'
import type { EngineParts } from './engineParts.ts'

/** How many articles one step deletes or moves: a few milliseconds. */
const SLICE = 100

/** Deletes an unfollowed source and its articles, in steps that let requests in between. Saved items stay. */
export async function purgeArticles(sourceId: string, { store }: Pick<EngineParts, 'store'>): Promise<void> {
  while (store.articles.purgeSourceSlice(sourceId, SLICE) > 0) await setImmediate()
  store.schedule.remove(sourceId)
  store.sources.purgeRemoved()
}

/** Moves a source's articles to another category, in steps that let requests in between. */
export async function moveArticles(sourceId: string, category: Category, { store }: Pick<EngineParts, 'store'>): Promise<void> {
  while (store.articles.changeCategorySlice(sourceId, category, SLICE) > 0) await setImmediate()
}
