import { describe, expect, it } from 'vitest'
import { fillDates } from '../../electron/engine/sample/fillDates.ts'
import { DAY, type EpochMs } from '../../shared/time.ts'
import { start } from './sampleFolder.ts'

describe('fillDates', () => {
  it.each([
    ['{{date:-3d 09:30|rfc822}}', 'Tue, 11 Mar 2031 09:30:00 GMT'],
    ['{{date:-3d 09:30|iso}}', '2031-03-11T09:30:00Z'],
    ['{{date:-3d|iso}}', '2031-03-11T12:00:00Z'],
    ['{{date:-3d|day}}', '2031-03-11'],
    ['{{date:-3d|en}}', '11 March 2031'],
    ['{{date:-3d|zh}}', '2031年3月11日'],
    ['{{date:-2h|iso}}', '2031-03-14T08:05:00Z'],
    ['{{date:-20d|en}} to {{date:-0d 00:00|day}}', '22 February 2031 to 2031-03-14'],
  ])('writes %s as %s', (written, filled) => {
    expect(fillDates(written, start)).toBe(filled)
  })

  it('gives the same days whatever the hour of the start', () => {
    const midnight = (Math.floor(start / DAY) * DAY) as EpochMs
    const lastMoment = (midnight + DAY - 1) as EpochMs
    expect(fillDates('{{date:-1d 09:30|iso}}', midnight)).toBe(fillDates('{{date:-1d 09:30|iso}}', lastMoment))
  })

  it.each(['{{date:-3d|french}}', '{{date:-3d|constructor}}', '{{date:+3d|iso}}', '{{date:-3d 9:30|iso}}', '{{title}}'])(
    'throws on %s, which is our mistake',
    (written) => {
      expect(() => fillDates(written, start)).toThrow('{{')
    },
  )
})
