import type { EngineEvent } from '../../shared/contract/events.ts'
import type { RequestName } from '../../shared/contract/requests.ts'
import type { Engine } from '../../shared/engine.ts'
import { ok } from '../../shared/result.ts'

/** An engine that answers what it is told to, and remembers what it was asked. */
export interface FakeEngine extends Engine {
  readonly asked: { readonly request: RequestName; readonly input: unknown }[]
  /** How the next calls go. */
  answerWith(answer: (request: RequestName, input: unknown) => unknown): void
  tell(event: EngineEvent): void
  readonly isClosed: () => boolean
}

/** Makes a {@link FakeEngine} that answers `listSources` with none and `exportOpml` with an empty list. */
export function fakeEngine(): FakeEngine {
  const listeners = new Set<(event: EngineEvent) => void>()
  const asked: { request: RequestName; input: unknown }[] = []
  let isClosed = false
  let answer: (request: RequestName, input: unknown) => unknown = usualAnswer
  return {
    asked,
    answerWith: (given) => void (answer = given),
    tell: (event) => listeners.forEach((listener) => listener(event)),
    isClosed: () => isClosed,
    call: async (request, input) => {
      asked.push({ request, input })
      return (await answer(request, input)) as never
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      isClosed = true
      return Promise.resolve()
    },
  }
}

function usualAnswer(request: RequestName): unknown {
  return ok(request === 'exportOpml' ? { opml: '' } : { sources: [] })
}
