import { request } from 'node:http'

// A process of its own: fetches the same bytes with as many connections as the engine uses, throws them away, and says how long it took.
const AT_ONCE = 6

process.on('message', ({ ports, etag }: { ports: number[]; etag: string | null }) => {
  void fetchAll(ports, etag).then((tookMs) => process.send?.({ tookMs }))
})

async function fetchAll(ports: readonly number[], etag: string | null): Promise<number> {
  const startedAt = performance.now()
  const left = [...ports]
  const worker = async (): Promise<void> => {
    for (let port = left.pop(); port !== undefined; port = left.pop()) await fetchOne(port, etag)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return performance.now() - startedAt
}

function fetchOne(port: number, etag: string | null): Promise<void> {
  const headers = { 'accept-encoding': 'gzip', ...(etag === null ? {} : { 'if-none-match': etag }) }
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, headers, agent: false }, (response) => {
      response.resume()
      response.on('end', resolve)
    })
    asked.on('error', reject)
    asked.end()
  })
}
