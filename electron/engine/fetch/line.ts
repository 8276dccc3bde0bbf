import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import type { ProxyFor } from '../../../shared/proxyFor.ts'
import type { DurationMs } from '../../../shared/time.ts'
import type { Connection, Connections } from './connections.ts'
import { PrivateAddressError, failureOf, isNoConnection } from './faults.ts'
import type { FetchLimits } from './limits.ts'
import { laneOf } from './openable.ts'
import type { AddressGuard } from './resolveHost.ts'
import { transfer, type Answer, type Transferred } from './transfer.ts'
import { steppedAside, type Turns } from './turns.ts'

/** Nothing is fetched past a proxy of another kind. */
const USABLE_PROXY = /^(?:https?|socks5):/

/** One `get` on its way over all of its hops. */
export interface Trip {
  readonly stop: AbortSignal
  readonly total: DurationMs
  readonly mostBytes: number
  /** Time spent on answers; waiting for a turn is not counted. */
  spent: number
}

/** What a line is made of. */
export interface LineParts {
  /** Loaded when it is first asked for. */
  readonly connections: () => Promise<Connections>
  readonly turns: Turns
  readonly guard: AddressGuard
  readonly proxyFor: ProxyFor | null
  readonly limits: FetchLimits
}

/** Asks one address once, when its turn has come. */
export interface Line {
  ask(url: URL, headers: Readonly<Record<string, string>>, trip: Trip): Promise<Result<Answer, SourceFailure>>
}

/** One line to the network, shared by everything that is fetched. */
export function createLine({ connections, turns, guard, proxyFor, limits }: LineParts): Line {
  async function send(url: URL, headers: Readonly<Record<string, string>>, trip: Trip, aside: AbortSignal): Promise<Transferred> {
    const first = await sendOnce(url, headers, trip, aside)
    return first.isWorthAnother ? (await sendOnce(url, headers, trip, aside)).how : first.how
  }

  async function sendOnce(
    url: URL,
    headers: Readonly<Record<string, string>>,
    trip: Trip,
    aside: AbortSignal,
  ): Promise<{ how: Transferred; isWorthAnother: boolean }> {
    const proxy = await proxyOrNull(url, proxyFor)
    if (proxy !== null && (await isPrivateBehindProxy(url.hostname, guard))) {
      return { how: broken(new PrivateAddressError(url.hostname)), isWorthAnother: false }
    }
    if (proxy !== null && !USABLE_PROXY.test(proxy)) {
      return { how: { ...broken(new Error('a proxy of a kind that cannot be used')), host: hostOf(proxy) }, isWorthAnother: false }
    }
    const connection = (await connections()).open(laneOf(url), url.origin, proxy)
    const isReused = connection.hasServed
    const before = performance.now()
    const timeLeft = Math.max(trip.total - trip.spent, 1) as DurationMs
    const how = brokenBy(proxy, await exchange(connection, url, { headers, trip, aside, timeLeft }))
    // Time that was lost by stepping aside is not held against the answer.
    if (how.kind !== 'aside') trip.spent += performance.now() - before
    return { how, isWorthAnother: how.kind === 'broken' && isWorthAnother(how, isReused) }
  }

  function exchange(
    connection: Connection,
    url: URL,
    { trip, ...rest }: { headers: Readonly<Record<string, string>>; trip: Trip; aside: AbortSignal; timeLeft: DurationMs },
  ): Promise<Transferred> {
    return transfer({ ...rest, connection, path: `${url.pathname}${url.search}`, limits, mostBytes: trip.mostBytes, stop: trip.stop })
  }

  return {
    ask: async (url, headers, trip) => {
      const how = await turns.take(
        laneOf(url),
        async (aside) => {
          const sent = await send(url, headers, trip, aside)
          return sent.kind === 'aside' ? steppedAside : sent
        },
        trip.stop,
      )
      return how === null ? failed({ kind: 'took-too-long' }) : outcome(how, url, trip)
    },
  }
}

function outcome(how: Transferred, { hostname }: URL, trip: Trip): Result<Answer, SourceFailure> {
  switch (how.kind) {
    case 'answer':
      return ok(how)
    case 'timed-out':
      return failed({ kind: 'timed-out', after: how.after })
    case 'too-large':
      return failed({ kind: 'too-large', limit: trip.mostBytes })
    case 'stopped':
    case 'aside':
      return failed({ kind: 'took-too-long' })
    case 'broken':
      return failed(failureOf(how.error, how.host ?? hostname, how.hasAnswered))
  }
}

/** A proxy that cannot be found out is none. */
async function proxyOrNull(url: URL, proxyFor: ProxyFor | null): Promise<string | null> {
  try {
    const proxy = (await proxyFor?.(url.href)) ?? null
    return proxy !== null && URL.canParse(proxy) ? proxy : null
  } catch {
    return null
  }
}

/** A proxy that cannot be reached is what is to be named. */
function brokenBy(proxy: string | null, how: Transferred): Transferred {
  if (proxy === null || how.kind !== 'broken' || how.hasAnswered || !isNoConnection(how.error)) return how
  return { ...how, host: hostOf(proxy) }
}

function hostOf(proxy: string): string {
  return URL.parse(proxy)?.hostname ?? proxy
}

function broken(error: Error): Extract<Transferred, { kind: 'broken' }> {
  return { kind: 'broken', error, hasAnswered: false }
}

/** A kept connection may have been closed by the server just now, or by us on waking: neither says anything about the answer. */
function isWorthAnother({ error, hasAnswered }: { error: unknown; hasAnswered: boolean }, isReused: boolean): boolean {
  const wasReset = error instanceof Error && 'code' in error && error.code === 'UND_ERR_DESTROYED'
  return wasReset || (isReused && !hasAnswered)
}

/** Behind a proxy the name is looked up elsewhere: what it means here is all that can be checked. */
async function isPrivateBehindProxy(hostname: string, guard: AddressGuard): Promise<boolean> {
  try {
    await guard(hostname)
    return false
  } catch (error) {
    return error instanceof PrivateAddressError
  }
}
