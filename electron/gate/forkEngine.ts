import { fork } from 'node:child_process'
import type { LaunchEngine } from './keptEngine.ts'

/**
 * What an engine's process may take: the engine itself; its workbench has limits of its own. Left alone, young objects take 128 MB,
 * and are collected no faster for it.
 */
export const engineFlags = ['--max-old-space-size=256', '--max-semi-space-size=8']

/**
 * How to start the engine's process as a Node of its own.
 *
 * @param node the executable of that Node.
 * @param entry the file `engineProcess`.
 */
export function forkedEngine(node: string, entry: string): LaunchEngine {
  return () => {
    // Messages cross as JSON: the two Nodes may write structured clones differently.
    const child = fork(entry, [], { execPath: node, execArgv: engineFlags, serialization: 'json' })
    child.on('error', () => child.kill())
    return {
      port: {
        post: (message) => void (child.connected && child.send(message as object)),
        onMessage: (listener) => void child.on('message', listener),
        onClose: (listener) => {
          let isGone = false
          const once = (): void => {
            if (!isGone) listener()
            isGone = true
          }
          child.once('exit', once)
          // Where the executable is missing there is an error and no exit.
          child.once('error', once)
        },
      },
      kill: () => void child.kill('SIGKILL'),
    }
  }
}
