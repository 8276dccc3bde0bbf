import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** A server of updates on loopback, with a folder for each way to go wrong. */
export interface UpdateServer {
  readonly address: (name: string) => string
  /** What it was asked for, with the headers. */
  readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[]
  close(): Promise<void>
}

type Answer = (response: ServerResponse, other: string) => void

const file = Buffer.alloc(100_000, 'new version')
const right = createHash('sha512').update(file).digest('base64')
const wrong = createHash('sha512').update('something else').digest('base64')
const certificate = readFileSync(new URL('../../fixtures/tls/self-signed.pem', import.meta.url))

/** What each folder answers, by the file that is asked for; what is missing here is as it should be. */
const folders: Readonly<Record<string, { readonly description?: Answer; readonly file?: Answer }>> = {
  good: {},
  'wrong-hash': { description: (response) => response.end(description({ sha512: wrong })) },
  older: { description: (response) => response.end(description({ version: '0.9.0' })) },
  same: { description: (response) => response.end(description({ version: '1.0.0' })) },
  cut: { file: (response) => response.end(file.subarray(0, 5_000)) },
  'broken-off': {
    file: (response) => {
      response.setHeader('content-length', file.length)
      response.write(file.subarray(0, 5_000), () => response.destroy())
    },
  },
  'led-away': { description: (response, other) => redirect(response, `${other}good/latest-linux.yml`) },
  unencrypted: { description: (response) => redirect(response, 'http://127.0.0.1:9/latest-linux.yml') },
  'file-led-away': { file: (response, other) => redirect(response, `${other}good/newsdesk.AppImage`) },
  'file-elsewhere': { description: (response, other) => response.end(description({ url: `${other}good/newsdesk.AppImage` })) },
  nonsense: { description: (response) => response.end('<html>Not found</html>') },
}

/** Their names. */
export const updateFolders = Object.keys(folders)

/** Starts one. `other`: the address of another host, which nothing may be fetched from. */
export async function startUpdateServer(other: string): Promise<UpdateServer> {
  const asked: UpdateServer['asked'] = []
  const server = createServer({ key: certificate, cert: certificate }, (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'https://localhost')
    const [, folder = '', name = ''] = pathname.split('/')
    asked.push({ path: pathname, headers: request.headers })
    if (name === 'latest-linux.yml') return (folders[folder]?.description ?? describeWell)(response, other)
    if (name === 'newsdesk.AppImage') return (folders[folder]?.file ?? sendWell)(response, other)
    return response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: (name) => `https://127.0.0.1:${port}/${name}${name === '' ? '' : '/'}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function describeWell(response: ServerResponse): void {
  response.end(description({}))
}

function sendWell(response: ServerResponse): void {
  response.end(file)
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end()
}

function description({ version = '1.1.0', sha512 = right, url = 'newsdesk.AppImage' }): string {
  const about = { version, files: [{ url, sha512, size: file.length }], path: url, sha512, releaseDate: '2026-11-28T00:00:00.000Z' }
  return JSON.stringify(about)
}
