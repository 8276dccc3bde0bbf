import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createRawServer, type AddressInfo, type Server as RawServer, type Socket } from 'node:net'
import { createFetcher, type FetcherOptions, type WebFetcher } from '../../../electron/engine/fetch/createFetcher.ts'
import type { EpochMs } from '../../../shared/time.ts'

export const NOW = Date.UTC(2026, 0, 15, 12) as EpochMs

/** A server on loopback that lives as long as its test. */
export interface Loopback {
  readonly port: number
  readonly url: string
  readonly requests: IncomingMessage[]
  /** How many connections were ever made. */
  readonly connections: () => number
  readonly mostAtOnce: () => number
}

const closers: (() => Promise<unknown>)[] = []

/** To be called after each test. */
export async function closeLoopback(): Promise<void> {
  await Promise.all(closers.splice(0).map((close) => close()))
}

export async function serve(answer: (request: IncomingMessage, response: ServerResponse) => unknown): Promise<Loopback> {
  const requests: IncomingMessage[] = []
  const listener: RequestListener = (request, response) => {
    requests.push(request)
    answer(request, response)
  }
  return listening(createServer(listener), requests)
}

/** A server that speaks for itself, byte by byte. */
export function serveRaw(talk: (socket: Socket) => void): Promise<Loopback> {
  const server = createRawServer((socket) => {
    socket.on('error', () => undefined)
    talk(socket)
  })
  return listening(server, [])
}

export async function listening(server: Server | RawServer, requests: IncomingMessage[], scheme = 'http'): Promise<Loopback> {
  const open = new Set<Socket>()
  let connections = 0
  let mostAtOnce = 0
  server.on('connection', (socket: Socket) => {
    connections += 1
    open.add(socket)
    mostAtOnce = Math.max(mostAtOnce, open.size)
    socket.on('close', () => open.delete(socket))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  closers.push(async () => {
    for (const socket of open) socket.destroy()
    await new Promise((resolve) => {
      server.close(resolve)
    })
  })
  const { port } = server.address() as AddressInfo
  return { port, url: `${scheme}://127.0.0.1:${port}`, requests, connections: () => connections, mostAtOnce: () => mostAtOnce }
}

/** A fetcher for loopback, closed after its test. */
export function fetcher(options: Partial<FetcherOptions> = {}): WebFetcher {
  const made = createFetcher({
    userAgent: 'Newsdesk/0.1 (+https://newsdesk.example)',
    mayUsePrivate: true,
    now: () => NOW,
    systemCertificates: () => [],
    ...options,
  })
  closers.push(() => made.close())
  return made
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
