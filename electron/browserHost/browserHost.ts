import { STATUS_CODES, createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Engine } from '../../shared/engine.ts'
import { MINUTE, SECOND, durationOf } from '../../shared/time.ts'
import { readBundle } from '../gate/bundleFiles.ts'
import { createGate } from '../gate/gate.ts'
import type { LogFault } from '../gate/gate.ts'
import { logToStderr } from '../gate/logFault.ts'
import type { FindPicture } from '../gate/storedPictures.ts'
import { transferFolder } from '../transfer/transferFolder.ts'
import { createEventStreams } from './eventStream.ts'
import type { FileExchange } from './fileRoutes.ts'
import { createFileDownloads } from './files.ts'
import { safeHeaders } from './headers.ts'
import { createImageSigner } from './images.ts'
import { writeLaunchFile } from './launchFile.ts'
import { createNetworkWord } from './networkWord.ts'
import { route } from './routes.ts'
import type { Site } from './routes.ts'
import { CODE_IN_FILE, createSession } from './session.ts'
import type { Session } from './session.ts'
import { openInSystemBrowser } from './systemBrowser.ts'
import { createUploads } from './uploads.ts'

/** What a browser host serves. `port` 0 takes any free one; `rendererFolder` is the built screen. */
export interface BrowserHostOptions {
  readonly engine: Engine
  readonly port: number
  readonly rendererFolder: string
  readonly findImage?: FindPicture
  /** The profile whose files leave and enter; without one none do. */
  readonly profile?: string
  readonly log?: LogFault
}

/** A running browser host. */
export interface BrowserHost {
  /** The address to print, with a code that works once. */
  readonly address: string
  /** Another such address, for when the first was used. */
  newAddress(): string
  /** Opens the person's browser; false when the system has no way to. The address never stands among a process's arguments. */
  openInBrowser(): Promise<boolean>
  /** Stops serving; the engine is left to whoever made it. */
  close(): Promise<void>
}

const LOOPBACK = '127.0.0.1'
const MOST_SOCKETS = 64
const LARGEST_HEADERS = 16 * 1024
const PATIENCE = durationOf(10, SECOND)

/** Starts the browser host, on this computer's loopback address alone. Rejects when the port is taken. */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const log = options.log ?? logToStderr
  const gate = createGate({ engine: options.engine, log })
  const session = createSession()
  const streams = createEventStreams(gate, createNetworkWord(gate))
  const server = boundedServer()
  const authority = await listen(server, options.port)
  const site: Site = {
    authority,
    gate,
    session,
    streams,
    bundle: readBundle(options.rendererFolder),
    signer: createImageSigner(),
    findImage: options.findImage ?? (() => Promise.resolve(null)),
    files: options.profile === undefined ? null : filesOf(options.profile),
  }
  server.on('request', (request, response) => {
    route(site, request, response).catch((fault: unknown) => {
      log('answering over HTTP', fault)
      response.destroy()
    })
  })
  return hostOf(server, site, session)
}

function hostOf(server: Server, site: Site, session: Session): BrowserHost {
  const newAddress = (lifetime: typeof CODE_IN_FILE | null): string => `http://${site.authority}/#code=${session.newCode(lifetime)}`
  const removals = new Set<() => Promise<void>>()
  return {
    address: newAddress(null),
    newAddress: () => newAddress(null),
    async openInBrowser() {
      const file = await writeLaunchFile(newAddress(CODE_IN_FILE))
      removals.add(() => file.remove())
      setTimeout(() => void file.remove(), MINUTE).unref()
      return await openInSystemBrowser(file.url)
    },
    async close() {
      site.streams.closeAll()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await Promise.all([closed, ...[...removals].map((remove) => remove())])
    },
  }
}

function filesOf(profile: string): FileExchange {
  const transfers = transferFolder(profile)
  return { downloads: createFileDownloads(transfers), uploads: createUploads(transfers) }
}

function boundedServer(): Server {
  const server = createServer({
    maxHeaderSize: LARGEST_HEADERS,
    headersTimeout: PATIENCE,
    requestTimeout: PATIENCE,
    connectionsCheckingInterval: SECOND,
    // A request without Host gets the same answer, with the same headers, as one with a wrong Host.
    requireHostHeader: false,
  })
  server.maxConnections = MOST_SOCKETS
  server.on('clientError', refuseUnreadable)
  server.on('connect', (_, socket) => refuseUnreadable({}, socket))
  server.on('checkExpectation', (_, response) => {
    response.writeHead(417, safeHeaders)
    response.end()
  })
  return server
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject)
      // Browsers leave the default port out of the Host header.
      const { port: taken } = server.address() as AddressInfo
      resolve(taken === 80 ? LOOPBACK : `${LOOPBACK}:${taken}`)
    })
  })
}

// What the parser gave up never becomes a request; it gets the same headers all the same.
function refuseUnreadable(fault: { readonly code?: string }, socket: Duplex): void {
  if (!socket.writable || fault.code === 'ECONNRESET') return void socket.destroy()
  const status = statusOf(fault.code)
  const headers = Object.entries({ ...safeHeaders, 'Content-Length': '0', Connection: 'close' })
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines}\r\n`)
}

function statusOf(code: string | undefined): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
}
