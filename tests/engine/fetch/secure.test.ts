import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { createServer, type ServerOptions } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import type { HostLookup } from '../../../electron/engine/fetch/resolveHost.ts'
import type { WebFetcher } from '../../../electron/engine/fetch/createFetcher.ts'
import { closeLoopback, fetcher, listening, serve, type Loopback } from './loopback.ts'

afterEach(closeLoopback)

function pem(name: string): string {
  return readFileSync(new URL(`../../fixtures/tls/${name}.pem`, import.meta.url), 'utf8')
}

async function serveSecurely(
  name: string,
  options: ServerOptions = {},
  answer = (response: ServerResponse): unknown => response.end('x'),
): Promise<Loopback> {
  const server = createServer({ key: pem(name), cert: pem(name), ...options }, (_request, response) => void answer(response))
  server.on('tlsClientError', () => undefined)
  const made = await listening(server, [], 'https')
  return { ...made, url: `https://localhost:${made.port}` }
}

const lookup: HostLookup = async () => [{ address: '127.0.0.1', family: 4 }]

let reads = 0
function secureFetcher(): WebFetcher {
  reads = 0
  const systemCertificates = (): readonly string[] => {
    reads += 1
    return [pem('authority')]
  }
  return fetcher({ lookup, systemCertificates })
}

const notSecure = { ok: false, failure: { kind: 'not-secure', host: 'localhost' } }

describe('createFetcher, over TLS', () => {
  it('trusts what the system trusts besides the bundled list, which it reads once and only when needed', async () => {
    const [one, other] = [await serveSecurely('good'), await serveSecurely('good')]
    const plain = await serve((_request, response) => response.end('x'))
    const web = secureFetcher()
    expect(await web.get({ url: plain.url, purpose: 'feed' })).toMatchObject({ ok: true })
    expect(reads).toBe(0)
    for (const { url } of [one, other]) expect(await web.get({ url, purpose: 'feed' })).toMatchObject({ ok: true })
    expect(reads).toBe(1)
  })

  it.each(['expired', 'self-signed', 'wrong-host', 'unknown-issuer'])('refuses a certificate that is %s (F09)', async (name) => {
    const { url } = await serveSecurely(name)
    expect(await secureFetcher().get({ url, purpose: 'feed' })).toEqual(notSecure)
  })

  it('refuses TLS 1.0 and 1.1 (F09)', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
    const { url } = await serveSecurely('good', old)
    expect(await secureFetcher().get({ url, purpose: 'feed' })).toEqual(notSecure)
  })

  it.each([
    ['TLSv1.2', 'not-secure'],
    // Here the server hangs up without a word once the handshake is done.
    ['TLSv1.3', 'unreachable'],
  ] as const)('has no certificate of its own for a server that insists on one, over %s (F09)', async (version, kind) => {
    const asks = { requestCert: true, rejectUnauthorized: true, ca: pem('authority'), minVersion: version, maxVersion: version }
    const { url } = await serveSecurely('good', asks)
    expect(await secureFetcher().get({ url, purpose: 'feed' })).toEqual({ ok: false, failure: { kind, host: 'localhost' } })
  })

  it('shows no certificate to a server that only asks (F09)', async () => {
    const shown: unknown[] = []
    const server = await serveSecurely('good', { requestCert: true, rejectUnauthorized: false }, (response) => {
      shown.push((response.socket as TLSSocket).getPeerCertificate())
      response.end('x')
    })
    expect(await secureFetcher().get({ url: server.url, purpose: 'feed' })).toMatchObject({ ok: true })
    expect(shown).toEqual([{}])
  })

  it('says not secure where something else than TLS answers', async () => {
    const plain = await serve((_request, response) => response.end('x'))
    expect(await secureFetcher().get({ url: `https://localhost:${plain.port}/`, purpose: 'feed' })).toEqual(notSecure)
  })

  it('follows from https to http, and never takes it for a move for good (F06)', async () => {
    const plain = await serve((_request, response) => response.end('x'))
    const down = await serveSecurely('good', {}, (response) => response.writeHead(301, { location: plain.url }).end())
    const up = await serve((_request, response) => response.writeHead(301, { location: secure.url }).end())
    const secure = await serveSecurely('good')
    const web = secureFetcher()
    expect(await web.get({ url: down.url, purpose: 'feed' })).toMatchObject({
      ok: true,
      value: { finalUrl: `${plain.url}/`, movedTo: null },
    })
    expect(await web.get({ url: up.url, purpose: 'feed' })).toMatchObject({ ok: true, value: { movedTo: `${secure.url}/` } })
  })
})
