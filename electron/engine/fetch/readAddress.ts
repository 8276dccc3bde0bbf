import { isIP } from 'node:net'
import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import { isPublicAddress } from './privateAddress.ts'

/** Longer ones are no address that a publisher hands out. */
const LONGEST_ADDRESS = 8_192

/**
 * What a person pasted, as an absolute http, https or `sample:` address without a fragment.
 *
 * A scheme that is left out is https, but http on loopback and private literal hosts. `feed:` in front of an address is
 * dropped; `feed://host` has always meant http. Credentials, spaces and every other scheme are refused.
 */
export function readAddress(typed: string): Result<string, SourceFailure> {
  const address = typed.trim().replace(/^<(.*)>$/, '$1')
  const url = hasStrangeCharacters(address) ? null : parsed(withScheme(address))
  if (url === null || !isOpenable(url)) return failed({ kind: 'not-an-address', address: shown(address) })
  url.hash = ''
  return ok(url.href)
}

/** Whether {@link readAddress} finds an address in it. */
export function isAddress(typed: string): boolean {
  return readAddress(typed).ok
}

/** An address as a failure carries it: short, and without what may be a password. */
export function shown(address: string): string {
  return address.replace(/\/\/[^/?#]*@/, '//').slice(0, 200)
}

/** Whether the host says by itself that it is on this computer or a private network. */
export function isPrivateHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1')
  return /(?:^|\.)localhost\.?$/i.test(bare) || (isIP(bare) !== 0 && !isPublicAddress(bare))
}

/** URL parsers drop tabs and line ends silently and take a backslash for a slash: what is then opened is not what was seen. */
function hasStrangeCharacters(address: string): boolean {
  return address.length > LONGEST_ADDRESS || /[\s\\\u0000-\u001f\u007f]/.test(address)
}

function withScheme(address: string): string {
  const bare = address.replace(/^feed:(?=https?:)/i, '')
  if (/^feeds?:\/\//i.test(bare)) return bare.replace(/^feed(s?)/i, 'http$1')
  const plain = bare.replace(/^feed:/i, '').replace(/^\/\//, '')
  if (!isWithoutScheme(plain)) return plain
  const guess = parsed(`http://${plain}`)
  return guess !== null && isPrivateHost(guess.hostname) ? guess.href : `https://${plain}`
}

/** A host with a dot, `localhost` or an IPv6 literal, perhaps a port; anything else before a colon is a scheme. */
function isWithoutScheme(address: string): boolean {
  return /^(?:[^/?#:@[\]]+\.[^/?#:@[\]]+|localhost|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:[/?#]|$)/i.test(address)
}

function isOpenable(url: URL): boolean {
  if (url.protocol === 'sample:') return true
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  return isWeb && url.hostname !== '' && url.username === '' && url.password === ''
}

function parsed(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}
