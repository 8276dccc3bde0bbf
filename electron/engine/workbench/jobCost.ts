import { SECOND, durationOf, type DurationMs } from '../../../shared/time.ts'

/** Tells the processor time that a thread has had, in microseconds; not in a Node before 24.6. */
export interface CostMeter {
  cpuUsage?(): Promise<{ readonly user: number; readonly system: number }>
}

/** A job that has not had its processor time after so many times as much of the clock's is given up all the same, whatever its thread tells. */
const PATIENCE = 12
const LOOKS_AGAIN_AFTER = durationOf(1, SECOND)

/**
 * Calls back when a job has taken `within` of its thread's processor time (`hazards.json` P02). What counts is not the clock: on a busy machine, or
 * one that slept meanwhile, an ordinary document may stand at work for long. A thread that does not tell is judged by the clock.
 *
 * @returns ends the watch.
 */
export function watchCost(thread: CostMeter, within: DurationMs, onSpent: () => void): () => void {
  const startedAt = performance.now()
  // A thread that is not there yet has cost nothing.
  const before = costOf(thread).then((cost) => cost ?? 0)
  let isOver = false
  let timer = setTimeout(() => void look(), within)
  const end = setTimeout(onSpent, within * PATIENCE)

  async function look(): Promise<void> {
    const [now, then] = [await costOf(thread), await before]
    if (isOver) return
    const left = within - (now === null ? performance.now() - startedAt : now - then)
    if (left <= 0) return onSpent()
    timer = setTimeout(() => void look(), Math.min(Math.max(left, LOOKS_AGAIN_AFTER), within))
  }

  return () => {
    isOver = true
    clearTimeout(timer)
    clearTimeout(end)
  }
}

/** In milliseconds; null where the thread does not tell. */
async function costOf(thread: CostMeter): Promise<number | null> {
  try {
    const cost = await thread.cpuUsage?.()
    return cost === undefined ? null : (cost.user + cost.system) / 1000
  } catch {
    return null
  }
}
