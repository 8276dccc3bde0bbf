import type { EngineEvent } from '../../shared/contract/events.ts'
import type { RequestInput, RequestName } from '../../shared/contract/requests.ts'
import type { Answer, Engine, SpokenFailure } from '../../shared/engine.ts'
import { failed, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { spoken } from '../../shared/spoken.ts'
import type { EnginePort, EngineStart, FromEngine, ToEngine } from './enginePort.ts'

interface Pending {
  readonly resolve: (answer: Answer<RequestName>) => void
  readonly reject: (fault: Error) => void
}

/** Asks the process at the other end to make its engine, and gives that engine when it is ready. */
export function startOverPort(port: EnginePort, options: EngineStart): Promise<Result<Engine, SpokenFailure>> {
  const engine = engineOverPort(port)
  return new Promise((resolve) => {
    port.onMessage((raw) => {
      const message = raw as FromEngine
      if (message.kind === 'ready') resolve(ok(engine))
      if (message.kind === 'failed') resolve(failed(message.failure))
    })
    // A process that dies before it is ready would die again.
    port.onClose(() => resolve(failed(spoken({ kind: 'broken' }))))
    post(port, { kind: 'start', options })
  })
}

/** The host's side of a port: an {@link Engine} whose calls cross it. When the other end goes, calls answer `engine-stopped`. */
export function engineOverPort(port: EnginePort): Engine {
  const pending = new Map<number, Pending>()
  const listeners = new Set<(event: EngineEvent) => void>()
  const closed = Promise.withResolvers<void>()
  let isOpen = true
  let lastNumber = 0

  port.onMessage((raw) => {
    const message = raw as FromEngine
    if (message.kind === 'answer' || message.kind === 'fault') settle(pending, message)
    if (message.kind === 'event') for (const listener of listeners) listener(message.event)
    if (message.kind === 'closed') end()
  })
  port.onClose(end)

  function end(): void {
    isOpen = false
    for (const call of pending.values()) call.resolve(failed(spoken({ kind: 'engine-stopped' })))
    pending.clear()
    closed.resolve()
  }

  function call<Name extends RequestName>(request: Name, input: RequestInput<Name>): Promise<Answer<Name>> {
    if (!isOpen) return Promise.resolve(failed(spoken({ kind: 'engine-stopped' })))
    lastNumber += 1
    const number = lastNumber
    return new Promise<Answer<RequestName>>((resolve, reject) => {
      pending.set(number, { resolve, reject })
      post(port, { kind: 'call', number, request, input })
    }) as Promise<Answer<Name>>
  }

  return {
    call,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      if (isOpen) post(port, { kind: 'close' })
      return closed.promise
    },
  }
}

function settle(pending: Map<number, Pending>, message: Extract<FromEngine, { kind: 'answer' | 'fault' }>): void {
  const call = pending.get(message.number)
  pending.delete(message.number)
  if (message.kind === 'answer') call?.resolve(message.answer)
  else call?.reject(new Error(`The engine's process: ${message.fault}`))
}

function post(port: EnginePort, message: ToEngine): void {
  port.post(message)
}
