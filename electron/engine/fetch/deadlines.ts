import type { DurationMs } from '../../../shared/time.ts'

/** Two clocks over one answer: one for the next thing to happen, one for all of it. */
export interface Deadlines {
  /** Starts the first clock anew. */
  expect(within: DurationMs): void
  clear(): void
}

/** @param onTimeout told once which limit ran out. */
export function createDeadlines(total: DurationMs, onTimeout: (after: DurationMs) => void): Deadlines {
  const end = setTimeout(() => onTimeout(total), total)
  let next: NodeJS.Timeout | undefined
  let within: DurationMs | null = null
  return {
    expect: (duration) => {
      // A body may come in thousands of pieces: a timer that is started again costs less than a new one.
      if (next !== undefined && duration === within) return void next.refresh()
      clearTimeout(next)
      within = duration
      next = setTimeout(() => onTimeout(duration), duration)
    },
    clear: () => {
      clearTimeout(end)
      clearTimeout(next)
    },
  }
}
