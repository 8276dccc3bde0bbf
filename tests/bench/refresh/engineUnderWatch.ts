import { fork, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { engineFlags } from '../../../electron/gate/forkEngine.ts'
import { startOverPort } from '../../../electron/gate/engineOverPort.ts'
import type { Engine } from '../../../shared/engine.ts'

/** An engine in its own process, as the hosts run it, and what it costs. */
export interface WatchedEngine {
  readonly engine: Engine
  /** The most memory that its process has had, and has now, in MiB; null where the system does not tell. */
  memory(): { readonly peak: number | null; readonly now: number | null }
  close(): Promise<void>
}

/** Starts the built engine on a profile. */
export async function watchedEngine(profile: string): Promise<WatchedEngine> {
  const entry = new URL('../../../dist/electron/engineProcess.js', import.meta.url).pathname
  const child = fork(entry, [], { serialization: 'json', execArgv: engineFlags })
  const started = await startOverPort(portOf(child), { profile, version: '0.0.0', mayUsePrivate: true })
  if (!started.ok) throw new Error(started.failure.sentence)
  return {
    engine: started.value,
    memory: () => ({ peak: statusOf(child, 'VmHWM'), now: statusOf(child, 'VmRSS') }),
    close: () => started.value.close(),
  }
}

function portOf(child: ChildProcess) {
  return {
    post: (message: unknown) => void child.send(message as object),
    onMessage: (listener: (message: unknown) => void) => void child.on('message', listener),
    onClose: (listener: () => void) => void child.once('exit', listener),
  }
}

function statusOf(child: ChildProcess, field: string): number | null {
  try {
    const found = new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
    return found === undefined ? null : Number(found) / 1024
  } catch {
    return null
  }
}

/** How long the engine's answers take while something else goes on, in milliseconds. */
export interface PortWatch {
  stop(): Promise<readonly number[]>
}

/** Asks for a list, and now and then a search, every 25 ms, one at a time, as a screen would. */
export function watchPort(engine: Engine): PortWatch {
  const times: number[] = []
  let isOver = false
  const asking = ask()
  async function ask(): Promise<void> {
    for (let count = 0; !isOver; count += 1) {
      const startedAt = performance.now()
      await (count % 5 === 0
        ? engine.call('search', { query: 'network', limit: 20 })
        : engine.call('listArticles', { scope: { view: 'all' }, limit: 50 }))
      times.push(performance.now() - startedAt)
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
  return {
    stop: async () => {
      isOver = true
      await asking
      return times
    },
  }
}
