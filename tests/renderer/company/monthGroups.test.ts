import { describe, expect, it } from 'vitest'
import type { EpochMs } from '../../../shared/time.ts'
import { monthGroups } from '../../../renderer/company/monthGroups.ts'
import { fakeNews } from '../fakeNews.ts'

const { articles } = fakeNews(Date.UTC(2026, 10, 23) as EpochMs)
const at = (year: number, month: number, day: number) => ({ ...articles[0]!, listedAt: new Date(year, month, day).getTime() as EpochMs })

describe('monthGroups', () => {
  it('begins a group with each month of this computer’s clock', () => {
    const groups = monthGroups([at(2026, 10, 30), at(2026, 10, 1), at(2026, 9, 31), at(2025, 9, 2)])
    expect(groups.map(({ month, rows }) => [new Date(month).getMonth(), new Date(month).getDate(), rows.length])).toEqual([
      [10, 1, 2],
      [9, 1, 1],
      [9, 1, 1],
    ])
  })

  it('gives nothing for nothing', () => {
    expect(monthGroups([])).toEqual([])
  })
})
