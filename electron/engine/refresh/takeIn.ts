import { performance } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import type { ArticleDraft } from '../article/articleDraft.ts'
import type { KeptSource } from '../store/library/sources.ts'
import type { Store } from '../store/store.ts'
import type { RefreshParts } from './refreshParts.ts'

/** A transaction should keep the engine's thread this long, in milliseconds: how many drafts that is, shows while it works. */
const STEP_MS = 8
const FIRST_STEP = 10
const LEAST_A_STEP = 4
const MOST_A_STEP = 50

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

/** The way into a store: who is on it, and how much it takes at once. */
interface Way {
  last: Promise<unknown>
  atOnce: number
}

const ways = new WeakMap<Store, Way>()

/**
 * Stores drafts in slices, letting requests in between; ends early where the source is unfollowed meanwhile, or the engine closes.
 * One source at a time: slices of many would follow each other without a pause.
 */
export async function takeIn(
  source: Pick<KeptSource, 'id' | 'category'>,
  drafts: readonly ArticleDraft[],
  parts: Pick<RefreshParts, 'store' | 'now' | 'stop'>,
): Promise<TakenIn> {
  if (drafts.length === 0) return { added: [], updated: [], wantPage: [] }
  const way = ways.get(parts.store) ?? { last: Promise.resolve(), atOnce: FIRST_STEP }
  ways.set(parts.store, way)
  const taken = way.last.then(() => storeDrafts(source, drafts, parts, way))
  way.last = taken.catch(() => undefined)
  return taken
}

async function storeDrafts(
  source: Pick<KeptSource, 'id' | 'category'>,
  drafts: readonly ArticleDraft[],
  { store, now, stop }: Pick<RefreshParts, 'store' | 'now' | 'stop'>,
  way: Way,
): Promise<TakenIn> {
  const taken: { added: string[]; updated: string[]; wantPage: WantedPage[] } = { added: [], updated: [], wantPage: [] }
  const at = now()
  for (let start = 0, end = 0; start < drafts.length; start = end) {
    if (stop.aborted || store.sources.get(source.id) === null) break
    const startedAt = performance.now()
    end = start + way.atOnce
    const kept = store.articles.keep(source.id, source.category, drafts.slice(start, end), at)
    if (end <= drafts.length) way.atOnce = nextStep(way.atOnce, performance.now() - startedAt)
    taken.added.push(...kept.added)
    taken.updated.push(...kept.updated)
    taken.wantPage.push(...kept.wantPage)
    await setImmediate()
  }
  return taken
}

function nextStep(atOnce: number, tookMs: number): number {
  const ideal = (atOnce * STEP_MS) / Math.max(0.1, tookMs)
  return Math.round(Math.min(MOST_A_STEP, atOnce * 2, Math.max(LEAST_A_STEP, ideal)))
}
