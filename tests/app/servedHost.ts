import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { dist } from '../../build/places.ts'

/** The built browser host in a process of its own. `address` works once. */
export interface ServedHost {
  readonly address: string
  readonly pid: number | undefined
  close(): Promise<void>
}

/** Serves a profile and answers when the address is printed. Rejects when the host ends before. */
export function serveProfile(profile: string, ...args: readonly string[]): Promise<ServedHost> {
  return serveProfileWith({}, profile, ...args)
}

/** The same with more in its environment, which the engine's process has as well. */
export async function serveProfileWith(
  environment: Readonly<Record<string, string>>,
  profile: string,
  ...args: readonly string[]
): Promise<ServedHost> {
  const host = spawn(process.execPath, [join(dist, 'electron', 'cli.js'), 'serve', '--no-open', '--profile', profile, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  })
  const address = await new Promise<string>((resolve, reject) => {
    host.once('exit', () => reject(new Error('The host ended before it said its address')))
    createInterface(host.stdout).once('line', resolve)
  })
  return {
    address,
    pid: host.pid,
    close: async () => {
      if (host.exitCode !== null || host.signalCode !== null) return
      const ended = new Promise((resolve) => host.once('exit', resolve))
      host.kill('SIGTERM')
      await ended
    },
  }
}
