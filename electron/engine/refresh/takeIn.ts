import { setImmediate } from 'node:timers/promises'
import type { ArticleDraft } from '../article/articleDraft.ts'
import type { KeptSource } from '../store/library/sources.ts'
import type { RefreshParts } from './refreshParts.ts'

/** How many drafts one transaction takes: about ten milliseconds of the engine's thread. */
const SLICE = 25

/** An article that came as a summary, and the address of its page. */
export interface WantedPage {
  readonly id: string
  readonly url: string
}

/** What the store made of a document's drafts. */
export interface TakenIn {
  readonly added: readonly string[]
  readonly updated: readonly string[]
  readonly wantPage: readonly WantedPage[]
}

/** Stores drafts in slices, letting requests in between; ends early where the source is unfollowed meanwhile, or the engine closes. */
export async function takeIn(
  source: Pick<KeptSource, 'id' | 'category'>,
  drafts: readonly ArticleDraft[],
  { store, now, stop }: Pick<RefreshParts, 'store' | 'now' | 'stop'>,
): Promise<TakenIn> {
  const taken: { added: string[]; updated: string[]; wantPage: WantedPage[] } = { added: [], updated: [], wantPage: [] }
  const at = now()
  for (let start = 0; start < drafts.length; start += SLICE) {
    if (stop.aborted || store.sources.get(source.id) === null) break
    const kept = store.articles.keep(source.id, source.category, drafts.slice(start, start + SLICE), at)
    taken.added.push(...kept.added)
    taken.updated.push(...kept.updated)
    taken.wantPage.push(...kept.wantPage)
    await setImmediate()
  }
  return taken
}
