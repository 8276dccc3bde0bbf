import { Client, ProxyAgent, Socks5ProxyAgent, type Dispatcher } from 'undici'
import { createDialler, type DialNeeds } from './dialler.ts'

/** One kept connection to one origin. */
export interface Connection {
  readonly origin: string
  readonly proxy: string | null
  readonly dispatcher: Dispatcher
  /** A connection that served before may have been closed by the server in the meantime. */
  hasServed: boolean
  isBusy: boolean
  readonly isClosed: boolean
  close(): void
}

/** The open connections: one for each lane, and no more than so many, idle ones included. */
export interface Connections {
  /** The lane's connection, made anew where it leads elsewhere or was closed. */
  open(lane: string, origin: string, proxy: string | null): Connection
  /** Ends all of them at once: what slept through hours is dead, and does not say so. */
  closeAll(): void
}

/** Headers of more than this are no publisher's. */
const MOST_HEADER_BYTES = 64 * 1024

/** @param limit how many there may be; the longest idle one makes room. */
export function createConnections(needs: DialNeeds, limit: number): Connections {
  const kept = new Map<string, Connection>()

  function makeRoom(): void {
    for (const [lane, connection] of kept) {
      if (kept.size < limit) return
      if (!connection.isBusy || connection.isClosed) drop(lane, connection)
    }
  }

  function drop(lane: string, connection: Connection): void {
    kept.delete(lane)
    connection.close()
  }

  return {
    open: (lane, origin, proxy) => {
      const before = kept.get(lane)
      if (before !== undefined) {
        const isSame = before.origin === origin && before.proxy === proxy && !before.isClosed
        if (!isSame) drop(lane, before)
        else kept.delete(lane)
      }
      const connection = before !== undefined && !before.isClosed ? before : connect(needs, origin, proxy)
      makeRoom()
      // Set again, so that the map keeps the longest idle one in front.
      kept.set(lane, connection)
      return connection
    },
    closeAll: () => {
      for (const [lane, connection] of kept) drop(lane, connection)
    },
  }
}

function connect(needs: DialNeeds, origin: string, proxy: string | null): Connection {
  const timeouts = { headersTimeout: 0, bodyTimeout: 0, maxHeaderSize: MOST_HEADER_BYTES, allowH2: false }
  const dialler = createDialler(needs)
  const dispatcher = proxy === null ? new Client(origin, { ...timeouts, pipelining: 1, connect: dialler.connect }) : viaProxy(proxy, needs)
  let isClosed = false
  return {
    origin,
    proxy,
    dispatcher,
    hasServed: false,
    isBusy: false,
    get isClosed() {
      return isClosed
    },
    close: () => {
      if (isClosed) return
      isClosed = true
      dialler.hangUp()
      // Whoever still waits on it is told through the answer's own handler.
      dispatcher.destroy().catch(() => undefined)
    },
  }
}

/** The proxy is the system's, so its own address may be private; what lies behind it was checked by name beforehand. */
function viaProxy(uri: string, { trust, timeout }: DialNeeds): Dispatcher {
  const requestTls = { secureContext: trust.withSystem(), timeout, allowH2: false }
  if (uri.startsWith('socks5:')) return new Socks5ProxyAgent(uri, { connectTimeout: timeout, requestTls })
  return new ProxyAgent({ uri, connections: 1, requestTls, headersTimeout: 0, bodyTimeout: 0, allowH2: false })
}
