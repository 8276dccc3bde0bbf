import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchCost, type CostMeter } from '../../../electron/engine/workbench/jobCost.ts'
import { SECOND, durationOf } from '../../../shared/time.ts'

const WITHIN = durationOf(10, SECOND)

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

/** A thread that gets a share of the processor. */
function threadOf(share: number, before = 0): CostMeter {
  const startedAt = performance.now()
  return { cpuUsage: async () => ({ user: (before + (performance.now() - startedAt) * share) * 1000, system: 0 }) }
}

/** When the job is given up, in seconds by the clock; null where it is not within five minutes. */
async function givenUpAfter(thread: CostMeter): Promise<number | null> {
  const startedAt = performance.now()
  let at: number | null = null
  watchCost(thread, WITHIN, () => (at ??= performance.now()))
  await vi.advanceTimersByTimeAsync(durationOf(300, SECOND))
  return at === null ? null : Math.round((at - startedAt) / 1000)
}

describe('watchCost', () => {
  it('P02: gives a job up after its processor time', async () => {
    expect(await givenUpAfter(threadOf(1))).toBe(10)
  })

  it('lets a job go on that has waited for the processor', async () => {
    // It is looked at once a second at most.
    expect([40, 41]).toContain(await givenUpAfter(threadOf(0.25)))
  })

  it('counts nothing that the thread did before', async () => {
    expect(await givenUpAfter(threadOf(1, 60_000))).toBe(10)
  })

  it('gives up after twelve times as much where the thread has no processor at all', async () => {
    expect(await givenUpAfter(threadOf(0))).toBe(120)
  })

  it('gives up after as much where the thread never answers what it cost', async () => {
    expect(await givenUpAfter({ cpuUsage: () => new Promise(() => undefined) })).toBe(120)
  })

  it('goes by the clock where the thread does not tell', async () => {
    expect(await givenUpAfter({})).toBe(10)
    expect(await givenUpAfter({ cpuUsage: () => Promise.reject(new Error('not running')) })).toBe(10)
  })

  it('is silent once it was left', async () => {
    let isGivenUp = false
    watchCost(threadOf(1), WITHIN, () => (isGivenUp = true))()
    await vi.advanceTimersByTimeAsync(durationOf(60, SECOND))
    expect(isGivenUp).toBe(false)
  })
})
