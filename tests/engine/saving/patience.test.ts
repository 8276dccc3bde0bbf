import { describe, expect, it } from 'vitest'
import { createPatience } from '../../../electron/engine/saving/patience.ts'
import { DAY, MINUTE, type EpochMs } from '../../../shared/time.ts'

describe('createPatience', () => {
  it('waits a quarter of an hour, then twice as long each time, and never longer than a day', () => {
    let now = 0
    const patience = createPatience(() => now as EpochMs)
    expect(patience.mayAsk('a')).toBe(true)
    for (const wait of [15, 30, 60, 120, 240, 480, 960, 1440, 1440].map((minutes) => minutes * MINUTE)) {
      patience.failed('a')
      now += wait - 1
      expect(patience.mayAsk('a')).toBe(false)
      now += 1
      expect(patience.mayAsk('a')).toBe(true)
    }
  })

  it('knows each address by itself, and takes a clock that jumped for time that passed', () => {
    let now = 10 * DAY
    const patience = createPatience(() => now as EpochMs)
    patience.failed('a')
    expect([patience.mayAsk('a'), patience.mayAsk('b')]).toEqual([false, true])
    now -= 5 * DAY
    expect(patience.mayAsk('a')).toBe(true)
  })
})
