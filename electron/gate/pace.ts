import type { GateLimits } from './limits.ts'

/** Lets calls pass at no more than a pace; those above it wait in the order they came. */
export interface Pace {
  /** True when the call may start, at once or after a wait; false when too many wait already. */
  enter(): Promise<boolean>
}

/** A {@link Pace} that counts the starts of the last window. */
export function createPace(limits: GateLimits): Pace {
  const starts: number[] = []
  const waiting: (() => void)[] = []
  let timer: NodeJS.Timeout | null = null

  function admit(): void {
    timer = null
    while (waiting.length > 0 && mayStart()) waiting.shift()?.()
    if (waiting.length > 0) wait()
  }

  function mayStart(): boolean {
    const now = performance.now()
    while (starts.length > 0 && now - (starts[0] ?? now) >= limits.window) starts.shift()
    if (starts.length >= limits.callsPerWindow) return false
    starts.push(now)
    return true
  }

  function wait(): void {
    const first = starts[0] ?? performance.now()
    timer ??= setTimeout(admit, Math.max(1, first + limits.window - performance.now()))
  }

  return {
    enter() {
      if (waiting.length === 0 && mayStart()) return Promise.resolve(true)
      if (waiting.length >= limits.longestQueue) return Promise.resolve(false)
      wait()
      return new Promise((resume) => waiting.push(() => resume(true)))
    },
  }
}
