import { describe, expect, it } from 'vitest'
import { askedToWait, retryAtOf, validatorsOf } from '../../../electron/engine/fetch/cacheHeaders.ts'
import { NOW } from './loopback.ts'

const DAY_MS = 86_400_000

describe('askedToWait', () => {
  it.each([
    [{}, null],
    [{ 'cache-control': 'max-age=600' }, 600_000],
    [{ 'cache-control': 'public, MAX-AGE="600"' }, 600_000],
    [{ 'cache-control': 'max-age=600', age: '100' }, 500_000],
    [{ 'cache-control': 'max-age=600', age: '700' }, null],
    [{ 'cache-control': 'max-age=600', age: 'x' }, 600_000],
    [{ 'cache-control': 's-maxage=600' }, null],
    [{ 'cache-control': 'max-age=600, no-cache' }, null],
    [{ 'cache-control': 'no-store', expires: 'Fri, 16 Jan 2026 12:00:00 GMT' }, null],
    [{ 'cache-control': 'max-age=0', expires: 'Fri, 16 Jan 2026 12:00:00 GMT' }, null],
    [{ 'cache-control': 'max-age=-5' }, null],
    [{ 'cache-control': `max-age=${'9'.repeat(400)}` }, DAY_MS],
    [{ expires: 'Thu, 15 Jan 2026 13:00:00 GMT' }, 3_600_000],
    [{ expires: 'Thu, 15 Jan 2026 13:00:00 GMT', date: 'Thu, 15 Jan 2026 12:30:00 GMT' }, 1_800_000],
    [{ expires: 'Thu, 15 Jan 2026 11:00:00 GMT' }, null],
    [{ expires: '0' }, null],
    [{ expires: 'Thu, 15 Jan 2099 11:00:00 GMT' }, DAY_MS],
    [{ 'retry-after': '60', 'cache-control': 'max-age=10' }, 60_000],
  ])('reads %j as %s', (headers, wait) => {
    expect(askedToWait(headers, NOW)).toBe(wait)
  })
})

describe('retryAtOf', () => {
  it.each([
    ['0', 0],
    ['90', 90_000],
    ['9999999999', DAY_MS],
    ['9'.repeat(400), DAY_MS],
    ['Thu, 15 Jan 2026 12:10:00 GMT', 600_000],
    ['Thu, 15 Jan 2099 12:10:00 GMT', DAY_MS],
    ['-1', null],
    ['1.5', null],
    ['soon', null],
    ['', null],
    ['Thu, 15 Jan 2026 11:10:00 GMT', null],
  ])('reads Retry-After: %s (F20)', (said, wait) => {
    expect(retryAtOf({ 'retry-after': said }, NOW)).toBe(wait === null ? null : NOW + wait)
  })
})

describe('validatorsOf', () => {
  it('keeps only what can be sent back', () => {
    expect(validatorsOf({ etag: '"a\u00e9"', 'last-modified': 'x'.repeat(2_000) }, null)).toEqual({ etag: null, lastModified: null })
    expect(validatorsOf({ etag: 'W/"a b"' }, { etag: 'old', lastModified: 'then' })).toEqual({ etag: 'W/"a b"', lastModified: 'then' })
  })
})
