import type { IncomingHttpHeaders } from 'node:http'
import type { Dispatcher } from 'undici'
import type { DurationMs } from '../../../shared/time.ts'
import type { Connection } from './connections.ts'
import { createDeadlines, type Deadlines } from './deadlines.ts'
import { ConnectTimeout } from './faults.ts'
import type { FetchLimits } from './limits.ts'

/** One request on one connection. */
export interface Exchange {
  readonly connection: Connection
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly limits: Pick<FetchLimits, 'connect' | 'headers' | 'idle'>
  /** What is left of the time for all of it. */
  readonly timeLeft: DurationMs
  /** Counted as it arrives, still packed. */
  readonly mostBytes: number
  /** Gives up. */
  readonly stop: AbortSignal
  /** Gives up for now. */
  readonly aside: AbortSignal
}

/** An answer as it came: still packed, and empty unless its status is one of success. */
export interface Answer {
  readonly kind: 'answer'
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly packed: Uint8Array
}

/** How a request ended. */
export type Transferred =
  | Answer
  | { readonly kind: 'stopped' }
  | { readonly kind: 'aside' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'timed-out'; readonly after: DurationMs }
  /** `host`: which broke, where that is another than the one asked. */
  | { readonly kind: 'broken'; readonly error: unknown; readonly hasAnswered: boolean; readonly host?: string }

/** The body of a redirect or a refusal is read only so far as it keeps the connection usable. */
const MOST_IGNORED_BYTES = 64 * 1024
const LONGEST_IGNORED = 1_000 as DurationMs

/** Sends a GET and gathers what comes, within every bound. Never rejects; the connection is closed unless the answer came to its end. */
export function transfer(exchange: Exchange): Promise<Transferred> {
  const { connection, path, headers, stop, aside, limits, timeLeft } = exchange
  if (stop.aborted) return Promise.resolve({ kind: 'stopped' })
  if (aside.aborted) return Promise.resolve({ kind: 'aside' })
  return new Promise((resolve) => {
    const end = (how: Transferred, isUsable: boolean): void => {
      deadlines.clear()
      stop.removeEventListener('abort', onStop)
      aside.removeEventListener('abort', onAside)
      connection.isBusy = false
      // First what is to be told: closing breaks what is under way, and says so through the receiver at once.
      resolve(how)
      if (!isUsable) connection.close()
    }
    const onStop = (): void => end({ kind: 'stopped' }, false)
    const onAside = (): void => end({ kind: 'aside' }, false)
    const deadlines = createDeadlines(timeLeft, (after) => receiver.onTimeout(after))
    const receiver = createReceiver(exchange, deadlines, end)
    stop.addEventListener('abort', onStop, { once: true })
    aside.addEventListener('abort', onAside, { once: true })
    connection.isBusy = true
    deadlines.expect(limits.connect)
    connection.dispatcher.dispatch({ origin: connection.origin, path, method: 'GET', headers }, receiver)
  })
}

type Receiver = Dispatcher.DispatchHandler & { onTimeout(after: DurationMs): void }

/** Takes the answer in. `end` may be called more than once: the first time counts. */
function createReceiver(exchange: Exchange, deadlines: Deadlines, end: (how: Transferred, isUsable: boolean) => void): Receiver {
  const { connection, limits, mostBytes } = exchange
  const chunks: Uint8Array[] = []
  let head: Pick<Answer, 'status' | 'headers'> | null = null
  let count = 0

  /** Whether the headers alone are the answer. */
  function isAnsweredAlready(): boolean {
    return head !== null && !isSuccess(head.status)
  }

  function finish(isUsable: boolean): void {
    const { status, headers } = head ?? { status: 0, headers: {} }
    end({ kind: 'answer', status, headers, packed: joined(chunks) }, isUsable)
  }

  return {
    onRequestStart: () => deadlines.expect(limits.headers),
    onResponseStart: (_controller, status, headers) => {
      if (status < 200) return
      head = { status, headers }
      connection.hasServed = true
      if (isSuccess(status) && Number(headers['content-length'] ?? 0) > mostBytes) return end({ kind: 'too-large' }, false)
      deadlines.expect(isSuccess(status) ? limits.idle : LONGEST_IGNORED)
    },
    onResponseData: (_controller, chunk) => {
      count += chunk.byteLength
      if (isAnsweredAlready()) {
        if (count > MOST_IGNORED_BYTES) finish(false)
        return
      }
      if (count > mostBytes) return end({ kind: 'too-large' }, false)
      chunks.push(chunk)
      deadlines.expect(limits.idle)
    },
    onResponseEnd: () => finish(true),
    onResponseError: (_controller, error) => {
      if (isAnsweredAlready()) finish(false)
      else if (error instanceof ConnectTimeout) end({ kind: 'timed-out', after: limits.connect }, false)
      else end({ kind: 'broken', error, hasAnswered: head !== null }, false)
    },
    onTimeout: (after) => {
      if (isAnsweredAlready()) finish(false)
      else end({ kind: 'timed-out', after }, false)
    },
  }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}

/** In a buffer of its own: undici's pieces are views of larger ones. */
function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
