import type { SourceFailure } from '../../../shared/failures.ts'
import { isPrivateHost, shown } from './readAddress.ts'

/** Who may be asked, apart from the addresses that a name turns out to have. */
export interface OpenRules {
  readonly mayUsePrivate: boolean
  /** The address whose port a person typed, or null. */
  readonly typed: URL | null
}

const ordinaryPorts = { '': true, '80': true, '443': true } as const

/** Why an address must not be asked; null where it may. Each hop of a redirect goes through here. */
export function refusalOf(url: URL, { mayUsePrivate, typed }: OpenRules): SourceFailure | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { kind: 'not-an-address', address: shown(url.href) }
  if (mayUsePrivate) return null
  if (isPrivateHost(url.hostname)) return { kind: 'private-address', host: url.hostname }
  const isTyped = typed !== null && typed.hostname === url.hostname && typed.port === url.port
  return isTyped || isOrdinaryPort(url.port) ? null : { kind: 'not-an-address', address: shown(url.href) }
}

/** Ports where web servers are found; others belong to programs that take an HTTP request for something else. */
function isOrdinaryPort(port: string): boolean {
  return port in ordinaryPorts || (Number(port) >= 8_000 && Number(port) <= 8_999)
}

/** The lane of an address: one for each host, and for each other port, where another server stands. */
export function laneOf(url: URL): string {
  return url.port === '' || url.port in ordinaryPorts ? url.hostname : url.host
}
