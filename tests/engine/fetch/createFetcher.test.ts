import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { HOUR, later, DAY, type DurationMs } from '../../../shared/time.ts'
import { NOW, closeLoopback, fetcher, serve, serveRaw, textOf } from './loopback.ts'

afterEach(closeLoopback)

describe('createFetcher', () => {
  it('answers with the body, its type, its validators and how long to wait', async () => {
    const server = await serve((_request, response) => {
      response.setHeader('content-type', 'application/rss+xml; charset=utf-8')
      response.setHeader('etag', '"one"')
      response.setHeader('last-modified', 'Thu, 15 Jan 2026 10:00:00 GMT')
      response.setHeader('cache-control', 'public, max-age=3600, s-maxage=9')
      response.setHeader('age', '600')
      response.end('<rss/>')
    })
    const fetched = await fetcher().get({ url: `${server.url}/feed#part`, purpose: 'feed' })
    if (!fetched.ok || fetched.value.kind !== 'body') throw new Error('no body')
    expect(textOf(fetched.value.bytes)).toBe('<rss/>')
    expect(fetched.value.bytes.buffer.byteLength).toBe(6)
    expect({ ...fetched.value, bytes: null }).toEqual({
      kind: 'body',
      bytes: null,
      contentType: 'application/rss+xml; charset=utf-8',
      finalUrl: `${server.url}/feed`,
      movedTo: null,
      validators: { etag: '"one"', lastModified: 'Thu, 15 Jan 2026 10:00:00 GMT' },
      askedToWait: 3_000_000,
    })
  })

  it('sends the same few headers for everybody (V03)', async () => {
    const server = await serve((_request, response) => response.setHeader('set-cookie', 'a=b').end('x'))
    const web = fetcher()
    await web.get({ url: server.url.replace('//', '//me:secret@'), purpose: 'page' })
    await web.get({ url: server.url, purpose: 'feed', validators: { etag: '"e"', lastModified: 'yesterday' } })
    expect(server.requests.map(({ rawHeaders }) => rawHeaders.filter((_value, place) => place % 2 === 0))).toEqual([
      ['host', 'connection', 'user-agent', 'accept', 'accept-encoding'],
      ['host', 'connection', 'user-agent', 'accept', 'accept-encoding', 'if-none-match', 'if-modified-since'],
    ])
    expect(server.requests[0]?.headers['user-agent']).toBe('Newsdesk/0.1 (+https://newsdesk.example)')
  })

  it('keeps one connection to a host', async () => {
    const server = await serve((_request, response) => response.end('x'))
    const web = fetcher()
    await Promise.all(Array.from({ length: 20 }, (_value, place) => web.get({ url: `${server.url}/${place}`, purpose: 'feed' })))
    expect(server.requests).toHaveLength(20)
    expect(server.connections()).toBe(1)
  })

  it('merges the validators of a 304 into those it had', async () => {
    const server = await serve((request, response) => {
      response.statusCode = request.headers['if-none-match'] === '"old"' ? 304 : 200
      response.setHeader('last-modified', 'Thu, 15 Jan 2026 11:00:00 GMT').end()
    })
    const validators = { etag: '"old"', lastModified: 'before' }
    expect(await fetcher().get({ url: server.url, purpose: 'feed', validators })).toMatchObject({
      ok: true,
      value: { kind: 'unchanged', validators: { etag: '"old"', lastModified: 'Thu, 15 Jan 2026 11:00:00 GMT' } },
    })
  })

  it('asks again where the server closed a kept connection', async () => {
    let answers = 0
    const server = await serveRaw((socket) => {
      let isFirst = true
      socket.on('data', () => {
        if (!isFirst) {
          socket.destroy()
          return
        }
        isFirst = false
        answers += 1
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx')
      })
    })
    const web = fetcher()
    for (const path of ['a', 'b', 'c']) expect(await web.get({ url: `${server.url}/${path}`, purpose: 'feed' })).toMatchObject({ ok: true })
    expect([answers, server.connections()]).toEqual([3, 3])
  })

  it.each([
    [404, {}, { kind: 'refused', status: 404, retryAt: null }],
    [401, {}, { kind: 'refused', status: 401, retryAt: null }],
    [304, {}, { kind: 'refused', status: 304, retryAt: null }],
    [410, {}, { kind: 'gone' }],
    [429, { 'retry-after': '120' }, { kind: 'refused', status: 429, retryAt: later(NOW, 120_000 as DurationMs) }],
    [429, { 'retry-after': '9999999999' }, { kind: 'refused', status: 429, retryAt: later(NOW, DAY) }],
    [429, { 'retry-after': '-1' }, { kind: 'refused', status: 429, retryAt: null }],
    [503, { 'retry-after': 'Thu, 15 Jan 2026 13:00:00 GMT' }, { kind: 'refused', status: 503, retryAt: later(NOW, HOUR) }],
    [503, { 'retry-after': 'Thu, 15 Jan 2015 13:00:00 GMT' }, { kind: 'refused', status: 503, retryAt: null }],
  ])('says what %i with %j means (F20)', async (status, headers, failure) => {
    const server = await serve((_request, response) => response.writeHead(status, headers).end())
    expect(await fetcher().get({ url: server.url, purpose: 'feed' })).toEqual({ ok: false, failure })
  })

  it.each([200, 204])('gives the empty body of a %i on as it is (F20)', async (status) => {
    const server = await serve((_request, response) => response.writeHead(status).end())
    const fetched = await fetcher().get({ url: server.url, purpose: 'feed' })
    expect(fetched).toMatchObject({ ok: true, value: { kind: 'body', bytes: new Uint8Array() } })
  })

  it('does not read the body of a refusal to its end', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(500)
      const more = (): void => void (response.write(Buffer.alloc(32_768)) ? setImmediate(more) : response.once('drain', more))
      more()
    })
    expect(await fetcher().get({ url: server.url, purpose: 'feed' })).toMatchObject({ failure: { status: 500 } })
  })

  it('says unreachable where nothing listens, and no such host where there is no name', async () => {
    const closed = await serve((_request, response) => response.end())
    await closeLoopback()
    expect(await fetcher().get({ url: closed.url, purpose: 'feed' })).toEqual({
      ok: false,
      failure: { kind: 'unreachable', host: '127.0.0.1' },
    })
    const lookup = (): never => {
      throw Object.assign(new Error(closed.url), { code: 'ENOTFOUND' })
    }
    const result = await fetcher({ lookup }).get({ url: 'http://nowhere.example/', purpose: 'feed' })
    expect(result).toMatchObject({ ok: false, failure: { kind: expect.stringMatching(/^(no-such-host|offline)$/) } })
  })

  it.each(['', 'nonsense', 'file:///etc/passwd', 'ftp://host/x', 'javascript:alert(1)', 'data:text/xml,<rss/>', 'http://'])(
    'refuses “%s” as no address',
    async (url) => {
      expect(await fetcher().get({ url, purpose: 'feed' })).toMatchObject({ ok: false, failure: { kind: 'not-an-address' } })
    },
  )

  it('ends what its signal ends, waiting or under way, and all of it when it closes', async () => {
    const server = await serve(() => undefined)
    const web = fetcher()
    const [first, second] = [new AbortController(), new AbortController()]
    const gets = [
      web.get({ url: server.url, purpose: 'feed', signal: first.signal }),
      web.get({ url: server.url, purpose: 'feed', signal: second.signal }),
      web.get({ url: server.url, purpose: 'feed' }),
    ]
    second.abort()
    expect(await gets[1]).toEqual({ ok: false, failure: { kind: 'took-too-long' } })
    first.abort()
    expect(await gets[0]).toEqual({ ok: false, failure: { kind: 'took-too-long' } })
    await web.close()
    expect(await gets[2]).toEqual({ ok: false, failure: { kind: 'took-too-long' } })
    expect(await web.get({ url: server.url, purpose: 'feed' })).toMatchObject({ ok: false })
  })

  it('asks again for what was under way when its connections are reset', async () => {
    let asked = 0
    const server = await serve((_request, response) => {
      asked += 1
      if (asked > 1) response.end('x')
    })
    const web = fetcher()
    const fetched = web.get({ url: server.url, purpose: 'feed' })
    await vi.waitUntil(() => asked > 0, { interval: 2 })
    web.resetConnections()
    expect(await fetched).toMatchObject({ ok: true })
  })

  it('answers sample: addresses from inside, and 304 to their own tag', async () => {
    const web = fetcher({
      sample: (url) => (url === 'sample://host/news' ? { bytes: Buffer.from('hello'), contentType: 'text/html' } : null),
    })
    const fetched = await web.get({ url: 'sample://host/news#top', purpose: 'page' })
    if (!fetched.ok || fetched.value.kind !== 'body') throw new Error('no body')
    expect([textOf(fetched.value.bytes), fetched.value.finalUrl]).toEqual(['hello', 'sample://host/news'])
    const again = await web.get({ url: 'sample://host/news', purpose: 'page', validators: fetched.value.validators })
    expect(again).toMatchObject({ ok: true, value: { kind: 'unchanged' } })
    expect(await web.get({ url: 'sample://host/other', purpose: 'page' })).toMatchObject({ failure: { kind: 'refused', status: 404 } })
    expect(await fetcher().get({ url: 'sample://host/news', purpose: 'page' })).toMatchObject({ failure: { kind: 'not-an-address' } })
  })

  it('asks once more for plain bytes where the named encoding is not there, then says damaged', async () => {
    const honest = await serve((request, response) => {
      if (request.headers['accept-encoding'] !== 'identity') response.setHeader('content-encoding', 'gzip')
      response.end('<rss/>')
    })
    const wrong = await serve((_request, response) => response.setHeader('content-encoding', 'gzip').end('<rss/>'))
    const web = fetcher()
    expect(await web.get({ url: honest.url, purpose: 'feed' })).toMatchObject({ ok: true, value: { kind: 'body' } })
    expect(await web.get({ url: wrong.url, purpose: 'feed' })).toEqual({ ok: false, failure: { kind: 'damaged' } })
    expect([honest.requests.length, wrong.requests.length]).toEqual([2, 2])
  })

  it('notices a body that ends early, packed or not', async () => {
    const packed = gzipSync('<rss>'.repeat(1_000))
    const short = await serve((_request, response) => response.setHeader('content-encoding', 'gzip').end(packed.subarray(0, -20)))
    const cut = await serveRaw((socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort')))
    const chunked = await serveRaw((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n'))
    })
    const garbage = await serveRaw((socket) => socket.once('data', () => socket.end('no HTTP at all\r\n\r\n')))
    const web = fetcher()
    for (const { url } of [short, cut, chunked, garbage]) {
      expect(await web.get({ url, purpose: 'feed' })).toEqual({ ok: false, failure: { kind: 'damaged' } })
    }
  })
})
