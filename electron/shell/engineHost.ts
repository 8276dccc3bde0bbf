import { fork } from 'node:child_process'
import { utilityProcess } from 'electron'
import type { LaunchEngine } from '../gate/keptEngine.ts'

const flags = ['--max-old-space-size=256']

/**
 * How to start the engine's process: as a part of Electron, or with another Node where the Electron has no `node:sqlite`.
 *
 * @param otherNode the executable of that Node, or null.
 */
export function engineLauncher(entry: string, otherNode: string | null): LaunchEngine {
  return otherNode === null ? () => launchInside(entry) : () => launchWith(otherNode, entry)
}

function launchInside(entry: string): ReturnType<LaunchEngine> {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Newsdesk engine', execArgv: flags, stdio: 'inherit' })
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

// Messages cross as JSON: the two Nodes may write structured clones differently.
function launchWith(node: string, entry: string): ReturnType<LaunchEngine> {
  const child = fork(entry, [], { execPath: node, execArgv: flags, serialization: 'json' })
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
