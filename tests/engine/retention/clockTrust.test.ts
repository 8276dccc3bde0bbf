import { describe, expect, it } from 'vitest'
import { createClockTrust } from '../../../electron/engine/retention/clockTrust.ts'
import { DAY, HOUR, type EpochMs } from '../../../shared/time.ts'

const START = Date.UTC(2026, 10, 28) as EpochMs

function clockAt(start: EpochMs, believedAt: EpochMs | null) {
  const time = { now: start as number, elapsed: 0, believedAt: believedAt as number | null }
  const lastBelieved = {
    read: () => time.believedAt as EpochMs | null,
    write: (at: EpochMs) => {
      time.believedAt = at
    },
  }
  const trust = createClockTrust({ now: () => time.now as EpochMs, elapsed: () => time.elapsed, lastBelieved })
  /** Time that passes for the clock and for the computer alike. */
  const pass = (ms: number): void => {
    time.now += ms
    time.elapsed += ms
  }
  return { time, trust, pass }
}

describe('createClockTrust', () => {
  it('D15: believes a clock that goes on as before, and a profile’s first', () => {
    const { trust, pass } = clockAt(START, null)
    expect(trust.isBelieved()).toBe(true)
    pass(DAY)
    expect(trust.isBelieved()).toBe(true)
  })

  it.each([10 * 365 * DAY, -10 * 365 * DAY, 2 * DAY + HOUR, -2 * DAY - HOUR])('D15: does not believe a jump by %i ms', (jump) => {
    const { time, trust, pass } = clockAt(START, START)
    time.now += jump
    expect(trust.isBelieved()).toBe(false)
    pass(5 * DAY)
    expect(trust.isBelieved()).toBe(false)
  })

  it.each([Number(HOUR), -Number(HOUR), 2 * DAY, -2 * DAY])(
    'D15: takes a move by %i ms as it comes: summer time, zones, a weekend',
    (move) => {
      const { time, trust } = clockAt(START, START)
      time.now += move
      expect(trust.isBelieved()).toBe(true)
    },
  )

  it('believes again when the clock is put right', () => {
    const { time, trust } = clockAt(START, START)
    time.now += 3650 * DAY
    expect(trust.isBelieved()).toBe(false)
    time.now = START + DAY
    expect(trust.isBelieved()).toBe(true)
  })

  it('believes after weeks in which nothing ran, once a publisher’s clock says the same', () => {
    const { time, trust, pass } = clockAt((START + 30 * DAY) as EpochMs, START)
    expect(trust.isBelieved()).toBe(false)
    trust.hear((START + 30 * DAY + HOUR) as EpochMs)
    pass(6 * HOUR)
    expect(trust.isBelieved()).toBe(true)
    expect(time.believedAt).toBe(time.now)
  })

  it('does not take an answer from before a jump for a witness of it', () => {
    const { time, trust, pass } = clockAt(START, START)
    trust.hear(START)
    pass(HOUR)
    time.now += 400 * DAY
    expect(trust.isBelieved()).toBe(false)
  })
})
