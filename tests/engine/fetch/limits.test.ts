import { brotliCompressSync, createGzip, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import type { DurationMs } from '../../../shared/time.ts'
import { closeLoopback, fetcher, serve, serveRaw, type Loopback } from './loopback.ts'

afterEach(closeLoopback)

const MEBIBYTE = 1024 * 1024
const LIMIT = 16 * MEBIBYTE
const tooLarge = { ok: false, failure: { kind: 'too-large', limit: LIMIT } }

/** Writes for ever, as fast as it is read. */
function pour(write: (chunk: Buffer) => boolean, onDrain: (more: () => void) => void, piece: Buffer): void {
  const more = (): void => {
    if (write(piece)) setImmediate(more)
    else onDrain(more)
  }
  more()
}

describe('createFetcher, against bodies without end', () => {
  const piece = Buffer.alloc(256 * 1024, 'x')

  it.each([
    ['chunked', {}],
    ['with a length that is true', { 'content-length': String(1024 * MEBIBYTE) }],
    ['to the close of the connection', { connection: 'close', 'transfer-encoding': '' }],
  ])('gives up a gigabyte %s at the limit (F03)', async (_name, headers) => {
    let sent = 0
    const server = await serve((_request, response) => {
      response.useChunkedEncodingByDefault = !('connection' in headers)
      for (const [name, value] of Object.entries(headers)) if (value !== '') response.setHeader(name, value)
      response.on('error', () => undefined)
      const write = (chunk: Buffer): boolean => {
        sent += chunk.length
        return response.write(chunk)
      }
      pour(write, (more) => response.once('drain', more), piece)
    })
    const before = process.memoryUsage().rss
    expect(await fetcher().get({ url: server.url, purpose: 'feed' })).toEqual(tooLarge)
    expect(process.memoryUsage().rss - before).toBeLessThan(96 * MEBIBYTE)
    // What was sent and not read waits in the buffers of both sockets.
    expect(sent).toBeLessThan(LIMIT + 16 * MEBIBYTE)
  })

  it('reads no more than a false length promises (F03)', async () => {
    const server = await serveRaw((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n')
        pour(
          (chunk) => !socket.destroyed && socket.write(chunk),
          (more) => socket.once('drain', more),
          piece,
        )
      })
    })
    expect(await fetcher().get({ url: server.url, purpose: 'feed' })).toMatchObject({
      ok: true,
      value: { bytes: new TextEncoder().encode('xxxxx') },
    })
  })

  it('allows a picture 10 MiB and a feed 16', async () => {
    const server = await serve((_request, response) => response.end(Buffer.alloc(12 * MEBIBYTE)))
    const web = fetcher()
    expect(await web.get({ url: server.url, purpose: 'feed' })).toMatchObject({ ok: true })
    expect(await web.get({ url: server.url, purpose: 'picture' })).toEqual({
      ok: false,
      failure: { kind: 'too-large', limit: 10 * MEBIBYTE },
    })
  })
})

async function packed(encoding: string, body: Buffer): Promise<Loopback> {
  return serve((_request, response) => response.setHeader('content-encoding', encoding).end(body))
}

describe('createFetcher, against packed bodies', () => {
  const text = Buffer.from('<rss>news</rss>'.repeat(20_000))
  const zeros = Buffer.alloc(24 * MEBIBYTE)

  it.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['br', brotliCompressSync(text)],
    ['zstd', zstdCompressSync(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
    ['identity', text],
    ['gzip, gzip, gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(gzipSync(gzipSync(text)))))],
  ])('unpacks %s', async (encoding, body) => {
    const { url } = await packed(encoding, body)
    const fetched = await fetcher().get({ url, purpose: 'feed' })
    if (!fetched.ok || fetched.value.kind !== 'body') throw new Error('no body')
    expect(Buffer.from(fetched.value.bytes).equals(text)).toBe(true)
    expect(fetched.value.bytes.byteLength).toBe(fetched.value.bytes.buffer.byteLength)
  })

  it.each([
    ['gzip', gzipSync(zeros)],
    ['deflate', deflateSync(zeros)],
    ['br', brotliCompressSync(zeros)],
    ['zstd', zstdCompressSync(zeros)],
    ['gzip, gzip', gzipSync(gzipSync(zeros))],
    ['br, gzip', gzipSync(brotliCompressSync(zeros))],
  ])('gives up a %s bomb at the limit (F04)', async (encoding, body) => {
    const { url } = await packed(encoding, body)
    const before = process.memoryUsage().rss
    expect(await fetcher().get({ url, purpose: 'feed' })).toEqual(tooLarge)
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * MEBIBYTE)
  })

  it('gives up what unpacks to more than 200 times its size, once past 1 MiB (F04)', async () => {
    const [small, large] = [gzipSync(Buffer.alloc(MEBIBYTE - 1)), gzipSync(Buffer.alloc(4 * MEBIBYTE))]
    expect(large.length * 200).toBeLessThan(4 * MEBIBYTE)
    const web = fetcher()
    expect(await web.get({ url: (await packed('gzip', small)).url, purpose: 'feed' })).toMatchObject({ ok: true })
    expect(await web.get({ url: (await packed('gzip', large)).url, purpose: 'feed' })).toEqual(tooLarge)
  })

  it('refuses ten stacked encodings as damaged (F04)', async () => {
    const { url } = await packed(Array.from({ length: 10 }, () => 'gzip').join(), gzipSync(text))
    expect(await fetcher().get({ url, purpose: 'feed' })).toEqual({ ok: false, failure: { kind: 'damaged' } })
  })

  it('gives up a packed stream without end (F04)', async () => {
    const server = await serve((_request, response) => {
      const zip = createGzip({ level: 0 })
      zip.on('error', () => undefined)
      response.on('close', () => zip.destroy()).setHeader('content-encoding', 'gzip')
      zip.pipe(response)
      pour(
        (chunk) => !zip.destroyed && zip.write(chunk),
        (more) => zip.once('drain', more),
        Buffer.alloc(256 * 1024),
      )
    })
    expect(await fetcher().get({ url: server.url, purpose: 'feed' })).toEqual(tooLarge)
  })
})

const ms = (count: number): DurationMs => count as DurationMs
const short = { connect: ms(300), headers: ms(250), idle: ms(200), total: ms(500), pictureTotal: ms(900), slowAfter: ms(400) }

/** Says `opening`, then one `drop` after another. */
function drip(opening: string, drop: string): Promise<Loopback> {
  return serveRaw((socket) => {
    socket.once('data', () => {
      socket.write(opening)
      const timer = setInterval(() => socket.write(drop), 60)
      socket.on('close', () => clearInterval(timer))
    })
  })
}

/** Four servers that keep a connection for nothing. */
async function attackers(): Promise<Record<string, Loopback>> {
  const head = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'
  return {
    headers: await drip('HTTP/1.1 200 OK\r\n', 'X'),
    stalled: await serveRaw((socket) => socket.once('data', () => socket.write(head))),
    silent: await serveRaw((socket) => void socket.resume()),
    body: await drip(head, '1\r\nx\r\n'),
  }
}

describe('createFetcher, against the slow', () => {
  it.each([
    ['headers', 250],
    ['silent', 250],
    ['stalled', 200],
    ['body', 500],
  ])('gives up on the one that holds back its %s after %i ms (F05)', async (name, after) => {
    const server = (await attackers())[name]
    const began = performance.now()
    const fetched = await fetcher({ limits: short }).get({ url: server?.url ?? '', purpose: 'feed' })
    expect(fetched).toEqual({ ok: false, failure: { kind: 'timed-out', after } })
    // Its own limits are far away.
    expect(performance.now() - began).toBeLessThan(after + 5_000)
  })

  it('gives up a connection that does not come about, and one whose handshake stalls (F05)', async () => {
    const server = await serveRaw((socket) => void socket.resume())
    const fetched = await fetcher({ limits: short }).get({ url: server.url.replace('http', 'https'), purpose: 'feed' })
    expect(fetched).toEqual({ ok: false, failure: { kind: 'timed-out', after: 300 } })
  })

  it('gives pictures more time (F05)', async () => {
    const { body } = await attackers()
    const fetched = await fetcher({ limits: short }).get({ url: body?.url ?? '', purpose: 'picture' })
    expect(fetched).toEqual({ ok: false, failure: { kind: 'timed-out', after: 900 } })
  })

  it('finishes twenty healthy feeds while the slow hold their own, six connections in all (F05)', async () => {
    const slow = Object.values({
      ...(await attackers()),
      ...Object.fromEntries(Object.entries(await attackers()).map(([k, v]) => [`${k}2`, v])),
    })
    const healthy = await Promise.all(
      Array.from({ length: 20 }, () => serve((_request, response) => setTimeout(() => response.end('x'), 20))),
    )
    const limits = { headers: ms(6_000), idle: ms(6_000), total: ms(6_000), slowAfter: ms(3_000) }
    const web = fetcher({ limits })
    const ask = ({ url }: Loopback): Promise<unknown> => web.get({ url, purpose: 'feed' })
    const alone = performance.now()
    await Promise.all(healthy.map(ask))
    const aloneTook = performance.now() - alone

    const crowded = performance.now()
    const attacked = slow.map(ask)
    await Promise.all(healthy.map(ask))
    const crowdedTook = performance.now() - crowded
    // Eight attackers came first: their patience ends once the usual pace is known, long before their own limits.
    expect(crowdedTook).toBeLessThan(aloneTook * 1.5 + 3_000)
    for (const server of [...slow, ...healthy]) expect(server.mostAtOnce()).toBe(1)
    await web.close()
    await Promise.all(attacked)
  })
})
