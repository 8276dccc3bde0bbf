import type { Engine, SpokenFailure } from '../../shared/engine.ts'
import type { Result } from '../../shared/result.ts'
import type { EnginePort, EngineStart, FromEngine, ToEngine } from './enginePort.ts'

/** How the engine's process makes its engine, and how it ends itself. */
export interface EngineMaking {
  readonly create: (options: EngineStart) => Promise<Result<Engine, SpokenFailure>>
  /** Called when the engine is closed, could not be made, or the host has gone. */
  readonly onEnd: () => void
}

/** The engine's side of a port: waits for `start`, makes the engine, and serves it. */
export function serveEngineWhenStarted(port: EnginePort, { create, onEnd }: EngineMaking): void {
  let isStarted = false
  port.onMessage((raw) => {
    const message = raw as ToEngine
    if (message.kind !== 'start' || isStarted) return
    isStarted = true
    void start(port, create(message.options), onEnd)
  })
}

async function start(port: EnginePort, making: ReturnType<EngineMaking['create']>, onEnd: () => void): Promise<void> {
  const made = await making
  if (made.ok) {
    serveEngine(made.value, port, onEnd)
    post(port, { kind: 'ready' })
  } else {
    post(port, { kind: 'failed', failure: made.failure })
    onEnd()
  }
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
