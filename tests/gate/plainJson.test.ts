import { describe, expect, it } from 'vitest'
import { largestInputOf } from '../../electron/gate/limits.ts'
import { isPlainJson } from '../../electron/gate/plainJson.ts'
import { requests } from '../../shared/contract/requests.ts'
import { MOST_EXPORTED } from '../../shared/exportFormats.ts'

describe('isPlainJson', () => {
  it.each([[null], [true], [0], [''], [[]], [{}], [{ a: [{ b: 'c' }] }], [{ left: undefined }], [Object.create(null)]])(
    'takes %j',
    (value) => {
      expect(isPlainJson(value, 1000)).toBe(true)
    },
  )

  it.each([
    ['a key called __proto__', JSON.parse('{"__proto__":{}}')],
    ['NaN', { a: NaN }],
    ['a BigInt', [1n]],
    ['a function', { a: () => 1 }],
    ['a symbol as key', { [Symbol('a')]: 1 }],
    ['an instance', new Map()],
    ['a date', { a: new Date() }],
  ])('R01 refuses %s', (_, value) => {
    expect(isPlainJson(value, 1000)).toBe(false)
  })

  it('has room for an export of as many articles as the contract lets through, with the longest ids', () => {
    const order = { ids: Array.from({ length: MOST_EXPORTED }, (_, nth) => `${nth}`.padStart(64, '0')), format: 'html', locale: 'en' }
    expect(requests.exportArticles.input.safeParse(order).success).toBe(true)
    expect(isPlainJson(order, largestInputOf('exportArticles'))).toBe(true)
    expect(Buffer.byteLength(JSON.stringify(order))).toBeLessThan(largestInputOf('exportArticles'))
  })

  it('counts bytes as JSON writes them', () => {
    expect(isPlainJson('é'.repeat(10), 22)).toBe(true)
    expect(isPlainJson('é'.repeat(10), 21)).toBe(false)
    expect(isPlainJson('"'.repeat(10), 21)).toBe(false)
  })
})
