import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adaptedInterval, LONGEST_WAIT, nextCheckAt, SHORTEST_WAIT } from '../../../electron/engine/refresh/interval.ts'
import { DAY, HOUR, MINUTE, durationOf, type DurationMs, type EpochMs } from '../../../shared/time.ts'

const now = Date.UTC(2020, 10, 17) as EpochMs
const plain = { failuresInRow: 0, askedToWait: null, chance: 0.5 }

describe('adaptedInterval', () => {
  it('asks sooner where there was news and rarer where there was none', () => {
    expect(adaptedInterval(HOUR, true)).toBeLessThan(HOUR)
    expect(adaptedInterval(HOUR, false)).toBeGreaterThan(HOUR)
  })

  it('comes to rest at a day for a source that never has news, and at 15 minutes for one that always has', () => {
    expect(after(50, false)).toBe(DAY)
    expect(after(50, true)).toBe(durationOf(15, MINUTE))
  })
})

describe('nextCheckAt', () => {
  it('doubles the wait with every failure', () => {
    expect(nextCheckAt(now, HOUR, { ...plain, failuresInRow: 2 })).toBe(now + 4 * HOUR)
  })

  it('waits as long as the server asks', () => {
    expect(nextCheckAt(now, HOUR, { ...plain, askedToWait: durationOf(7, HOUR) })).toBe(now + 7 * HOUR)
  })

  it('parts sources that were added together', () => {
    expect(nextCheckAt(now, HOUR, { ...plain, chance: 0 })).not.toBe(nextCheckAt(now, HOUR, { ...plain, chance: 1 }))
  })

  it('D15: stays between 15 minutes and a day from now, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.nat(1e12),
        fc.nat(2000),
        fc.option(fc.nat(1e15)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (interval, failuresInRow, asked, chance) => {
          const wait = nextCheckAt(now, interval as DurationMs, { failuresInRow, askedToWait: asked as DurationMs | null, chance }) - now
          return wait >= SHORTEST_WAIT && wait <= LONGEST_WAIT
        },
      ),
    )
  })
})

function after(count: number, hadNews: boolean): DurationMs {
  return Array.from({ length: count }).reduce<DurationMs>((at) => adaptedInterval(at, hadNews), HOUR)
}
