import { utilityProcess } from 'electron'
import { engineFlags, forkedEngine } from '../gate/forkEngine.ts'
import type { LaunchEngine } from '../gate/keptEngine.ts'

/**
 * How to start the engine's process: as a part of Electron, or with another Node where the Electron has no `node:sqlite`.
 *
 * @param otherNode the executable of that Node, or null.
 */
export function engineLauncher(entry: string, otherNode: string | null): LaunchEngine {
  return otherNode === null ? () => launchInside(entry) : forkedEngine(otherNode, entry)
}

function launchInside(entry: string): ReturnType<LaunchEngine> {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Newsdesk engine', execArgv: engineFlags, stdio: 'inherit' })
  return {
    port: {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a line between processes, which has no origins
      post: (message) => child.postMessage(message),
      onMessage: (listener) => void child.on('message', listener),
      onClose: (listener) => void child.once('exit', listener),
    },
    kill: () => void child.kill(),
  }
}
