import { performance } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import type { Store } from '../store/store.ts'
import { createMentionKeeper } from './keepMentions.ts'
import { knownCompanies, type KnownCompanies } from './knownCompanies.ts'
import { readArticle } from './readArticle.ts'
import { relateArticle } from './relateArticle.ts'
import { createRelateMemory } from './relateMemory.ts'

/** Finds mentions and related news of what was stored, a slice at a time, between requests. */
export interface Relater {
  /** Goes on in the background until nothing waits. */
  soon(): void
  /** The same, and takes notice of companies that came, went or changed. */
  companiesChanged(): void
  /** Waits until nothing waits. */
  settled(): Promise<void>
  stop(): void
}

/** What a relater works with. */
export interface RelaterOptions {
  readonly store: Pick<Store, 'companies' | 'sources' | 'mentions' | 'topics' | 'related' | 'toRelate'>
  /** Whether search is catching up: it comes first, and older articles are found by it. */
  readonly isIndexing: () => boolean
  /** Mentions are others than before. */
  readonly changed: () => void
  readonly fault: (fault: unknown) => void
}

/** A slice ends after this: the engine's port is to be free again soon. */
const SLICE_MS = 8

/** Makes a relater that is at rest. */
export function createRelater({ store, isIndexing, changed, fault }: RelaterOptions): Relater {
  const keeper = createMentionKeeper(store)
  const memory = createRelateMemory(store)
  /** Related since an article was last read: reading another is what may give them a new neighbour. */
  const upToDate = new Set<number>()
  let known: KnownCompanies | null = null
  let running: Promise<void> | null = null
  let isStopped = false
  let isChanged = false

  function companiesNow(): KnownCompanies {
    if (known !== null) return known
    known = knownCompanies(store)
    memory.clear()
    keeper.begin(known)
    return known
  }

  /** Reading comes first, so that what arrived together can stand under each other. False when nothing waits. */
  function step(): boolean {
    const [waiting] = store.toRelate.next(1)
    if (waiting?.step !== 'read' && keeper.step(companiesNow())) {
      memory.clear()
      return (isChanged = true)
    }
    if (waiting === undefined) return false
    const { article } = waiting
    if (waiting.step === 'read') {
      isChanged = readArticle(article, companiesNow(), store) || isChanged
      upToDate.clear()
      memory.clear()
      store.toRelate.done(article)
      store.toRelate.add([article], 'relate')
      return true
    }
    const neighbours = relateArticle(article, companiesNow(), memory, store)
    upToDate.add(article)
    store.toRelate.done(article)
    if (waiting.step === 'relate')
      store.toRelate.add(
        neighbours.filter((one) => !upToDate.has(one)),
        'relate-alone',
      )
    return true
  }

  function slice(): boolean {
    const until = performance.now() + SLICE_MS
    companiesNow()
    let isMore = true
    while (isMore && performance.now() < until) isMore = store.toRelate.inBatch(step)
    return isMore
  }

  async function run(): Promise<void> {
    // A turn first, so that `running` is set before this can end.
    await setImmediate()
    try {
      while (!isStopped && !isIndexing() && slice()) await setImmediate()
      if (!isStopped) store.toRelate.settle()
    } catch (error) {
      fault(error)
    }
    memory.clear()
    running = null
    if (isChanged && !isStopped) changed()
    isChanged = false
  }

  function soon(): Promise<void> | null {
    running ??= isStopped ? null : run()
    return running
  }

  return {
    soon: () => void soon(),
    companiesChanged: () => {
      known = null
      void soon()
    },
    settled: async () => {
      await soon()
    },
    stop: () => {
      isStopped = true
    },
  }
}
