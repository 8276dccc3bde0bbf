import { describe, expect, it } from 'vitest'
import { findDate } from '../../../electron/engine/newsroom/dates/findDate.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { costOf } from '../../fixtures/cost.ts'

const HINTS = { now: Date.UTC(2026, 10, 20, 12) as EpochMs, order: 'dmy' as const, year: null }

function day(text: string, hints = HINTS as Parameters<typeof findDate>[1]): string | null {
  const found = findDate(text, hints)
  return found === null ? null : new Date(found.at).toISOString().replace(':00.000Z', '').replace('T00:00', '')
}

describe('findDate', () => {
  it.each([
    ['2020-11-17', '2020-11-17'],
    ['2020/11/7', '2020-11-07'],
    ['2020. 11. 17.', '2020-11-17'],
    ['2020-11-17T08:30:00+08:00', '2020-11-17T00:30'],
    ['17.11.2020', '2020-11-17'],
    ['17.11.20', '2020-11-17'],
    ['17. November 2020', '2020-11-17'],
    ['1er août 2020', '2020-08-01'],
    ['17 de noviembre de 2020', '2020-11-17'],
    ['Nov. 17, 2020', '2020-11-17'],
    ['Tuesday, 17th November 2020', '2020-11-17'],
    ['November 17, 2020 10:30 PM', '2020-11-17T22:30'],
    ['Press release | 12 March 2020 | Munich', '2020-03-12'],
    ['2020年11月17日', '2020-11-17'],
    ['令和2年11月17日', '2020-11-17'],
    ['２０２０年１１月１７日', '2020-11-17'],
    ['2020년 11월 17일', '2020-11-17'],
    ['发布时间：2020-11-17 14:30 浏览：120', '2020-11-17T14:30'],
    ['17 2020-11', '2020-11-17'],
    ['17/2020-11', '2020-11-17'],
    ['11-17 2020', '2020-11-17'],
    ['2020 11-17', '2020-11-17'],
    ['2020.11 17', '2020-11-17'],
    ['Nov 17 2020', '2020-11-17'],
    ['20201117', '2020-11-17'],
    ['17 Nov', '2026-11-17'],
    ['Dec 24', '2025-12-24'],
    ['11-17', '2026-11-17'],
    ['3 days ago', '2026-11-17T12:00'],
    ['3天前', '2026-11-17T12:00'],
    ['vor 2 Stunden', '2026-11-20T10:00'],
    ['il y a 3 jours', '2026-11-17T12:00'],
    ['hace una semana', '2026-11-13T12:00'],
    ['2時間前', '2026-11-20T10:00'],
    ['yesterday', '2026-11-19T12:00'],
    ['昨天', '2026-11-19T12:00'],
  ])('reads %s', (text, wanted) => {
    expect(day(text)).toBe(wanted)
  })

  it.each([
    ['iPhone 12 Pro 2020'],
    ['10-20 items'],
    ['version 1.2.3'],
    ['192.168.10.11'],
    ['Nov 2020'],
    ['31.02.2020'],
    ['2020-13-01'],
    ['+86 755 2020 1117'],
    ['1 000 2020'],
    ['Top 10 March'],
    ['today we open a plant in Riga'],
    [''],
  ])('finds no day in “%s”', (text) => {
    expect(day(text)).toBeNull()
  })

  it('reads slashes by the order of the page, where they leave a choice', () => {
    expect(day('03/04/2020')).toBe('2020-04-03')
    expect(day('03/04/2020', { ...HINTS, order: 'mdy' })).toBe('2020-03-04')
    expect(day('03/24/2020')).toBe('2020-03-24')
  })

  it('takes the year from above', () => {
    expect(day('17 Nov', { ...HINTS, year: 2019 })).toBe('2019-11-17')
  })

  it.each([['9'.repeat(100_000)], ['1 '.repeat(50_000)], ['a'.repeat(100_000)], ['jan '.repeat(25_000)], ['2020-'.repeat(20_000)]])(
    'is done with 100 KB at once (P03)',
    (text) => {
      expect(costOf(() => findDate(text, HINTS))).toBeLessThan(50)
    },
  )
})
