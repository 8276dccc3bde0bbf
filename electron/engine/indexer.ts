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
  isBusy(): boolean
  /** Waits until nothing waits; begins at once. */
  readonly settled: () => Promise<void>
  readonly stop: () => void
}

/** Who hears that search has caught up, and of a fault while it did. */
export interface IndexListener {
  readonly done: () => void
  readonly fault: (fault: unknown) => void
}

/** Makes an indexer that is at rest. */
export function createIndexer(
  search: Pick<Store['search'], 'indexSlice' | 'mergeIndexSlice' | 'waiting'>,
  listener: IndexListener,
): Indexer {
  let running: Promise<void> | null = null
  let isUrgent = false
  let askedAt = 0
  let atOnce = LEAST_A_STEP
  const stopper = new AbortController()

  async function run(): Promise<void> {
    const until = performance.now() + LONGEST_WAIT_MS
    // A turn first, so that `running` is set before this can end.
    await setImmediate()
    try {
      do await quiet(until)
      while (!stopper.signal.aborted && step())
    } catch (fault) {
      listener.fault(fault)
    }
    running = null
    listener.done()
    if (!stopper.signal.aborted) void tidy().catch(listener.fault)
  }

  /** At least a turn of the loop, for requests. */
  async function quiet(until: number): Promise<void> {
    await setImmediate()
    while (!isUrgent && !stopper.signal.aborted && performance.now() < Math.min(until, askedAt + QUIET_MS)) await setTimeout(QUIET_MS / 5)
  }

  /** False when nothing waits any more. */
  function step(): boolean {
    const startedAt = performance.now()
    const done = search.indexSlice(atOnce)
    const ideal = (atOnce * STEP_MS) / Math.max(0.1, performance.now() - startedAt)
    if (done === atOnce) atOnce = Math.round(Math.min(MOST_A_STEP, atOnce * 2, Math.max(LEAST_A_STEP, ideal)))
    return done > 0
  }

  /** Makes few large pieces of the index's many small ones, while nothing else is asked of it. */
  async function tidy(): Promise<void> {
    for (let slice = 0; slice < MOST_TIDYING; slice += 1) {
      await setTimeout(TIDYING_REST_MS, undefined, { ref: false })
      if (running !== null || stopper.signal.aborted || !search.mergeIndexSlice()) return
    }
  }

  function soon(): Promise<void> | null {
    askedAt = performance.now()
    running ??= stopper.signal.aborted ? null : run()
    return running
  }

  return {
    soon: () => void soon(),
    isBusy: () => running !== null,
    settled: async () => {
      isUrgent = true
      if (search.waiting() > 0) await soon()
      isUrgent = false
    },
    stop: () => {
      stopper.abort()
    },
  }
}
