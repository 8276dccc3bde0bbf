import { copyFileSync, linkSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { getuid } from 'node:process'
import { _electron } from 'playwright-core'
import { root } from '../../../build/places.ts'
import { EMPTY_PAGE, firstRowAt } from './firstRow.ts'

/** An Electron app that opens one window with one row, on the runtime that the desktop app runs on. */
export interface EmptyElectron {
  readonly executable: string
  readonly args: readonly string[]
}

const MAIN = `const { app, BrowserWindow } = require('electron')
if (!process.argv.includes('--no-sandbox')) app.enableSandbox()
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile(require('path').join(__dirname, 'index.html')))
app.on('window-all-closed', () => app.quit())
`

/** Makes the app in a folder. `command`: how the desktop app was started. */
export function makeEmptyElectron(folder: string, command: readonly string[]): EmptyElectron {
  const [executable = ''] = command
  const takesApp = command.includes(root)
  const runtime = join(folder, 'runtime')
  const app = takesApp ? join(folder, 'app') : join(runtime, 'resources', 'app')
  if (!takesApp) linkRuntime(dirname(executable), runtime, basename(executable))
  mkdirSync(app, { recursive: true })
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'empty', version: '0.0.0', main: 'main.cjs' }))
  writeFileSync(join(app, 'main.cjs'), MAIN)
  writeFileSync(join(app, 'index.html'), EMPTY_PAGE)
  return takesApp ? { executable, args: [app] } : { executable: join(runtime, basename(executable)), args: [] }
}

/** Process start to the row painted, in milliseconds. */
export async function startEmptyElectron({ executable, args }: EmptyElectron, folder: string): Promise<number> {
  const userData = join(folder, 'user-data')
  rmSync(userData, { recursive: true, force: true })
  const switches = [...(getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', `--user-data-dir=${userData}`]
  const startedAt = Date.now()
  const app = await _electron.launch({ executablePath: executable, args: [...switches, ...args] })
  const took = (await firstRowAt(await app.firstWindow())) - startedAt
  await app.close()
  return took
}

/** The runtime with another app in it; the executable finds its files by where it stands itself, so it cannot be a symbolic link. */
function linkRuntime(from: string, to: string, executable: string): void {
  mkdirSync(join(to, 'resources'), { recursive: true })
  for (const name of readdirSync(from)) {
    if (name === 'resources') continue
    if (name === executable) linkOrCopy(join(from, name), join(to, name))
    else symlinkSync(join(from, name), join(to, name))
  }
  for (const name of readdirSync(join(from, 'resources')))
    if (name !== 'app') symlinkSync(join(from, 'resources', name), join(to, 'resources', name))
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch {
    copyFileSync(source, target)
  }
}
