import { describe, expect, it } from 'vitest'
import { neverAsked } from '../../../electron/engine/store/cache/schedule.ts'
import { openStore } from '../../../electron/engine/store/store.ts'
import type { DurationMs, EpochMs } from '../../../shared/time.ts'
import { minute, NOON } from './news.ts'
import { openedStore } from './profiles.ts'

const asked = {
  etag: '"abc"',
  lastModified: 'Thu, 15 Jan 2026 12:00:00 GMT',
  validatorsAt: NOON,
  nextCheckAt: minute(30),
  lastCheckedAt: NOON,
  lastSuccessAt: NOON,
  failuresInRow: 2,
  failure: { kind: 'refused', status: 503, retryAt: minute(9) },
  movedTo: 'https://moved.example/feed',
  movedTimes: 2,
  movedSince: minute(-60),
  interval: 1_800_000 as DurationMs,
  changes: [minute(-90), minute(-10)],
  bodyHash: 'cafe',
} as const

describe('schedule', () => {
  it('gives back what was put, and knows nothing of a source that was never asked', () => {
    const store = openedStore()
    store.schedule.put('one', asked)
    expect(store.schedule.get('one')).toEqual(asked)
    expect(store.schedule.get('other')).toEqual(neverAsked)
    expect([...store.schedule.all()]).toEqual([['one', asked]])
    store.schedule.remove('one')
    expect(store.schedule.get('one')).toEqual(neverAsked)
  })

  it('drops validators after eight days, and those of a clock that was set back', () => {
    let now = NOON as number
    const opened = openStore({ profile: ':memory:', now: () => now as EpochMs })
    if (!opened.ok) throw new Error(opened.failure.kind)
    const { schedule } = opened.value
    schedule.put('one', asked)
    const day = 86_400_000
    for (const [days, etag] of [
      [7.9, asked.etag],
      [8, null],
      [-7.9, asked.etag],
      [-9, null],
    ] as const) {
      now = NOON + days * day
      expect([days, schedule.get('one').etag, schedule.get('one').lastModified === null]).toEqual([days, etag, etag === null])
    }
    opened.value.close()
  })

  it('names what is due, most overdue first', () => {
    const store = openedStore()
    for (const [id, at] of [
      ['late', -5],
      ['later', -9],
      ['now', 0],
      ['soon', 1],
    ] as const) {
      store.schedule.put(id, { ...neverAsked, nextCheckAt: minute(at) })
    }
    store.schedule.put('unknown', neverAsked)
    expect(store.schedule.due(NOON, 9)).toEqual(['later', 'late', 'now'])
    expect(store.schedule.due(NOON, 1)).toEqual(['later'])
  })
})
