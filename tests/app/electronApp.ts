import { spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env, getuid, platform } from 'node:process'
import { _electron } from 'playwright-core'
import type { ElectronApplication, Page } from 'playwright-core'
import { root, toolchainNode } from '../../build/places.ts'
import { canShow, openDisplay } from './display.ts'
import { linkAll } from './linkedTree.ts'

/** A running desktop app with a profile of its own. */
export interface DesktopApp {
  readonly app: ElectronApplication
  readonly page: Page
  readonly profile: string
  /** What it wrote to its outputs. */
  readonly output: () => string
  close(): Promise<void>
}

/** How to start one. `isLate`: through the runtime's own loader, which loads the app when Electron is ready already. */
export interface DesktopStart {
  readonly args?: readonly string[]
  readonly isLate?: boolean
  /** The executable of a packaged app, in the place of the runtime and what was built last. */
  readonly packaged?: string
  /** What is done before there is a window: the app may have been started without one. */
  readonly beforeWindow?: (app: ElectronApplication) => Promise<void>
  /** A profile of the caller's, which stays; else a new one, which goes when the app is closed. */
  readonly profile?: string
}

const TO_LOAD = 10_000
const TO_OPEN = 40_000
const TO_CLOSE = 10_000

const runtime = findRuntime()

/** The folder of the Electron that desktop tests run in, or null. */
export const electronRuntime: string | null = runtime

/** Why no desktop app can be started here, or null. Tests that need one are skipped then, and say this. */
export const desktopMissing: string | null =
  runtime === null ? 'there is no Electron runtime' : canShow() ? null : 'there is no display and no Xvfb'

if (desktopMissing !== null && env['NEWSDESK_DESKTOP_TESTS'] === 'required')
  throw new Error(`Tests of the desktop app must run, but ${desktopMissing}`)
if (desktopMissing !== null) process.stderr.write(`\nTests of the desktop app are SKIPPED: ${desktopMissing}.\n\n`)

/** Starts the built desktop app in a real Electron. */
export async function openDesktopApp({
  args = [],
  isLate = false,
  beforeWindow,
  packaged,
  profile: kept,
}: DesktopStart = {}): Promise<DesktopApp> {
  if (runtime === null) throw new Error('There is no Electron runtime')
  const display = await openDisplay()
  const profile = kept ?? mkdtempSync(join(tmpdir(), 'newsdesk-profile-'))
  const folder = hasLoader(runtime) && !isLate ? runtimeInTime(runtime) : runtime
  const app = await _electron.launch({
    executablePath: packaged ?? join(folder, executableName()),
    args: [...switches(), ...(folder === runtime && packaged === undefined ? [root] : []), '--profile', profile, ...args],
    env: { ...definedEnv(), ...display.env, ...engineNode(runtime), ELECTRON_ENABLE_SECURITY_WARNINGS: 'true' },
  })
  const output = collectOutput(app.process())
  const end = async (): Promise<void> => {
    await closeOrKill(app)
    display.close()
    if (kept === undefined) rmSync(profile, { recursive: true, force: true })
  }
  try {
    await beforeWindow?.(app)
    return { app, page: await firstPage(app), profile, output, close: end }
  } catch (cause) {
    await end()
    throw new Error(`The desktop app opened no window. It said:\n${output()}`, { cause })
  }
}

/**
 * The page of the window that is open, or opens. Where Playwright looks in just while the page is being loaded, it hears nothing of that and
 * waits for ever: so a page that is late is loaded once more.
 */
async function firstPage(app: ElectronApplication): Promise<Page> {
  const loadAgain = setTimeout(() => {
    process.stderr.write('\nA page that is late is loaded once more.\n\n')
    app
      .evaluate(({ webContents }) => webContents.getAllWebContents().forEach((contents) => contents.reload()))
      .catch((fault: unknown) => process.stderr.write(`${String(fault)}\n`))
  }, TO_LOAD)
  try {
    return await app.firstWindow({ timeout: TO_OPEN })
  } finally {
    clearTimeout(loadAgain)
  }
}

/** What Chromium must be told where the tests run: as root it has no sandbox. */
export function switches(): string[] {
  return [...(getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu']
}

function collectOutput(child: ChildProcess): () => string {
  let output = ''
  const add = (piece: Buffer): void => void (output += piece.toString())
  child.stdout?.on('data', add)
  child.stderr?.on('data', add)
  return () => output
}

// An app that shows an error in a box of the system waits for a person.
async function closeOrKill(app: ElectronApplication): Promise<void> {
  const timer = setTimeout(() => app.process().kill('SIGKILL'), TO_CLOSE)
  await app.close().catch(() => undefined)
  clearTimeout(timer)
}

function findRuntime(): string | null {
  const installed = join(root, 'node_modules', 'electron', 'dist')
  const finder = join(root, '..', 'shared', 'bin', 'electron-runtime')
  const found = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? (existsSync(installed) ? installed : askFinder(finder))
  return found !== null && existsSync(join(found, executableName())) ? found : null
}

function askFinder(finder: string): string | null {
  if (!existsSync(finder)) return null
  const { status, stdout } = spawnSync(finder, { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

function executableName(): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

function hasLoader(folder: string): boolean {
  return existsSync(join(folder, 'resources', 'app'))
}

/** The same runtime with the app in the place of its loader, so that the app is there before Electron is ready, as in an installed one. */
function runtimeInTime(folder: string): string {
  const made = join(root, 'node_modules', '.cache', 'electron-in-time')
  if (!existsSync(made)) {
    const staging = `${made}-${process.pid}`
    rmSync(staging, { recursive: true, force: true })
    linkAll(folder, staging)
    const app = join(staging, 'resources', 'app')
    rmSync(app, { recursive: true })
    mkdirSync(app)
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'newsdesk', productName: 'Newsdesk', version, main: 'main.cjs' }))
    writeFileSync(join(app, 'main.cjs'), `require(${JSON.stringify(join(root, 'dist', 'electron', 'main.cjs'))})\n`)
    renameSync(staging, made)
  }
  return made
}

function engineNode(folder: string): Record<string, string> {
  return hasSqlite(folder) ? {} : { NEWSDESK_ENGINE_NODE: toolchainNode }
}

/** Whether an engine can run inside this Electron: the first whose Node has `node:sqlite` is 35. */
export function hasSqlite(folder: string): boolean {
  return Number.parseInt(electronVersion(folder), 10) >= 35
}

/** The version of the Electron in a folder, without a `v`. */
export function electronVersion(folder: string): string {
  return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])))
}
