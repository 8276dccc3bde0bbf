import { describe, expect, it } from 'vitest'
import { addressIn, whatIsHeld } from '../../../renderer/state/dropped.ts'

const holding = (data: Record<string, string>) => ({ getData: (type: string) => data[type] ?? '' })

describe('whatIsHeld', () => {
  it.each([
    [['Files'], 'file'],
    [['text/uri-list', 'text/plain', 'text/html'], 'address'],
    [['text/plain'], 'address'],
    [['application/x-row'], null],
    [[], null],
  ] as const)('knows %j', (types, held) => {
    expect(whatIsHeld(types)).toBe(held)
  })
})

describe('addressIn', () => {
  it.each([
    [{ 'text/uri-list': '# a comment\r\nhttps://example.test/feed\r\nhttps://other.test/' }, 'https://example.test/feed'],
    [{ 'text/plain': '  https://example.test/  ' }, 'https://example.test/'],
    [{ 'text/plain': 'feed:https://example.test/f' }, 'https://example.test/f'],
    [{ 'text/plain': 'feed://example.test/f' }, 'http://example.test/f'],
  ])('finds the address of %j', (data, address) => {
    expect(addressIn(holding(data))).toBe(address)
  })

  it.each<Record<string, string>>([
    {},
    { 'text/plain': 'just words' },
    { 'text/uri-list': 'javascript:alert(1)' },
    { 'text/uri-list': 'file:///etc/passwd' },
    { 'text/plain': 'feed:javascript:alert(1)' },
  ])('finds none in %j', (data) => {
    expect(addressIn(holding(data))).toBeNull()
  })
})
