import { BlockList, isIP } from 'node:net'

/** What is not the public internet (IANA's special-purpose registries), as prefix and length. */
const blockedV4: readonly (readonly [prefix: string, length: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

/** `::/96` holds the unspecified address, loopback and the old IPv4-compatible form. */
const blockedV6: readonly (readonly [prefix: string, length: number])[] = [
  ['::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
]

const blocked = new BlockList()
for (const [prefix, length] of blockedV4) blocked.addSubnet(prefix, length, 'ipv4')
for (const [prefix, length] of blockedV6) blocked.addSubnet(prefix, length, 'ipv6')

/** IPv4 inside IPv6: mapped (RFC 4291), and through a translator (RFC 6052, RFC 2765). What counts is the inner address. */
const carriers: readonly (readonly number[])[] = [
  [0, 0, 0, 0, 0, 0xffff],
  [0x64, 0xff9b, 0, 0, 0, 0],
  [0, 0, 0, 0, 0xffff, 0],
]

/**
 * Whether an address is one of the public internet's.
 *
 * @param ip IPv4 with dots, or IPv6 with or without brackets and zone; anything else is not public.
 */
export function isPublicAddress(ip: string): boolean {
  const bare = ip.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '')
  if (isIP(bare) === 4) return !blocked.check(bare, 'ipv4')
  const groups = groupsOf(bare)
  if (groups === null) return false
  const inner = carriers.some((carrier) => carrier.every((group, place) => groups[place] === group))
  return inner ? isPublicAddress(lastAsV4(groups)) : !blocked.check(bare, 'ipv6')
}

/** The eight numbers of an IPv6 address, however it was written; null where it is none. */
function groupsOf(ip: string): readonly number[] | null {
  if (isIP(ip) !== 6) return null
  // The URL parser writes every form in one way: hexadecimal, with at most one `::`.
  const [head = '', tail] = new URL(`http://[${ip}]/`).hostname.slice(1, -1).split('::')
  const before = numbersOf(head)
  const after = numbersOf(tail ?? '')
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after]
}

function numbersOf(part: string): number[] {
  return part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))
}

function lastAsV4(groups: readonly number[]): string {
  const [high = 0, low = 0] = groups.slice(6)
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
