import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { extname, join } from 'node:path'
import { build } from 'vite'
import { contentSecurityPolicy } from '../../../shared/contentSecurityPolicy.ts'
import { rendererConfig } from '../../../build/renderer.vite.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
}
const pictures = ['base-station-hills', 'factory', 'cable-reel', 'outdoor-cabinet', 'patch-cord', 'terminals', 'supply-chain', 'earthing']
const folder = new URL('.', import.meta.url).pathname
const sample = new URL('../../../build/sample/sintai/pictures/', import.meta.url).pathname

/** Builds the page for looking into `outDir` and serves it on loopback with the app's own policy. */
export async function serveLook(outDir: string): Promise<{ readonly url: string; readonly server: Server }> {
  await build({ ...rendererConfig(outDir), root: folder })
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const path = pathname.startsWith('/img/')
      ? join(sample, `${pictures[Number(pathname.slice(-1))] ?? 'factory'}.png`)
      : join(outDir, pathname === '/' ? 'index.html' : pathname)
    readFile(path).then(
      (bytes) => {
        response.setHeader('Content-Security-Policy', contentSecurityPolicy)
        response.setHeader('Content-Type', types[extname(path)] ?? 'image/png')
        return response.end(bytes)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  return { url: `http://127.0.0.1:${address.port}/`, server }
}
