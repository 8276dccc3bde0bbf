import type { EnginePort } from './gate/enginePort.ts'
import type { LogFault } from './gate/gate.ts'
import { loggedFault } from './gate/loggedFault.ts'
import { proxyFromHost } from './gate/proxyOverPort.ts'
import { serveEngineWhenStarted } from './gate/serveEngine.ts'
import { createEngine } from './engine/engine.ts'

/** Electron's end of the line, as `utilityProcess` gives it to the process that it started. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}

const parentPort = (process as unknown as { readonly parentPort?: ParentPort }).parentPort
const port = parentPort === undefined ? portOfFork() : portOfUtility(parentPort)

// Its host writes everything down: one log, in one place, of one bound.
const log: LogFault = (during, fault) => port.post({ kind: 'log', during, fault: loggedFault(fault) })

serveEngineWhenStarted(port, {
  create: ({ hostKnowsProxies = false, ...options }) =>
    createEngine({ ...options, log, ...(hostKnowsProxies ? { proxyFor: proxyFromHost(port) } : {}) }),
  log,
  // The last message must leave before the process does.
  onEnd: () => setTimeout(() => process.exit(0), 50),
})

function portOfUtility(parent: ParentPort): EnginePort {
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a line between processes, which has no origins
    post: (message) => parent.postMessage(message),
    onMessage: (listener) => parent.on('message', (event) => listener(event.data)),
    // Electron ends this process with its own; there is nothing to hear.
    onClose: () => undefined,
  }
}

function portOfFork(): EnginePort {
  return {
    post: (message) => void process.send?.(message),
    onMessage: (listener) => process.on('message', listener),
    onClose: (listener) => process.on('disconnect', listener),
  }
}
