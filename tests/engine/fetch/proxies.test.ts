import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { closeLoopback, fetcher, serve, serveRaw, type Loopback } from './loopback.ts'

afterEach(closeLoopback)

/** A public host, whatever the name; only a proxy on loopback leads to one in a test. */
const lookup = async (): Promise<{ address: string; family: number }[]> => [{ address: '93.184.215.14', family: 4 }]
const feed = { url: 'http://public.example/', purpose: 'feed' } as const

const publisher = (): Promise<Loopback> => serve((_, response) => response.end('news'))

/** A proxy of SOCKS 5 without passwords, behind which every name leads to one port of this computer. It notes the names. */
async function socksProxy(behind: number): Promise<{ url: string; names: string[] }> {
  const names: string[] = []
  const { port } = await serveRaw((socket) => {
    // The greeting is answered with "no password"; after it comes CONNECT (1) to a name (3).
    socket.once('data', () => {
      socket.write(Buffer.from([5, 0]))
      socket.once('data', (asked) => {
        const name = asked.subarray(5, 5 + (asked[4] ?? 0))
        names.push(`${name.toString()}:${asked.readUInt16BE(5 + name.length)}`)
        const onward = connect(behind, '127.0.0.1', () => {
          socket.write(Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 0]))
          onward.pipe(socket).pipe(onward)
        })
        onward.on('error', () => socket.destroy())
      })
    })
  })
  return { url: `socks5://127.0.0.1:${port}`, names }
}

describe('createFetcher, behind a proxy', () => {
  it('goes through one of HTTP', async () => {
    const proxy = await publisher()
    const web = fetcher({ mayUsePrivate: false, lookup, proxyFor: async () => proxy.url })
    expect((await web.get(feed)).ok).toBe(true)
    expect(proxy.requests.map(({ headers }) => headers.host)).toEqual(['public.example'])
  })

  it('goes through one of SOCKS 5, which looks up the name', async () => {
    const { port } = await publisher()
    const proxy = await socksProxy(port)
    const web = fetcher({ mayUsePrivate: false, lookup, proxyFor: async () => proxy.url })
    expect((await web.get(feed)).ok).toBe(true)
    expect(proxy.names).toEqual(['public.example:80'])
  })

  it('names the proxy where that cannot be reached', async () => {
    const web = fetcher({ mayUsePrivate: false, lookup, proxyFor: async () => 'http://127.0.0.1:9' })
    expect(await web.get(feed)).toEqual({ ok: false, failure: { kind: 'unreachable', host: '127.0.0.1' } })
  })

  it('goes past none of a kind that it cannot use', async () => {
    const direct = await publisher()
    const web = fetcher({ proxyFor: async () => 'socks4://old.example:1080' })
    expect(await web.get({ ...feed, url: direct.url })).toEqual({ ok: false, failure: { kind: 'unreachable', host: 'old.example' } })
    expect(direct.requests).toEqual([])
  })

  it('goes directly where it cannot be found out which', async () => {
    const direct = await publisher()
    const web = fetcher({ proxyFor: () => Promise.reject(new Error('no settings')) })
    expect((await web.get({ ...feed, url: direct.url })).ok).toBe(true)
  })
})
