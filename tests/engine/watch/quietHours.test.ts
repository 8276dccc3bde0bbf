import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { quietUntil } from '../../../electron/engine/watch/quietHours.ts'
import type { EpochMs } from '../../../shared/time.ts'

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]
const night = { from: 22 * 60, to: 7 * 60, days: EVERY_DAY }

let zone: string | undefined
beforeEach(() => {
  zone = process.env['TZ']
  process.env['TZ'] = 'Europe/Berlin'
})
afterEach(() => {
  process.env['TZ'] = zone
})

function at(local: string): EpochMs {
  return new Date(local).getTime() as EpochMs
}

function endOf(local: string, quiet: Parameters<typeof quietUntil>[1]): string | null {
  const end = quietUntil(at(local), quiet)
  return end === null ? null : new Date(end).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' })
}

describe('quietUntil', () => {
  it.each([
    ['2026-01-15T21:59:59', null],
    ['2026-01-15T22:00:00', '2026-01-16 07:00:00'],
    ['2026-01-15T23:59:59', '2026-01-16 07:00:00'],
    ['2026-01-16T00:00:00', '2026-01-16 07:00:00'],
    ['2026-01-16T06:59:59', '2026-01-16 07:00:00'],
    ['2026-01-16T07:00:00', null],
  ])('knows a night over midnight at %s: %s', (local, end) => {
    expect(endOf(local, night)).toBe(end)
  })

  it.each([
    ['2026-01-15T12:59:59', null],
    ['2026-01-15T13:00:00', '2026-01-15 14:30:00'],
    ['2026-01-15T14:30:00', null],
  ])('knows hours within a day at %s: %s', (local, end) => {
    expect(endOf(local, { from: 13 * 60, to: 14 * 60 + 30, days: EVERY_DAY })).toBe(end)
  })

  // 16 January 2026 is a Friday.
  it.each([
    ['2026-01-16T23:00:00', '2026-01-17 07:00:00'],
    ['2026-01-17T03:00:00', '2026-01-17 07:00:00'],
    ['2026-01-17T23:00:00', null],
    ['2026-01-16T03:00:00', null],
  ])('counts the day on which they began: %s, %s', (local, end) => {
    expect(endOf(local, { ...night, days: [5] })).toBe(end)
  })

  // The clocks go forward on 29 March 2026 at 2, and back on 25 October 2026 at 3.
  it.each([
    ['2026-03-28T23:00:00', '2026-03-29 07:00:00', 7],
    ['2026-10-24T23:00:00', '2026-10-25 07:00:00', 9],
  ])('ends at the hour that was chosen, however long the night: %s, %s', (local, end, hours) => {
    expect(endOf(local, night)).toBe(end)
    expect(((quietUntil(at(local), night) ?? 0) - at(local)) / 3_600_000).toBe(hours)
  })

  it('lasts a whole day where both ends are alike, and never where no day is chosen or nothing is set', () => {
    const allDay = { from: 60, to: 60, days: EVERY_DAY }
    expect([endOf('2026-01-15T00:59:00', allDay), endOf('2026-01-15T01:00:00', allDay)]).toEqual([
      '2026-01-15 01:00:00',
      '2026-01-16 01:00:00',
    ])
    expect([endOf('2026-01-15T23:00:00', { ...night, days: [] }), endOf('2026-01-15T23:00:00', null)]).toEqual([null, null])
  })
})
