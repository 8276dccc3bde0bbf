import { createServer } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { createAddressGuard, guardedLookup, type HostLookup } from '../../../electron/engine/fetch/resolveHost.ts'
import { hostileAddresses, nameAddresses } from './hostileAddresses.ts'
import { closeLoopback, fetcher, listening, serve, type Loopback } from './loopback.ts'

afterEach(closeLoopback)

const PUBLIC = '93.184.215.14'

function addressesOf(...addresses: readonly string[]): { address: string; family: number }[] {
  return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
}

/** Public hosts are reached through a proxy on loopback alone; any other name that no table holds is private, so that no test goes out. */
const lookup: HostLookup = async (hostname) =>
  addressesOf(...(nameAddresses[hostname] ?? (/^(public|other)\.example$/.test(hostname) ? [PUBLIC] : ['127.0.0.1'])))

/** A public host that sends on to `location`. It stands behind a proxy on loopback, the only way to one in a test. */
async function publicHost(
  answer: (path: string) => { status: number; location?: string },
): Promise<{ server: Loopback; proxyFor: () => Promise<string> }> {
  const server = await serve((request, response) => {
    const { status, location } = answer(request.url ?? '')
    response.writeHead(status, location === undefined ? {} : { location }).end()
  })
  return { server, proxyFor: async () => server.url }
}

/** A Location header can carry ASCII alone. */
const headers = (location: string): string => encodeURI(location).replaceAll('%25', '%')

describe('createFetcher, without private addresses', () => {
  it('makes no connection for any hostile address (F07)', async () => {
    const sentinel = await serve((_request, response) => response.end('reached'))
    const web = fetcher({ mayUsePrivate: false, lookup, limits: { connect: 200 as never } })
    const addresses = hostileAddresses(sentinel.port)
    expect(addresses.length).toBeGreaterThanOrEqual(130)
    for (const url of addresses) {
      const fetched = await web.get({ url, purpose: 'feed', isTypedAddress: true })
      expect([url, fetched.ok ? 'opened' : fetched.failure.kind]).toEqual([
        url,
        expect.stringMatching(/^(private-address|not-an-address)$/),
      ])
    }
    expect(sentinel.connections()).toBe(0)
  })

  it('follows no redirect to any of them (F06, F07)', async () => {
    const sentinel = await serve((_request, response) => response.end('reached'))
    const addresses = hostileAddresses(sentinel.port)
    const { proxyFor, server } = await publicHost((path) => ({
      status: [301, 302, 303, 307, 308][Number(path.split('/').at(-1)) % 5] ?? 302,
      location: headers(addresses[Number(path.split('/').at(-1))] ?? ''),
    }))
    // Only the way to the public host leads through the proxy.
    const web = fetcher({
      mayUsePrivate: false,
      lookup,
      proxyFor: async (url) => (url.startsWith('http://public.example/') ? proxyFor() : null),
    })
    for (const [place, address] of addresses.entries()) {
      // Relative forms lead back to the public host, which is no trespass.
      const next = URL.canParse(headers(address), 'http://public.example/') ? new URL(headers(address), 'http://public.example/') : null
      if (next?.hostname === 'public.example') continue
      const fetched = await web.get({ url: `http://public.example/${place}`, purpose: 'page', isTypedAddress: true })
      expect([address, fetched.ok ? 'opened' : fetched.failure.kind]).toEqual([
        address,
        expect.stringMatching(/^(private-address|not-an-address)$/),
      ])
    }
    expect(sentinel.connections()).toBe(0)
    expect(server.requests.length).toBeGreaterThan(120)
  })

  it('looks a name up at every dial, and makes no connection to what turns out private (F08)', async () => {
    const sentinel = await serve((_request, response) => response.end('reached'))
    let asked = 0
    const rebinding: HostLookup = async () => {
      asked += 1
      return addressesOf(...(asked % 2 === 0 ? ['127.0.0.1'] : ['::ffff:127.0.0.1', '127.0.0.1']))
    }
    const web = fetcher({ mayUsePrivate: false, lookup: rebinding })
    for (let turn = 0; turn < 100; turn += 1) {
      const fetched = await web.get({ url: `http://rebind.example:${sentinel.port}/`, purpose: 'feed', isTypedAddress: true })
      expect(fetched).toMatchObject({ ok: false, failure: { kind: 'private-address' } })
    }
    expect([asked, sentinel.connections()]).toEqual([100, 0])
  })

  it('asks only ordinary ports, or the one that a person typed', async () => {
    const { proxyFor, server } = await publicHost((path) =>
      path.includes('/away') ? { status: 302, location: 'http://other.example:22/' } : { status: 200 },
    )
    const web = fetcher({ mayUsePrivate: false, lookup, proxyFor })
    const open = async (url: string, isTypedAddress = false): Promise<boolean> =>
      (await web.get({ url, purpose: 'feed', isTypedAddress })).ok
    expect(await open('http://public.example/')).toBe(true)
    expect(await open('http://public.example:8000/')).toBe(true)
    expect(await open('http://public.example:8999/')).toBe(true)
    expect(server.requests).toHaveLength(3)
    for (const port of [22, 25, 443 + 1, 7999, 9000, 6379]) expect(await open(`http://public.example:${port}/`)).toBe(false)
    expect(server.requests).toHaveLength(3)
    expect(await open('http://public.example:9000/', true)).toBe(true)
    expect(await open('http://public.example:9000/away', true)).toBe(false)
  })

  it('asks a proxy for nothing whose name is private here', async () => {
    const { proxyFor, server } = await publicHost(() => ({ status: 200 }))
    const web = fetcher({ mayUsePrivate: false, lookup, proxyFor })
    expect(await web.get({ url: 'http://private.example/', purpose: 'feed' })).toEqual({
      ok: false,
      failure: { kind: 'private-address', host: 'private.example' },
    })
    expect(server.connections()).toBe(0)
  })
})

/** What `net.connect` would dial, for one answer of the resolver. */
function dialled(find: HostLookup, all: boolean): Promise<unknown> {
  return new Promise((resolve) => {
    guardedLookup(createAddressGuard(find, false))('host.example', { all }, (error, addresses) => resolve(error?.name ?? addresses))
  })
}

describe('guardedLookup', () => {
  it('hands on the very addresses that it checked, from one answer (F08)', async () => {
    for (let turn = 0; turn < 100; turn += 1) {
      let asked = 0
      const rebinding: HostLookup = async () => addressesOf((asked += 1) === 1 ? PUBLIC : '127.0.0.1')
      expect(await dialled(rebinding, turn % 2 === 0)).toEqual(turn % 2 === 0 ? addressesOf(PUBLIC) : PUBLIC)
      expect(asked).toBe(1)
      expect(await dialled(rebinding, turn % 2 === 0)).toBe('PrivateAddressError')
    }
  })

  it('leaves the private addresses out of a mixed set (F08)', async () => {
    const mixed: HostLookup = async () => addressesOf('127.0.0.1', '::1', PUBLIC, '::ffff:10.0.0.1', '2606:2800:21f::1', 'fe80::1')
    expect(await dialled(mixed, true)).toEqual(addressesOf(PUBLIC, '2606:2800:21f::1'))
    expect(await dialled(mixed, false)).toBe(PUBLIC)
  })
})

const loopback: HostLookup = async () => addressesOf('127.0.0.1')

/** Answers `/302/301/end` with a 302 to `/301/end`, and so on. */
async function chain(): Promise<Loopback> {
  return serve((request, response) => {
    const [, status = '', rest] = /^\/(\d+)(\/.*)$/.exec(request.url ?? '') ?? []
    if (rest === undefined) response.end('end')
    else response.writeHead(Number(status), { location: rest }).end('moved')
  })
}

describe('createFetcher, with redirects', () => {
  it.each([
    ['/301/end', true],
    ['/308/301/308/end', true],
    ['/302/end', false],
    ['/301/302/end', false],
    ['/307/308/end', false],
    ['/303/301/end', false],
  ])('follows %s and takes it for a move for good: %s (F06)', async (path, isForGood) => {
    const server = await chain()
    const fetched = await fetcher().get({ url: server.url + path, purpose: 'feed' })
    expect(fetched).toMatchObject({ ok: true, value: { finalUrl: `${server.url}/end`, movedTo: isForGood ? `${server.url}/end` : null } })
    expect(server.connections()).toBe(1)
  })

  it('follows five hops and not six, and stops a loop (F06)', async () => {
    const server = await chain()
    const loop = await serve((_request, response) => response.writeHead(301, { location: '/' }).end())
    const web = fetcher()
    expect(await web.get({ url: `${server.url}${'/302'.repeat(5)}/end`, purpose: 'feed' })).toMatchObject({ ok: true })
    for (const url of [`${server.url}${'/302'.repeat(6)}/end`, loop.url]) {
      expect(await web.get({ url, purpose: 'feed' })).toEqual({ ok: false, failure: { kind: 'too-many-redirects' } })
    }
    expect(loop.requests).toHaveLength(6)
  })

  it.each(['file:///etc/passwd', 'data:text/xml,x', 'ftp://host/', 'javascript:x', 'sample://host/', 'http://'])(
    'does not follow to %s (F06)',
    async (location) => {
      const server = await serve((_request, response) => response.writeHead(302, { location }).end())
      expect(await fetcher().get({ url: server.url, purpose: 'feed' })).toMatchObject({ ok: false, failure: { kind: 'not-an-address' } })
    },
  )

  it('says refused where a redirect leads nowhere', async () => {
    const server = await serve((_request, response) => response.writeHead(302).end())
    expect(await fetcher().get({ url: server.url, purpose: 'feed' })).toEqual({
      ok: false,
      failure: { kind: 'refused', status: 302, retryAt: null },
    })
  })

  it('takes neither validators nor credentials along to another host (F06, V03)', async () => {
    const other = await serve((_request, response) => response.end('x'))
    const server = await serve((_request, response) => {
      response.writeHead(301, { location: `http://me:secret@other.example:${other.port}/feed#part` }).end()
    })
    const validators = { etag: '"e"', lastModified: 'yesterday' }
    const fetched = await fetcher({ lookup: loopback }).get({ url: server.url, purpose: 'feed', validators })
    expect(fetched).toMatchObject({
      value: { finalUrl: `http://other.example:${other.port}/feed`, movedTo: `http://other.example:${other.port}/feed` },
    })
    expect(server.requests[0]?.headers['if-none-match']).toBe('"e"')
    expect(Object.keys(other.requests[0]?.headers ?? {})).toEqual(['host', 'connection', 'user-agent', 'accept', 'accept-encoding'])
  })

  it('lets two hosts that send on to each other finish', async () => {
    const ports: number[] = []
    const make = (own: number): Promise<Loopback> =>
      listening(
        createServer((request, response) => {
          if (request.url === '/end') response.end('x')
          else response.writeHead(302, { location: `http://127.0.0.1:${ports[1 - own]}/end` }).end()
        }),
        [],
      )
    const servers = [await make(0), await make(1)]
    ports.push(...servers.map(({ port }) => port))
    const web = fetcher()
    const fetched = await Promise.all(servers.flatMap(({ url }) => [url, url, url]).map((url) => web.get({ url, purpose: 'feed' })))
    expect(fetched.every(({ ok }) => ok)).toBe(true)
  })
})
