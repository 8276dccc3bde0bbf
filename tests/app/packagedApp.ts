import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env, platform } from 'node:process'
import { createPackage, extractAll } from '@electron/asar'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { dist, root, toolchainNode } from '../../build/places.ts'
import { desktopMissing, electronRuntime, electronVersion, hasSqlite } from './electronApp.ts'
import { linkAll } from './linkedTree.ts'

// A package that is there already, of whatever system, as a release makes it: only its files and fuses are looked at then.
const given = env['NEWSDESK_PACKAGED']

/** Why there is no package to look into, or null. */
export const filesMissing: string | null = given === undefined ? whyMissing() : null

/** Why no package can be made and started here, or null. */
export const packageMissing: string | null = whyMissing()

/** The folder of a packaged app, and what starts it. */
export interface PackagedApp {
  readonly folder: string
  readonly executable: string
  readonly asar: string
}

const cache = join(root, 'node_modules', '.cache', 'packaged')
const builder = join(root, 'node_modules', 'electron-builder', 'cli.js')
const config = join(root, 'build', 'electron-builder.config.ts')

function whyMissing(): string | null {
  return desktopMissing ?? (platform === 'linux' ? null : 'a package is walked through on Linux only')
}

/** The app as `npm run package` makes it, from what was built last, on the runtime of the tests. Made once for each build. */
export function packagedApp(): PackagedApp {
  if (given !== undefined) return placesOf(join(root, given))
  const runtime = runtimeFolder()
  const made = join(cache, nameOf(runtime))
  if (!existsSync(made)) {
    rmSync(cache, { recursive: true, force: true })
    const output = join(cache, `making-${process.pid}`)
    renameSync(packageInto(output).folder, made)
    rmSync(output, { recursive: true })
  }
  return placesOf(made)
}

/** Makes the package below a folder, as {@link packagedApp} has it, whether there is one or not. */
export function packageInto(output: string): PackagedApp {
  const runtime = runtimeFolder()
  mkdirSync(output, { recursive: true })
  const options = [`-c.electronDist=${runtime}`, `-c.electronVersion=${electronVersion(runtime)}`, `-c.directories.output=${output}`]
  const made = spawnSync(toolchainNode, [builder, '--config', config, '--publish', 'never', '--linux', 'dir', ...options], {
    cwd: root,
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(`No package was made:\n${made.stdout}\n${made.stderr}`)
  const unpacked = join(output, 'linux-unpacked')
  // The runtime may bring a loader of its own there, which no release has.
  rmSync(join(unpacked, 'resources', 'app'), { recursive: true, force: true })
  return placesOf(unpacked)
}

/**
 * A copy of the package whose engine runs on the tests' runtime. An Electron without `node:sqlite` is lent the toolchain's Node: a
 * script in front of the app's own, which this copy alone has, starts the engine from what it takes out of the same archive.
 *
 * @param told what another build would have written about itself into the package.
 */
export async function withEngine(app: PackagedApp, told: Readonly<Record<string, unknown>> = {}): Promise<PackagedApp> {
  const copy = copyOf(app, `with-engine${Object.keys(told).join('-')}`)
  const isLent = !hasSqlite(runtimeFolder())
  const taken = join(copy.folder, 'taken-out')
  extractAll(app.asar, taken)
  const about = JSON.parse(readFileSync(join(taken, 'package.json'), 'utf8')) as { main: string }
  const staging = join(copy.folder, 'staging')
  linkAll(taken, staging)
  rmSync(join(staging, 'package.json'))
  writeFileSync(join(staging, 'package.json'), JSON.stringify({ ...about, ...told, ...(isLent ? { main: 'lend.cjs' } : {}) }))
  if (isLent) writeFileSync(join(staging, 'lend.cjs'), lendingScript(taken, about.main))
  rmSync(copy.asar)
  await createPackage(staging, copy.asar)
  rmSync(staging, { recursive: true })
  return copy
}

/** A copy that may be driven from outside: the one fuse that forbids it is off, all others are as they were. */
export async function withInspection(app: PackagedApp): Promise<PackagedApp> {
  const copy = copyOf(app, 'with-inspection')
  await flipFuses(copy.executable, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true })
  return copy
}

function lendingScript(taken: string, main: string): string {
  return `const { fork } = require('node:child_process')
const { join, relative } = require('node:path')
require('electron').utilityProcess.fork = (entry, args, { execArgv }) => {
  const options = { execPath: ${JSON.stringify(toolchainNode)}, execArgv, serialization: 'json' }
  const child = fork(join(${JSON.stringify(taken)}, relative(__dirname, entry)), args, options)
  return Object.assign(child, { postMessage: (message) => child.connected && child.send(message) })
}
require(${JSON.stringify(`./${main}`)})
`
}

function copyOf({ folder }: PackagedApp, name: string): PackagedApp {
  const made = placesOf(`${folder}-${name}`)
  rmSync(made.folder, { recursive: true, force: true })
  linkAll(folder, made.folder)
  // What is going to be written into must not be a link to the original.
  for (const file of [made.executable, made.asar]) {
    copyFileSync(file, `${file}.own`)
    renameSync(`${file}.own`, file)
  }
  return made
}

function placesOf(folder: string): PackagedApp {
  if (folder.endsWith('.app')) return { folder, executable: folder, asar: join(folder, 'Contents', 'Resources', 'app.asar') }
  const executable = platform === 'win32' ? 'Newsdesk.exe' : 'newsdesk'
  return { folder, executable: join(folder, executable), asar: join(folder, 'resources', 'app.asar') }
}

/** A name that changes with what is packaged. */
function nameOf(runtime: string): string {
  const parts = [join(dist, 'built-at'), config, join(runtime, 'version')].map((file) => readFileSync(file))
  return createHash('sha256').update(Buffer.concat(parts)).digest('hex').slice(0, 16)
}

function runtimeFolder(): string {
  if (electronRuntime === null) throw new Error('There is no Electron runtime')
  return electronRuntime
}
