import { describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../../electron/engine/fetch/privateAddress.ts'

/** For each blocked range its first and last address, and the neighbours on both sides that are public. */
const ranges: readonly (readonly [first: string, last: string, before: string | null, after: string | null])[] = [
  ['0.0.0.0', '0.255.255.255', null, '1.0.0.0'],
  ['10.0.0.0', '10.255.255.255', '9.255.255.255', '11.0.0.0'],
  ['100.64.0.0', '100.127.255.255', '100.63.255.255', '100.128.0.0'],
  ['127.0.0.0', '127.255.255.255', '126.255.255.255', '128.0.0.0'],
  ['169.254.0.0', '169.254.255.255', '169.253.255.255', '169.255.0.0'],
  ['172.16.0.0', '172.31.255.255', '172.15.255.255', '172.32.0.0'],
  ['192.0.0.0', '192.0.0.255', '191.255.255.255', '192.0.1.0'],
  ['192.0.2.0', '192.0.2.255', '192.0.1.255', '192.0.3.0'],
  ['192.168.0.0', '192.168.255.255', '192.167.255.255', '192.169.0.0'],
  ['198.18.0.0', '198.19.255.255', '198.17.255.255', '198.20.0.0'],
  ['198.51.100.0', '198.51.100.255', '198.51.99.255', '198.51.101.0'],
  ['203.0.113.0', '203.0.113.255', '203.0.112.255', '203.0.114.0'],
  ['224.0.0.0', '255.255.255.255', '223.255.255.255', null],
  ['::', '::ffff:ffff', null, '::1:0:0'],
  ['64:ff9b:1::', '64:ff9b:1:ffff:ffff:ffff:ffff:ffff', '64:ff9b:0:ffff::', '64:ff9b:2::'],
  ['100::', '100::ffff:ffff:ffff:ffff', 'ff:ffff::', '100:0:0:1::'],
  ['2001::', '2001:0:ffff:ffff:ffff:ffff:ffff:ffff', '2000:ffff::', '2001:1::'],
  ['2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff', '2001:db7::', '2001:db9::'],
  ['2002::', '2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '2001:ffff::', '2003::'],
  ['fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'fbff:ffff::', 'fe00::'],
  ['fe80::', 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'fe7f:ffff::', 'fec0::'],
  ['ff00::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'feff:ffff::', null],
]

describe('isPublicAddress', () => {
  it.each(ranges)('takes %s to %s for private, and no more (F07)', (first, last, before, after) => {
    expect([first, last].map(isPublicAddress)).toEqual([false, false])
    for (const neighbour of [before, after])
      if (neighbour !== null) expect([neighbour, isPublicAddress(neighbour)]).toEqual([neighbour, true])
  })

  it.each(['::ffff:', '64:ff9b::', '::ffff:0:'])('looks inside %s (F07)', (prefix) => {
    expect(['127.0.0.1', '10.0.0.1', '169.254.169.254', '0.0.0.0'].map((inner) => isPublicAddress(prefix + inner))).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(isPublicAddress(`${prefix}8.8.8.8`)).toBe(true)
    expect(isPublicAddress(`${prefix}808:808`)).toBe(true)
    expect(isPublicAddress(`${prefix}7f00:1`)).toBe(false)
  })

  it('reads brackets, zones and every spelling', () => {
    expect(['[::1]', 'fe80::1%eth0', '0:0:0:0:0:0:0:1', '0:0:0:0:0:FFFF:7F00:0001'].map(isPublicAddress)).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(['[2606:4700::1111]', '2606:4700:0:0:0:0:0:1111'].map(isPublicAddress)).toEqual([true, true])
  })

  it.each(['', 'localhost', 'news.example', '127.1', '8.8.8', '8.8.8.8.8', ':::', '1'])('does not take “%s” for a public address', (ip) => {
    expect(isPublicAddress(ip)).toBe(false)
  })
})
