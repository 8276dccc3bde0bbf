import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { env, platform } from 'node:process'
import { createInterface } from 'node:readline'

/** What a program needs to open windows, until it is closed. */
export interface Display {
  readonly env: Record<string, string>
  close(): void
}

/** Whether windows can be opened here. */
export function canShow(): boolean {
  return platform !== 'linux' || env['DISPLAY'] !== undefined || spawnSync('Xvfb', ['-help']).error === undefined
}

/** The display that is there, or one of its own. */
export async function openDisplay(): Promise<Display> {
  if (platform !== 'linux' || env['DISPLAY'] !== undefined) return { env: {}, close: () => undefined }
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  process.once('exit', () => server.kill())
  return { env: { DISPLAY: `:${await firstLine(server)}` }, close: () => void server.kill() }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on('exit', () => reject(new Error('Xvfb ended')))
    if (child.stdout !== null) createInterface(child.stdout).once('line', resolve)
  })
}
