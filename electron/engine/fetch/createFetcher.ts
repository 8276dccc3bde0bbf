import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, type Result } from '../../../shared/result.ts'
import type { Clock } from '../../../shared/time.ts'
import type { ProxyFor } from '../../../shared/proxyFor.ts'
import type { Connections } from './connections.ts'
import type { Fetched, Fetcher, FetchRequest } from './fetched.ts'
import { createLine } from './line.ts'
import { defaultLimits, type FetchLimits } from './limits.ts'
import { shown } from './readAddress.ts'
import { cleanUrl } from './redirect.ts'
import { createAddressGuard, guardedLookup, systemLookup, type HostLookup } from './resolveHost.ts'
import { sampleAnswer, type SampleLookup } from './sampleAnswer.ts'
import { createTrust } from './trust.ts'
import { createTurns } from './turns.ts'
import { createVisit, type HeardTime } from './visit.ts'

/** What a fetcher is made with. */
export interface FetcherOptions {
  /** `<name>/<version> (+<site>)`: the same for everybody. */
  readonly userAgent: string
  /** Lets sources on loopback and private networks through, on any port. */
  readonly mayUsePrivate: boolean
  readonly now: Clock
  /** Hears what servers' clocks say. */
  readonly heardTime?: HeardTime
  readonly sample?: SampleLookup
  readonly lookup?: HostLookup
  readonly limits?: Partial<FetchLimits>
  readonly proxyFor?: ProxyFor
  /** Authorities besides the bundled ones, in PEM; the system's own unless given. */
  readonly systemCertificates?: () => readonly string[]
}

/** A fetcher that goes out to the network. */
export interface WebFetcher extends Fetcher {
  /** Lets go of every connection; answers under way are asked for again. To be called when the machine wakes. */
  resetConnections(): void
}

/**
 * The one way to the network: one connection a host, six in all, every bound of {@link FetchLimits}, no private addresses.
 * `get` never rejects for a fault of the world; one that its signal ended failed as `took-too-long`.
 */
export function createFetcher(options: FetcherOptions): WebFetcher {
  const limits = { ...defaultLimits, ...options.limits }
  const guard = createAddressGuard(options.lookup ?? systemLookup, options.mayUsePrivate)
  const trust = createTrust(options.systemCertificates)
  const dial = { mayUsePrivate: options.mayUsePrivate, lookup: guardedLookup(guard), trust, timeout: limits.connect }
  let opened: Promise<Connections> | null = null
  // What speaks HTTP takes a third of the start of an engine to load, and the first list has no need of it.
  const connections = (): Promise<Connections> =>
    (opened ??= import('./connections.ts').then(({ createConnections }) => createConnections(dial, limits.connections)))
  const line = createLine({ connections, turns: createTurns(limits), guard, proxyFor: options.proxyFor ?? null, limits })
  const visit = createVisit({ ...options, line, limits })
  const underWay = new Map<AbortController, Promise<unknown>>()
  let isClosed = false

  async function get(request: FetchRequest): Promise<Result<Fetched, SourceFailure>> {
    if (isClosed || request.signal?.aborted === true) return failed({ kind: 'took-too-long' })
    if (/^sample:/i.test(request.url)) return sampleAnswer(options.sample ?? null, request)
    if (!URL.canParse(request.url)) return failed({ kind: 'not-an-address', address: shown(request.url) })
    const stopper = new AbortController()
    const stop = (): void => stopper.abort()
    request.signal?.addEventListener('abort', stop, { once: true })
    const visiting = visit(request, cleanUrl(new URL(request.url)), stopper.signal)
    underWay.set(stopper, visiting)
    try {
      return await visiting
    } finally {
      underWay.delete(stopper)
      request.signal?.removeEventListener('abort', stop)
    }
  }

  async function close(): Promise<void> {
    isClosed = true
    for (const stopper of underWay.keys()) stopper.abort()
    await Promise.allSettled(underWay.values())
    await closeAll()
  }

  // What could not be loaded has nothing to close, and was told by whoever asked for it.
  async function closeAll(): Promise<void> {
    await opened?.then(
      (connections) => connections.closeAll(),
      () => undefined,
    )
  }

  return { get, close, resetConnections: () => void closeAll() }
}
