import { performance } from 'node:perf_hooks'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Store } from './store/store.ts'

/** A step should keep the engine's thread this long, in milliseconds: how many articles that is, shows while it works. */
const STEP_MS = 8
const LEAST_A_STEP = 4
const MOST_A_STEP = 64
/** While articles still arrive, indexing waits for this long a quiet, for they come first; and for no longer than the other. */
const QUIET_MS = 150
const LONGEST_WAIT_MS = 20_000
/** Tidying the index goes on for so many slices after each time that search caught up, with a rest between. */
const MOST_TIDYING = 100
const TIDYING_REST_MS = 40

/** Has search catch up with what was stored, a slice at a time, between requests. */
export interface Indexer {
  /** Goes on in the background until nothing waits, as soon as nothing more arrives. */
  readonly soon: () => void
  /** Whether it is at work, or about to be. */
  readonly isBusy: () => boolean
  /** Waits until nothing waits; begins at once. */
  readonly settled: () => Promise<void>
  readonly stop: () => void
}

/** Who hears that search has caught up, and of a fault while it did. */
export interface IndexListener {
  readonly done: () => void
  readonly fault: (fault: unknown) => void
}

/** As much of the search as indexing needs. */
export type IndexedSearch = Pick<Store['search'], 'indexSlice' | 'mergeIndexSlice' | 'waiting'>

/** Makes an indexer that is at rest. */
export function createIndexer(search: IndexedSearch, listener: IndexListener): Indexer {
  return new SlicedIndexer(search, listener)
}

class SlicedIndexer implements Indexer {
  readonly #search: IndexedSearch
  readonly #listener: IndexListener
  readonly #stopper = new AbortController()
  #running: Promise<void> | null = null
  #isUrgent = false
  #askedAt = 0
  /** How many articles a step takes. */
  #atOnce = LEAST_A_STEP

  constructor(search: IndexedSearch, listener: IndexListener) {
    this.#search = search
    this.#listener = listener
  }

  readonly soon = (): void => void this.#begin()

  readonly isBusy = (): boolean => this.#running !== null

  readonly settled = async (): Promise<void> => {
    this.#isUrgent = true
    if (this.#search.waiting() > 0) await this.#begin()
    this.#isUrgent = false
  }

  readonly stop = (): void => this.#stopper.abort()

  #begin(): Promise<void> | null {
    this.#askedAt = performance.now()
    this.#running ??= this.#isStopped() ? null : this.#run()
    return this.#running
  }

  async #run(): Promise<void> {
    const until = performance.now() + LONGEST_WAIT_MS
    // A turn first, so that `running` is set before this can end.
    await setImmediate()
    try {
      do await this.#quiet(until)
      while (!this.#isStopped() && this.#step())
    } catch (fault) {
      this.#listener.fault(fault)
    }
    this.#running = null
    this.#listener.done()
    if (!this.#isStopped()) void this.#tidy().catch(this.#listener.fault)
  }

  /** At least a turn of the loop, for requests. */
  async #quiet(until: number): Promise<void> {
    await setImmediate()
    const mayWait = (): boolean => !this.#isUrgent && !this.#isStopped()
    while (mayWait() && performance.now() < Math.min(until, this.#askedAt + QUIET_MS)) await setTimeout(QUIET_MS / 5)
  }

  /** False when nothing waits any more. */
  #step(): boolean {
    const startedAt = performance.now()
    const done = this.#search.indexSlice(this.#atOnce)
    const ideal = (this.#atOnce * STEP_MS) / Math.max(0.1, performance.now() - startedAt)
    if (done === this.#atOnce) this.#atOnce = Math.round(Math.min(MOST_A_STEP, done * 2, Math.max(LEAST_A_STEP, ideal)))
    return done > 0
  }

  /** Makes few large pieces of the index's many small ones, while nothing else is asked of it. */
  async #tidy(): Promise<void> {
    for (let slice = 0; slice < MOST_TIDYING; slice += 1) {
      await setTimeout(TIDYING_REST_MS, undefined, { ref: false })
      if (this.isBusy() || this.#isStopped() || !this.#search.mergeIndexSlice()) return
    }
  }

  #isStopped(): boolean {
    return this.#stopper.signal.aborted
  }
}
