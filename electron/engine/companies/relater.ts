import { performance } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import type { Store } from '../store/store.ts'
import { createMentionKeeper, type MentionKeeper } from './keepMentions.ts'
import { knownCompanies, type KnownCompanies } from './knownCompanies.ts'
import { readArticle } from './readArticle.ts'
import { relateArticle } from './relateArticle.ts'
import { createRelateMemory, type RelateMemory } from './relateMemory.ts'

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
export function createRelater(options: RelaterOptions): Relater {
  return new SlicedRelater(options)
}

class SlicedRelater implements Relater {
  readonly #options: RelaterOptions
  readonly #store: RelaterOptions['store']
  readonly #keeper: MentionKeeper
  readonly #memory: RelateMemory
  /** Related since an article was last read: reading another is what may give them a new neighbour. */
  readonly #upToDate = new Set<number>()
  #known: KnownCompanies | null = null
  #running: Promise<void> | null = null
  #isStopped = false
  #isChanged = false

  constructor(options: RelaterOptions) {
    this.#options = options
    this.#store = options.store
    this.#keeper = createMentionKeeper(options.store)
    this.#memory = createRelateMemory(options.store)
  }

  soon(): void {
    void this.#begin()
  }

  companiesChanged(): void {
    this.#known = null
    this.soon()
  }

  async settled(): Promise<void> {
    await this.#begin()
  }

  stop(): void {
    this.#isStopped = true
  }

  #begin(): Promise<void> | null {
    this.#running ??= this.#isStopped ? null : this.#run()
    return this.#running
  }

  async #run(): Promise<void> {
    // A turn first, so that `running` is set before this can end.
    await setImmediate()
    try {
      while (!this.#isStopped && !this.#options.isIndexing() && this.#slice()) await setImmediate()
      if (!this.#isStopped) this.#store.toRelate.settle()
    } catch (error) {
      this.#options.fault(error)
    }
    this.#memory.clear()
    this.#running = null
    if (this.#isChanged && !this.#isStopped) this.#options.changed()
    this.#isChanged = false
  }

  #slice(): boolean {
    const until = performance.now() + SLICE_MS
    this.#companiesNow()
    let isMore = true
    while (isMore && performance.now() < until) isMore = this.#store.toRelate.inBatch(() => this.#step())
    return isMore
  }

  #companiesNow(): KnownCompanies {
    if (this.#known !== null) return this.#known
    this.#known = knownCompanies(this.#store)
    this.#memory.clear()
    this.#keeper.begin(this.#known)
    return this.#known
  }

  /** Reading comes first, so that what arrived together can stand under each other. False when nothing waits. */
  #step(): boolean {
    const [waiting] = this.#store.toRelate.next(1)
    if (waiting?.step !== 'read' && this.#keeper.step(this.#companiesNow())) {
      this.#memory.clear()
      return (this.#isChanged = true)
    }
    if (waiting === undefined) return false
    if (waiting.step === 'read') this.#read(waiting.article)
    else this.#relate(waiting.article, waiting.step === 'relate')
    return true
  }

  #read(article: number): void {
    const { toRelate } = this.#store
    this.#isChanged = readArticle(article, this.#companiesNow(), this.#store) || this.#isChanged
    this.#upToDate.clear()
    this.#memory.clear()
    toRelate.done(article)
    toRelate.add([article], 'relate')
  }

  /** `goesOn`: its neighbours are related as well, as far as they are not. */
  #relate(article: number, goesOn: boolean): void {
    const { toRelate } = this.#store
    const neighbours = relateArticle(article, this.#companiesNow(), this.#memory, this.#store)
    this.#upToDate.add(article)
    toRelate.done(article)
    const waiting = neighbours.filter((one) => !this.#upToDate.has(one))
    if (goesOn) toRelate.add(waiting, 'relate-alone')
  }
}
