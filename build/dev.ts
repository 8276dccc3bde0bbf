import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { argv, execPath, exit, stdout } from 'node:process'
import { createInterface } from 'node:readline'
import { createServer } from 'vite'
import { LICENCES_FILE } from '../shared/licences.ts'
import { buildWhenStale } from './build.ts'
import { dist, root } from './places.ts'
import { rendererConfig } from './renderer.vite.ts'

// `npm run dev`: the screen from its sources, renewed as they change, before a browser host that is built once.
await buildWhenStale()
const host = spawn(execPath, [join(dist, 'electron', 'cli.js'), 'serve', '--no-open', ...argv.slice(2)], {
  cwd: root,
  stdio: ['inherit', 'pipe', 'inherit'],
})
host.on('exit', (code) => exit(code ?? 1))
const address = new URL(await firstLine(host))

// The host answers its own origin alone, so the proxy speaks as it.
const proxied = {
  target: address.origin,
  changeOrigin: true,
  headers: { origin: address.origin },
}
const server = await createServer({
  ...rendererConfig(join(dist, 'renderer')),
  server: { host: '127.0.0.1', proxy: { '/api': proxied, '/session': proxied, '/img': proxied, [`/${LICENCES_FILE}`]: proxied } },
})
await server.listen()
stdout.write(`${new URL(address.hash, server.resolvedUrls?.local[0]).href}\n`)

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    if (child.stdout !== null) createInterface(child.stdout).once('line', resolve)
  })
}
