import type { DurationMs } from '../../shared/time.ts'

/** Work that somebody began and that the engine should see to its end before it closes. */
export interface UnderWay {
  add<Value>(work: Promise<Value>): Promise<Value>
  /** Waits until all of it has ended, well or not. */
  settled(): Promise<void>
}

/** Nothing under way yet. */
export function createUnderWay(): UnderWay {
  const all = new Set<Promise<unknown>>()
  return {
    add: (work) => {
      const ended: Promise<unknown> = work.then(
        () => all.delete(ended),
        () => all.delete(ended),
      )
      all.add(ended)
      return work
    },
    settled: async () => {
      while (all.size > 0) await Promise.all(all)
    },
  }
}

/** Waits for work, but not longer than `time`. */
export async function atMost(time: DurationMs, work: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, time)
  try {
    await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}
