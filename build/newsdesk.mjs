#!/usr/bin/env node
// The command line, from any Node: builds what is stale and runs the built commands on the toolchain's Node.
// Plain JavaScript, since an older Node must be able to read it.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const command = join(root, 'dist', 'electron', 'cli.js')
const toolchainNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isNewEnough = major > 24 || (major === 24 && minor >= 2)

if (isNewEnough) await runHere()
else if (existsSync(toolchainNode)) runWith(toolchainNode)
else stop(`Newsdesk needs Node 24.2 or newer; this is ${process.versions.node}. Run “npm ci” in ${root} first.`)

async function runHere() {
  const { isStale } = await import('./staleness.ts')
  if (isStale()) build()
  await import(pathToFileURL(command).href)
}

// In a process of its own: its words go to the error stream, so that what stands on stdout is the answer alone.
function build() {
  const built = spawnSync(process.execPath, [join(root, 'build', 'build.ts')], { stdio: ['ignore', 2, 2] })
  if (built.status !== 0) stop('Newsdesk could not be built.')
}

function runWith(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)))
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
