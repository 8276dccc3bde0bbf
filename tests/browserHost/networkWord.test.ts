import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createNetworkWord } from '../../electron/browserHost/networkWord.ts'
import { ok } from '../../shared/result.ts'
import { MINUTE } from '../../shared/time.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function word() {
  const told: unknown[] = []
  const pagesAre = createNetworkWord({
    answer: (name, input) => {
      told.push([name, input])
      return Promise.resolve(ok({}))
    },
  })
  return { told, pagesAre }
}

describe('createNetworkWord', () => {
  it('D13 has the engine believe in a network again, once, when no page has been there for a minute', () => {
    const { told, pagesAre } = word()
    pagesAre(1)
    pagesAre(0)
    vi.advanceTimersByTime(MINUTE - 1)
    expect(told).toEqual([])
    vi.advanceTimersByTime(10 * MINUTE)
    expect(told).toEqual([['reportCondition', { condition: 'online' }]])
  })

  it('leaves what a page told while one is there, or is only loaded again', () => {
    const { told, pagesAre } = word()
    pagesAre(1)
    pagesAre(2)
    pagesAre(1)
    vi.advanceTimersByTime(10 * MINUTE)
    pagesAre(0)
    vi.advanceTimersByTime(MINUTE / 2)
    pagesAre(1)
    vi.advanceTimersByTime(10 * MINUTE)
    expect(told).toEqual([])
  })
})
