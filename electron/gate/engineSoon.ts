import type { EngineEvent } from '../../shared/contract/events.ts'
import type { Engine, SpokenFailure } from '../../shared/engine.ts'
import type { Result } from '../../shared/result.ts'

/**
 * An engine that is still starting, to be asked at once: what is asked waits until it runs. Where it does not start, every answer is
 * the failure that kept it from starting.
 */
export function engineSoon(starting: Promise<Result<Engine, SpokenFailure>>): Engine {
  const listeners = new Set<(event: EngineEvent) => void>()
  void passOn(starting, (event) => listeners.forEach((listener) => listener(event)))
  return {
    async call(request, input) {
      const started = await starting
      return started.ok ? await started.value.call(request, input) : started
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async close() {
      const started = await starting
      if (started.ok) await started.value.close()
    },
  }
}

async function passOn(starting: Promise<Result<Engine, SpokenFailure>>, tell: (event: EngineEvent) => void): Promise<void> {
  const started = await starting
  if (started.ok) started.value.subscribe(tell)
}
