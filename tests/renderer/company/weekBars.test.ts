import { describe, expect, it } from 'vitest'
import type { WeekCount } from '../../../shared/contract/company.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { weekBars } from '../../../renderer/company/weekBars.ts'

const week = (own: number, mentions: number): WeekCount => ({ weekStart: 0 as EpochMs, own, mentions })
const quiet = (count: number) => Array.from({ length: count }, () => week(0, 0))

describe('weekBars', () => {
  it('draws both kinds to one scale, which the highest of each fill together', () => {
    const { bars, above, most } = weekBars([week(3, 0), week(1, 1)])
    expect(bars.map(({ up, down }) => [up, down])).toEqual([
      [0.75, 0],
      [0.25, 0.25],
    ])
    expect({ above, most }).toEqual({ above: 0.75, most: 3 })
  })

  it('begins at the first week that had something, and shows a quarter of a year at least', () => {
    expect(weekBars([...quiet(30), week(1, 0), ...quiet(21)]).bars).toHaveLength(22)
    expect(weekBars([...quiet(50), week(1, 0), week(0, 2)]).bars).toHaveLength(13)
    expect(weekBars([week(1, 0), week(0, 2)]).bars).toHaveLength(2)
  })

  it('draws nothing where nothing was published', () => {
    expect(weekBars(quiet(52))).toEqual({ bars: [], above: 0, most: 0 })
  })
})
