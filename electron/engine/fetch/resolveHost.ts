import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { PrivateAddressError } from './faults.ts'
import { isPublicAddress } from './privateAddress.ts'

/** One address of a host. */
export interface HostAddress {
  readonly address: string
  readonly family: number
}

/** Asks for all addresses of a name; throws what `node:dns` throws. */
export type HostLookup = (hostname: string) => Promise<readonly HostAddress[]>

/** The system's own resolver, which knows the hosts file and the company's names. */
export const systemLookup: HostLookup = (hostname) => lookup(hostname, { all: true, verbatim: true })

/** Which addresses of a host may be dialled. Throws {@link PrivateAddressError} where there are none. */
export type AddressGuard = (hostname: string) => Promise<readonly HostAddress[]>

/** @param mayUsePrivate lets everything through, for sources on a private network. */
export function createAddressGuard(find: HostLookup, mayUsePrivate: boolean): AddressGuard {
  return async (hostname) => {
    const family = isIP(hostname)
    const addresses = family === 0 ? await find(hostname) : [{ address: hostname, family }]
    const allowed = mayUsePrivate ? addresses : addresses.filter(({ address }) => isPublicAddress(address))
    if (allowed.length > 0) return allowed
    if (addresses.length > 0) throw new PrivateAddressError(hostname)
    throw Object.assign(new Error(`no address for ${hostname}`), { code: 'ENOTFOUND' })
  }
}

/** The guard as `net.connect` wants it: the addresses that it dials are the very ones that were checked. */
export function guardedLookup(guard: AddressGuard): LookupFunction {
  async function answer(...[hostname, { all }, callback]: Parameters<LookupFunction>): Promise<void> {
    const addresses = await addressesOrError(guard, hostname)
    if (addresses instanceof Error) callback(addresses, '', 0)
    else if (all === true) callback(null, [...addresses])
    else callback(null, addresses[0]?.address ?? '', addresses[0]?.family)
  }
  return (...asked) => void answer(...asked)
}

async function addressesOrError(guard: AddressGuard, hostname: string): Promise<readonly HostAddress[] | Error> {
  try {
    return await guard(hostname)
  } catch (error) {
    return error instanceof Error ? error : new Error('lookup failed', { cause: error })
  }
}
