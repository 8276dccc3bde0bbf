import { setImmediate } from 'node:timers/promises'
import type { Store } from './store/store.ts'

/** How many articles one step indexes: about ten milliseconds. */
const SLICE = 20

/** Has search catch up with what was stored, a slice at a time, between requests. */
export interface Indexer {
  /** Goes on in the background until nothing waits. */
  soon(): void
  /** Waits until nothing waits. */
  settled(): Promise<void>
  stop(): void
}

/** Makes an indexer that is at rest. */
export function createIndexer(search: Pick<Store['search'], 'indexSlice' | 'waiting'>, onDone: () => void): Indexer {
  let running: Promise<void> | null = null
  let isStopped = false

  async function run(): Promise<void> {
    while (!isStopped && search.indexSlice(SLICE) > 0) await setImmediate()
    running = null
    onDone()
  }

  return {
    soon: () => {
      running ??= isStopped ? null : run()
    },
    settled: async () => {
      if (running === null && search.waiting() > 0 && !isStopped) running = run()
      await running
    },
    stop: () => {
      isStopped = true
    },
  }
}
