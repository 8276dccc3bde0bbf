import { describe, expect, it } from 'vitest'
import type { RuleTest } from '../../shared/contract/rule.ts'
import type { EpochMs } from '../../shared/time.ts'
import { together, type Trial } from '../../renderer/state/ruleTrial.ts'

const MONDAY = 1_000 as EpochMs
const LAST_MONDAY = 500 as EpochMs

function part(change: Partial<RuleTest>): RuleTest {
  return { looked: 500, total: 900, caught: 0, weeks: [], articles: [], next: null, ...change }
}

const begun: Trial = { looked: 0, total: 0, caught: 0, articles: [], weeks: [], isLooking: true }

describe('together', () => {
  it('adds up what the parts of a dry run found, week by week', () => {
    const first = together(begun, part({ caught: 3, weeks: [{ weekStart: MONDAY, caught: 3 }] }))
    const both = together(
      first,
      part({
        looked: 400,
        caught: 3,
        weeks: [
          { weekStart: MONDAY, caught: 1 },
          { weekStart: LAST_MONDAY, caught: 2 },
        ],
      }),
    )
    expect(both).toMatchObject({ looked: 900, total: 900, caught: 6 })
    expect(both.weeks).toEqual([
      { weekStart: MONDAY, caught: 4 },
      { weekStart: LAST_MONDAY, caught: 2 },
    ])
  })
})
