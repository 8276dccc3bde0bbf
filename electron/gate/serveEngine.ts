import type { Engine, SpokenFailure } from '../../shared/engine.ts'
import { failed } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { spoken } from '../../shared/spoken.ts'
import type { EnginePort, EngineStart, FromEngine, ToEngine } from './enginePort.ts'
import type { LogFault } from './gate.ts'

/** How the engine's process makes its engine, and how it ends itself. */
export interface EngineMaking {
  readonly create: (options: EngineStart) => Promise<Result<Engine, SpokenFailure>>
  readonly log: LogFault
  /** Called when the engine is closed, could not be made, or the host has gone. */
  readonly onEnd: () => void
}

/** The engine's side of a port: waits for `start`, makes the engine, and serves it. */
export function serveEngineWhenStarted(port: EnginePort, making: EngineMaking): void {
  let isStarted = false
  let isHostGone = false
  port.onClose(() => (isHostGone = true))
  port.onMessage((raw) => {
    const message = raw as ToEngine
    if (message.kind !== 'start' || isStarted) return
    isStarted = true
    void makeEngine(message.options, making).then(async (made) => {
      if (made.ok && isHostGone) await made.value.close()
      if (made.ok && !isHostGone) return serveMade(made.value, port, making.onEnd)
      if (!made.ok) post(port, { kind: 'failed', failure: made.failure })
      return making.onEnd()
    })
  })
}

async function makeEngine(options: EngineStart, { create, log }: EngineMaking): Promise<Result<Engine, SpokenFailure>> {
  try {
    return await create(options)
  } catch (fault) {
    log('making the engine', fault)
    return failed(spoken({ kind: 'broken' }))
  }
}

function serveMade(engine: Engine, port: EnginePort, onEnd: () => void): void {
  serveEngine(engine, port, onEnd)
  post(port, { kind: 'ready' })
}

/** Serves an engine at a port until the host asks to close it, or goes. */
export function serveEngine(engine: Engine, port: EnginePort, onEnd: () => void = () => undefined): void {
  const unsubscribe = engine.subscribe((event) => post(port, { kind: 'event', event }))
  let ending: Promise<void> | null = null
  const end = (): Promise<void> => {
    unsubscribe()
    ending ??= engine.close()
    return ending
  }
  port.onMessage((raw) => {
    const message = raw as ToEngine
    if (message.kind === 'call') void answerCall(engine, port, message)
    if (message.kind === 'close') void end().finally(() => (post(port, { kind: 'closed' }), onEnd()))
  })
  port.onClose(() => void end().finally(onEnd))
}

async function answerCall(engine: Engine, port: EnginePort, call: Extract<ToEngine, { kind: 'call' }>): Promise<void> {
  try {
    post(port, { kind: 'answer', number: call.number, answer: await engine.call(call.request, call.input) })
  } catch (fault) {
    post(port, { kind: 'fault', number: call.number, fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) })
  }
}

function post(port: EnginePort, message: FromEngine): void {
  port.post(message)
}
