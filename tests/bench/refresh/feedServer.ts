import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { syntheticFeedXml } from '../syntheticNews.ts'

// A process of its own: many feeds on loopback, each at a port of its own, as if each were a host of its own.
// It says its ports to its parent, and takes `{ day: share }`: that share of the feeds has one new entry from then on.

interface Body {
  readonly bytes: Buffer
  readonly etag: string
}

const [feeds = 500, entries = 40] = process.argv.slice(2).map(Number)
const bodies = Array.from({ length: feeds }, (_, feed) => bodyOf(syntheticFeedXml(feed, entries), 'first'))
const ports = await Promise.all(bodies.map((_, feed) => listen(feed)))
process.send?.({ ports, bytes: bodies.reduce((sum, body) => sum + body.bytes.length, 0) })
process.on('message', ({ day }: { day: number }) => {
  for (let feed = 0; feed < feeds * day; feed += 1) bodies[feed] = bodyOf(withNewEntry(syntheticFeedXml(feed, entries)), 'day')
  process.send?.({ isReady: true })
})

function bodyOf(xml: string, version: string): Body {
  return { bytes: gzipSync(xml), etag: `"${version}"` }
}

function withNewEntry(xml: string): string {
  const entry = /<item>[\s\S]*?<\/item>/.exec(xml)?.[0] ?? ''
  const fresh = entry.replace(/<guid[^>]*>[^<]*/, '<guid isPermaLink="false">fresh').replace(/<link>[^<]*/, '$&-fresh')
  return xml.replace(entry, `${fresh}${entry}`)
}

function listen(feed: number): Promise<number> {
  const server: Server = createServer((request, response) => {
    const { bytes, etag } = bodies[feed] ?? { bytes: Buffer.alloc(0), etag: '' }
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
    response
      .writeHead(200, { 'content-type': 'application/rss+xml', 'content-encoding': 'gzip', etag, 'content-length': bytes.length })
      .end(bytes)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))
}
