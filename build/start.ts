import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { argv, execPath, exit, stderr } from 'node:process'
import { buildWhenStale } from './build.ts'
import { findElectron } from './electronRuntime.ts'
import { dist, root } from './places.ts'

// `npm start`: the desktop app where it can open, else the same app in a browser.
const SOON = 8_000
const args = argv.slice(2)

await buildWhenStale()
const electron = await findElectron(args)
if ('missing' in electron) serve(electron.missing)
else openDesktop(electron.executable, electron.env)

function openDesktop(executable: string, env: NodeJS.ProcessEnv): void {
  const startedAt = Date.now()
  // Electron's own switches stand before the app, the app's arguments behind it.
  const switches: string[] = args.filter((arg) => arg === '--no-sandbox' || arg === '--disable-gpu')
  const child = run(executable, [...switches, root, ...args.filter((arg) => !switches.includes(arg))], env)
  child.on('error', () => serve('Electron could not be started'))
  child.on('exit', (code, signal) => {
    // Where the system denies Chromium its sandbox, it ends at once by a signal.
    if (signal !== null && Date.now() - startedAt < SOON) serve(`Electron stopped at once (${signal})`)
    else exit(code ?? 1)
  })
}

function serve(reason: string): void {
  stderr.write(`The desktop app cannot open here: ${reason}. Newsdesk opens in your browser instead.\n`)
  const child = run(execPath, [join(dist, 'electron', 'cli.js'), 'serve', ...args], process.env)
  child.on('exit', (code) => exit(code ?? 1))
}

function run(command: string, commandArgs: readonly string[], env: NodeJS.ProcessEnv): ReturnType<typeof spawn> {
  const child = spawn(command, commandArgs, { stdio: 'inherit', env })
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal)
  process.on('SIGTERM', forward)
  process.on('SIGINT', forward)
  return child
}
