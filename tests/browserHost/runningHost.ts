import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FindPicture } from '../../electron/gate/storedPictures.ts'
import { startBrowserHost } from '../../electron/browserHost/browserHost.ts'
import type { BrowserHost } from '../../electron/browserHost/browserHost.ts'
import { fakeEngine } from '../gate/fakeEngine.ts'
import type { FakeEngine } from '../gate/fakeEngine.ts'

/** A response as it came over the wire. */
export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** What a test sends. Without `headers` it is what the app's own page would send. */
export interface Sent {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
}

/** A browser host over a fake engine, with ways to speak to it. */
export interface RunningHost {
  readonly host: BrowserHost
  readonly engine: FakeEngine
  readonly port: number
  readonly faults: unknown[]
  send(path: string, sent?: Sent): Promise<Reply>
  /** Writes bytes to a socket and gives all that came back until it closed. */
  sendRaw(bytes: string): Promise<string>
  /** The headers of a right call of the app's own page, without the token. */
  readonly ownPage: Record<string, string>
  logIn(): Promise<string>
  /** Asks as the app's own page does. */
  ask(token: string | null, name: string, body?: string, headers?: Record<string, string>): Promise<Reply>
  stop(): Promise<void>
}

/** Starts a {@link RunningHost} that serves a tiny page, and the files of a profile where one is given. */
export async function startHost(findImage?: FindPicture, profile?: string): Promise<RunningHost> {
  const folder = mkdtempSync(join(tmpdir(), 'newsdesk-test-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Newsdesk</title>')
  writeFileSync(join(folder, 'main.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'not in the list')
  writeFileSync(join(folder, 'files.json'), '["index.html","main.js"]')
  const engine = fakeEngine()
  const faults: unknown[] = []
  const log = (_: string, fault: unknown): void => void faults.push(fault)
  const host = await startBrowserHost({
    engine,
    port: 0,
    rendererFolder: folder,
    log,
    ...(findImage && { findImage }),
    ...(profile && { profile }),
  })
  const origin = new URL(host.address).origin
  const port = Number(new URL(host.address).port)
  const ownPage = { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
  const send = (path: string, sent: Sent = {}): Promise<Reply> => sendTo(port, path, sent)

  return {
    host,
    engine,
    port,
    faults,
    ownPage,
    send,
    sendRaw: (bytes) => sendRaw(port, bytes),
    async logIn() {
      const code = new URL(host.newAddress()).hash.slice('#code='.length)
      const reply = await send('/session', { method: 'POST', headers: ownPage, body: JSON.stringify({ code }) })
      return (JSON.parse(reply.text) as { token: string }).token
    },
    ask: (token, name, body = '{}', headers = {}) =>
      send(`/api/${name}`, {
        method: 'POST',
        headers: { ...ownPage, ...(token !== null && { authorization: `Bearer ${token}` }), ...headers },
        body,
      }),
    async stop() {
      await host.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function sendTo(port: number, path: string, { method = 'GET', headers = {}, body }: Sent): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sending = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => (text += piece))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
      response.on('error', reject)
    })
    sending.on('error', reject)
    sending.end(body)
  })
}

function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.setEncoding('utf8')
    socket.on('data', (piece: string) => (text += piece))
    socket.on('error', () => resolve(text))
    socket.on('close', () => resolve(text))
  })
}
