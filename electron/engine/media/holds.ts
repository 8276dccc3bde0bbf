/** What may not be taken away for now, by hash. */
export interface Holds {
  /** All is held while this work runs. */
  during<Value>(work: () => Promise<Value>): Promise<Value>
  /** Holds these until what it answers is called; each may be held many times. */
  hold(hashes: readonly string[]): () => void
  /** Whether it is held by itself. */
  has(hash: string): boolean
  /** Acts once no work runs that holds all. */
  whenFree(act: () => void): Promise<void>
}

/** Holds nothing yet. */
export function holds(): Holds {
  const works = new Set<Promise<unknown>>()
  const held = new Set<readonly string[]>()
  return {
    during: async (work) => {
      const running = work()
      works.add(running)
      try {
        return await running
      } finally {
        works.delete(running)
      }
    },
    hold: (hashes) => {
      const own = [...hashes]
      held.add(own)
      return () => void held.delete(own)
    },
    has: (hash) => [...held].some((hashes) => hashes.includes(hash)),
    whenFree: async (act) => {
      while (works.size > 0) await Promise.allSettled(works)
      act()
    },
  }
}
