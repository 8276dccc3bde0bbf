import { connect as connectPlain, isIP, type LookupFunction, type Socket } from 'node:net'
import { connect as connectSecure, type SecureContext } from 'node:tls'
import type { buildConnector } from 'undici'
import type { DurationMs } from '../../../shared/time.ts'
import { ConnectTimeout, PrivateAddressError, isUnknownIssuer } from './faults.ts'
import { isPublicAddress } from './privateAddress.ts'
import type { Trust } from './trust.ts'

/** What every connection is made with. */
export interface DialNeeds {
  readonly mayUsePrivate: boolean
  readonly lookup: LookupFunction
  readonly trust: Trust
  readonly timeout: DurationMs
}

/** Opens one host's connection, for undici. */
export interface Dialler {
  readonly connect: buildConnector.connector
  /** Lets go of a connection that is still being made. */
  hangUp(): void
}

/** Dials only addresses that may be dialled, and gives up in time. An unknown issuer is looked for once more among the system's. */
export function createDialler(needs: DialNeeds): Dialler {
  let socket: Socket | null = null

  function dial(options: buildConnector.Options, context: SecureContext, done: buildConnector.Callback): void {
    const attempt = openSocket(needs, options, context)
    socket = attempt
    const timer = setTimeout(() => attempt.destroy(new ConnectTimeout()), needs.timeout)
    const settle = (): void => {
      clearTimeout(timer)
      attempt.off('error', fail)
      attempt.off('close', close)
    }
    const fail = (error: Error): void => {
      settle()
      const full = isUnknownIssuer(error) && context === needs.trust.bundled ? needs.trust.withSystem() : null
      if (full === null) done(error, null)
      else dial(options, full, done)
    }
    const close = (): void => fail(new Error('closed while connecting'))
    attempt.once('error', fail)
    attempt.once('close', close)
    attempt.once(options.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
      settle()
      socket = null
      done(null, attempt)
    })
  }

  return {
    connect: (options, callback) => {
      const host = bareHost(options.hostname)
      // A literal address is never looked up, so that the guard in the lookup would not see it.
      if (!needs.mayUsePrivate && isIP(host) !== 0 && !isPublicAddress(host)) return callback(new PrivateAddressError(host), null)
      dial(options, needs.trust.bundled, callback)
    },
    hangUp: () => socket?.destroy(),
  }
}

function openSocket(needs: DialNeeds, { hostname, protocol, port }: buildConnector.Options, secureContext: SecureContext): Socket {
  const host = bareHost(hostname)
  const where = { host, lookup: needs.lookup, autoSelectFamily: true, noDelay: true, keepAlive: true }
  if (protocol !== 'https:') return connectPlain({ ...where, port: Number(port || 80) })
  const servername = isIP(host) === 0 ? host.replace(/\.$/, '') : ''
  return connectSecure({ ...where, port: Number(port || 443), servername, secureContext, ALPNProtocols: ['http/1.1'] })
}

function bareHost(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1')
}
