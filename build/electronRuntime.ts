import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env, getuid, platform } from 'node:process'
import { root, toolchainNode } from './places.ts'

const PROBE_PATIENCE = 5_000
const INSTALL_PATIENCE = 600_000
// The first Electron whose Node has `node:sqlite` without a flag.
const FIRST_WITH_SQLITE = 35

/** An Electron that can be started here, or why there is none, as the end of “The desktop app cannot open here: …”. */
export type ElectronRuntime = { readonly executable: string; readonly env: NodeJS.ProcessEnv } | { readonly missing: string }

/** Finds Electron, and has it downloaded once where it is not there yet. */
export async function findElectron(args: readonly string[]): Promise<ElectronRuntime> {
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return { missing: 'there is no display' }
  if (platform === 'linux' && getuid?.() === 0 && !args.includes('--no-sandbox')) return { missing: 'its sandbox does not run as root' }
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(root, 'node_modules', 'electron', 'dist')
  const executable = join(folder, executableName())
  if (!existsSync(executable)) await install()
  if (!existsSync(executable)) return { missing: 'Electron could not be downloaded' }
  return { executable, env: engineNode(folder) }
}

function executableName(): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

async function install(): Promise<void> {
  if (env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined || !(await isReachable())) return
  console.error('Downloading Electron, once…')
  const script = join(root, 'node_modules', 'electron', 'install.js')
  spawnSync(process.execPath, [script], { stdio: 'ignore', timeout: INSTALL_PATIENCE })
}

// Electron's own installer waits minutes for a network that lets nothing through.
async function isReachable(): Promise<boolean> {
  if (env['ELECTRON_MIRROR'] ?? env['npm_config_electron_mirror']) return true
  try {
    await fetch('https://github.com/electron/electron/releases', { method: 'HEAD', signal: AbortSignal.timeout(PROBE_PATIENCE) })
    return true
  } catch {
    return false
  }
}

function engineNode(folder: string): NodeJS.ProcessEnv {
  const version = join(folder, 'version')
  const major = existsSync(version) ? Number.parseInt(readFileSync(version, 'utf8').replace(/^v/, ''), 10) : FIRST_WITH_SQLITE
  return major < FIRST_WITH_SQLITE ? { NEWSDESK_ENGINE_NODE: toolchainNode, ...env } : env
}
