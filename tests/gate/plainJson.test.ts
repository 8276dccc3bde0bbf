import { describe, expect, it } from 'vitest'
import { isPlainJson } from '../../electron/gate/plainJson.ts'

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

  it('counts bytes as JSON writes them', () => {
    expect(isPlainJson('é'.repeat(10), 22)).toBe(true)
    expect(isPlainJson('é'.repeat(10), 21)).toBe(false)
    expect(isPlainJson('"'.repeat(10), 21)).toBe(false)
  })
})
