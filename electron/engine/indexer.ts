import { setImmediate } from 'node:timers/promises'
import type { Store } from './store/store.ts'

/** How many articles one step indexes: about ten milliseconds. */
const SLICE = 20

/** Has search catch up with what was stored, a slice at a time, between requests. */
export interface Indexer {
  /** Goes on in the background until nothing waits. */
  readonly soon: () => void
  /** Whether it is at work. */
  isBusy(): boolean
  /** Waits until nothing waits. */
  readonly settled: () => Promise<void>
  readonly stop: () => void
}

/** Who hears that search has caught up, and of a fault while it did. */
export interface IndexListener {
  readonly done: () => void
  readonly fault: (fault: unknown) => void
}

/** Makes an indexer that is at rest. */
export function createIndexer(search: Pick<Store['search'], 'indexSlice' | 'waiting'>, listener: IndexListener): Indexer {
  let running: Promise<void> | null = null
  const stopper = new AbortController()

  async function run(): Promise<void> {
    // A turn first, so that `running` is set before this can end.
    await setImmediate()
    try {
      while (!stopper.signal.aborted && search.indexSlice(SLICE) > 0) await setImmediate()
    } catch (fault) {
      listener.fault(fault)
    }
    running = null
    listener.done()
  }

  function soon(): Promise<void> | null {
    running ??= stopper.signal.aborted ? null : run()
    return running
  }

  return {
    soon: () => void soon(),
    isBusy: () => running !== null,
    settled: async () => {
      if (search.waiting() > 0) await soon()
    },
    stop: () => {
      stopper.abort()
    },
  }
}
