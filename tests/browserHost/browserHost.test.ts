import { readFileSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { safeHeaders } from '../../electron/browserHost/headers.ts'
import { writeLaunchFile } from '../../electron/browserHost/launchFile.ts'
import { createSession } from '../../electron/browserHost/session.ts'
import { createGate } from '../../electron/gate/gate.ts'
import { requestNames } from '../../shared/contract/requestNames.ts'
import { ok } from '../../shared/result.ts'
import type { DurationMs, EpochMs } from '../../shared/time.ts'
import { fakeEngine } from '../gate/fakeEngine.ts'
import { hostileInputs } from '../gate/hostileInputs.ts'
import { startHost } from './runningHost.ts'
import type { Reply, RunningHost } from './runningHost.ts'

const SHA = 'ab'.repeat(32)
let running: RunningHost
beforeAll(async () => {
  running = await startHost((sha256) => Promise.resolve(sha256 === SHA ? { bytes: Buffer.from('png'), type: 'image/png' as const } : null))
})
afterAll(() => running.stop())

function expectSafe(reply: Reply): void {
  for (const [name, value] of Object.entries(safeHeaders)) expect(reply.headers[name.toLowerCase()], name).toBe(value)
  expect(Object.keys(reply.headers).filter((name) => /^(set-cookie|server|x-powered-by|access-control-)/.test(name))).toEqual([])
}

describe('startBrowserHost', () => {
  it('B01 listens on 127.0.0.1 alone, at a free port', async () => {
    expect(running.host.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]{43}$/)
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((each) => each?.family === 'IPv4' && !each.internal)
    for (const host of ['127.0.0.2', '::1', ...others.map((each) => each?.address ?? '')]) expect(await canConnect(host), host).toBe(false)
    expect(await canConnect('127.0.0.1')).toBe(true)
  })

  it.each(['evil.test', 'localhost', '127.0.0.1', '[::1]', '127.0.0.1:1', '127.0.0.1:PORT.evil.test', 'localhost:PORT', '0.0.0.0:PORT'])(
    'B02 answers 421 to the Host “%s”, before anything else',
    async (host) => {
      const name = host.replace('PORT', String(running.port))
      for (const path of ['/', '/api/listSources', '/session', '/nothing', `/img/${SHA}`]) {
        const reply = await running.send(path, { headers: { host: name } })
        expect(reply.status).toBe(421)
        expectSafe(reply)
      }
    },
  )

  it('B02 answers 421 to two Hosts, to none, and to a whole address as target', async () => {
    const own = `Host: 127.0.0.1:${running.port}\r\n`
    for (const request of [
      `GET / HTTP/1.1\r\n${own}Host: evil.test\r\n`,
      'GET / HTTP/1.1\r\n',
      'GET / HTTP/1.0\r\n',
      `GET http://127.0.0.1:${running.port}/ HTTP/1.1\r\n${own}`,
    ]) {
      expect(await running.sendRaw(`${request}Connection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 421 /)
    }
  })

  it.each([
    ['another method', { method: 'GET' }, {}, 405],
    ['a form', {}, { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text', {}, { 'content-type': 'text/plain' }, 415],
    ['another origin', {}, { origin: 'http://evil.test' }, 403],
    ['another port of this computer', {}, { origin: 'http://127.0.0.1:1' }, 403],
    ['no origin that it tells', {}, { origin: 'null' }, 403],
    ['another site', {}, { 'sec-fetch-site': 'cross-site' }, 403],
    ['the same site', {}, { 'sec-fetch-site': 'same-site' }, 403],
    ['the address bar', {}, { 'sec-fetch-site': 'none' }, 403],
  ] as const)('B03 refuses a call with the right token by %s', async (_, { method }: { method?: string }, headers, status) => {
    const token = await running.logIn()
    const asked = running.engine.asked.length
    const all = { ...running.ownPage, authorization: `Bearer ${token}`, ...headers }
    const reply = await running.send('/api/listSources', {
      method: method ?? 'POST',
      headers: all,
      ...(method === undefined && { body: '{}' }),
    })
    expect(reply.status).toBe(status)
    expectSafe(reply)
    expect(running.engine.asked).toHaveLength(asked)
  })

  it('B03 opens no WebSocket', async () => {
    const reply = await running.send('/api/events', {
      headers: { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'x' },
    })
    expect(reply.status).toBe(401)
  })

  it('B04 gives the token for a code once, and tells it nowhere else', async () => {
    const code = new URL(running.host.newAddress()).hash.slice('#code='.length)
    const exchange = (): Promise<Reply> =>
      running.send('/session', { method: 'POST', headers: running.ownPage, body: JSON.stringify({ code }) })
    const first = await exchange()
    const { token } = JSON.parse(first.text) as { token: string }
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect((await exchange()).status).toBe(401)
    const others = [
      await running.send('/'),
      await running.send('/main.js'),
      await running.ask(token, 'listSources'),
      await running.ask('wrong', 'x'),
    ]
    for (const reply of others) {
      expect(reply.text).not.toContain(token)
      expect(JSON.stringify(reply.headers)).not.toContain(token)
    }
    expect(`${process.argv.join(' ')} ${JSON.stringify(process.env)}`).not.toContain(token)
  })

  it('B05 sets no cookie and heeds none', async () => {
    const token = await running.logIn()
    const reply = await running.ask(null, 'listSources', '{}', { cookie: `token=${token}` })
    expect(reply.status).toBe(401)
    expectSafe(reply)
  })

  it('B06 answers 401 everywhere to who has no token', async () => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS']) {
      for (const name of [...requestNames, 'events', 'nothing']) expect((await running.send(`/api/${name}`, { method })).status).toBe(401)
    }
    expect((await running.send(`/img/${SHA}`)).status).toBe(401)
    expect((await running.send(`/img/${SHA}.${'0'.repeat(32)}`)).status).toBe(401)
  })

  it('B07 knows no token of another run', async () => {
    const other = await startHost()
    const token = await other.logIn()
    await other.stop()
    expect((await running.ask(token, 'listSources')).status).toBe(401)
  })

  it.concurrent('B11 waits ten seconds for headers and bodies, no longer', async () => {
    const slow = [
      running.sendRaw(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${running.port}\r\n`),
      running.sendRaw(
        `POST /session HTTP/1.1\r\nHost: 127.0.0.1:${running.port}\r\nOrigin: http://127.0.0.1:${running.port}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{`,
      ),
    ]
    const startedAt = performance.now()
    for (const text of await Promise.all(slow)) expect(text).toMatch(/^(HTTP\/1\.1 4|$)/)
    expect(performance.now() - startedAt).toBeLessThan(13_000)
  })

  it.concurrent('B08 refuses a thousand wrong tokens, slowly after ten', async () => {
    const guessed = await startHost()
    const right = await guessed.logIn()
    const guesses = Array.from({ length: 1000 }, (_, index) => `${right.slice(0, -4)}${String(index).padStart(4, '0')}`)
    const startedAt = performance.now()
    for (let at = 0; at < guesses.length; at += 50) {
      const replies = await Promise.all(guesses.slice(at, at + 50).map((guess) => guessed.ask(guess, 'listSources')))
      expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([401]))
    }
    expect(performance.now() - startedAt).toBeGreaterThan(19 * 250)
    expect((await guessed.ask(right, 'listSources')).status).toBe(200)
    await guessed.stop()
  })

  it('B09 sends every safe header with every kind of answer', async () => {
    const token = await running.logIn()
    const replies = [
      ...(await Promise.all(['/', '/main.js', '/nothing', '/api/listSources', '/session', '/img/x'].map((path) => running.send(path)))),
      await running.send('/', { method: 'POST' }),
      await running.send('/', { headers: { expect: 'the-impossible' } }),
      await running.ask(token, 'listSources'),
      await running.ask(token, 'nothing'),
      await running.ask(token, 'listSources', 'no json'),
    ]
    replies.forEach(expectSafe)
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 404, 401, 405, 404, 405, 417, 200, 400, 400])
    const broken = [
      await running.sendRaw('nonsense\r\n\r\n'),
      await running.sendRaw(`GET /${'x'.repeat(20_000)} HTTP/1.1\r\n\r\n`),
      await running.sendRaw('CONNECT evil.test:443 HTTP/1.1\r\nHost: evil.test\r\n\r\n'),
    ]
    for (const text of broken) for (const [name, value] of Object.entries(safeHeaders)) expect(text).toContain(`${name}: ${value}\r\n`)
    expect(broken.map((text) => text.slice(9, 12))).toEqual(['400', '431', '400'])
  })

  it.each([
    '/secret.txt',
    '/files.json',
    '/../index.html',
    '/%2e%2e/index.html',
    '/%2e%2e%2findex.html',
    '/..%5cindex.html',
    '/..\\index.html',
    '//index.html',
    '/index.html/',
    '/index.html%00',
    '/INDEX.HTML',
    '/./index.html',
    '/index.html?x',
    '/;/index.html',
    '/C:/index.html',
    '/file:///etc/passwd',
    '/etc/passwd',
    `/${'a'.repeat(9000)}`,
    '/img/',
    '/img/../index.html',
    `/img/${SHA}.png`,
    `/img/${SHA}/..`,
    `/img/${SHA.toUpperCase()}`,
  ])('B10 has nothing at %s', async (path) => {
    expect((await running.send(path)).status).toBe(404)
  })

  it('B10 refuses a NUL in a path', async () => {
    expect(await running.sendRaw(`GET /\u0000index.html HTTP/1.1\r\nHost: 127.0.0.1:${running.port}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('B11 gives up a body that says or shows that it is larger than 1 MiB', async () => {
    const token = await running.logIn()
    const head = (length: string): string =>
      `POST /api/search HTTP/1.1\r\nHost: 127.0.0.1:${running.port}\r\nOrigin: http://127.0.0.1:${running.port}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nAuthorization: Bearer ${token}\r\n${length}\r\n\r\n`
    expect(await running.sendRaw(head('Content-Length: 1073741824'))).toMatch(/^HTTP\/1\.1 413 /)
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    expect(await running.sendRaw(head('Transfer-Encoding: chunked') + chunk.repeat(17))).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('B11 holds at most 64 sockets, and serves again when they are gone', async () => {
    const busy = await startHost()
    const sockets = await Promise.all(Array.from({ length: 300 }, () => openSocket(busy.port)))
    expect(sockets.filter((socket) => !socket.destroyed).length).toBeLessThanOrEqual(64)
    sockets.forEach((socket) => socket.destroy())
    await expect.poll(async () => (await busy.send('/').catch(() => null))?.status, { timeout: 5000 }).toBe(200)
    await busy.stop()
  })

  it('B12 gives the verdicts that the gate gives', async () => {
    const host = await startHost()
    const token = await host.logIn()
    const gate = createGate({ engine: fakeEngine(), log: () => undefined })
    for (const input of hostileInputs(() => undefined)
      .filter(isJson)
      .slice(0, 60)) {
      const reply = await host.ask(token, 'markRead', JSON.stringify(input))
      expect(JSON.parse(reply.text)).toEqual(await gate.answer('markRead', JSON.parse(JSON.stringify(input))))
    }
    expect(host.engine.asked).toEqual([])
    await host.stop()
  })

  it('answers a request, and signs the pictures in it', async () => {
    const token = await running.logIn()
    running.engine.answerWith((request) => ok(request === 'exportOpml' ? { opml: `"/img/${SHA}" /img/short` } : { sources: [] }))
    const reply = await running.ask(token, 'exportOpml')
    const { value } = JSON.parse(reply.text) as { value: { opml: string } }
    const path = /\/img\/[0-9a-f]{64}\.[0-9a-f]{32}/.exec(value.opml)?.[0] ?? ''
    const image = await running.send(path)
    expect(image).toMatchObject({ status: 200, text: 'png' })
    expect(image.headers).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
  })

  it('streams events, a line each', async () => {
    const token = await running.logIn()
    const response = await fetch(`http://127.0.0.1:${running.port}/api/events`, {
      method: 'POST',
      headers: { ...running.ownPage, authorization: `Bearer ${token}` },
      body: '{}',
    })
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader.read()).value).toBe('\n')
    running.engine.tell({ name: 'savedChanged', body: {} })
    expect((await reader.read()).value).toBe('{"name":"savedChanged","body":{}}\n')
    await reader.cancel()
  })

  it('says when the port is taken', async () => {
    const { startBrowserHost } = await import('../../electron/browserHost/browserHost.ts')
    await expect(startBrowserHost({ engine: fakeEngine(), port: running.port, rendererFolder: '/nowhere' })).rejects.toThrow(/EADDRINUSE/)
  })

  it('logs nothing while it refuses', () => {
    expect(running.faults).toEqual([])
  })
})

describe('createSession', () => {
  it('B04 lets a code in a file live a minute, and a printed one until it is used', () => {
    let now = 0 as EpochMs
    const session = createSession(() => now)
    const [short, late, printed] = [session.newCode(60_000 as DurationMs), session.newCode(60_000 as DurationMs), session.newCode(null)]
    now = 60_000 as EpochMs
    expect(session.exchange(short)).not.toBeNull()
    now = 60_001 as EpochMs
    expect(session.exchange(late)).toBeNull()
    now = 86_400_000 as EpochMs
    expect(session.exchange(printed)).not.toBeNull()
    expect(session.exchange(printed)).toBeNull()
  })
})

describe('writeLaunchFile', () => {
  it('B04 writes a page that only its owner can read', async () => {
    const file = await writeLaunchFile('http://127.0.0.1:1/#code=x')
    const path = fileURLToPath(file.url)
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, 'utf8')).toContain('url=http://127.0.0.1:1/#code=x')
    await file.remove()
    expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined()
  })
})

function isJson(value: unknown): boolean {
  try {
    return JSON.stringify(value).length < 1_000_000
  } catch {
    return false
  }
}

function canConnect(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: running.port, timeout: 500 })
    const settle = (can: boolean) => (): void => {
      socket.destroy()
      resolve(can)
    }
    socket.on('connect', settle(true)).on('error', settle(false)).on('timeout', settle(false))
  })
}

/** A socket, some time after it was opened: the host may have closed it by then. */
function openSocket(port: number): Promise<ReturnType<typeof connect>> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.resume()
    setTimeout(() => resolve(socket), 1000)
  })
}
