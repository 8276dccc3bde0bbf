import { everythingMayHaveChanged } from '../../shared/contract/everythingMayHaveChanged.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import type { RequestInput } from '../../shared/contract/requests.ts'
import type { Engine, SpokenFailure } from '../../shared/engine.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import { spoken } from '../../shared/spoken.ts'

/** Opens an engine. `reopen`: what the engine calls when its profile is to be closed and opened again. */
export type OpenEngine = (reopen: () => void, isAgain: boolean) => Promise<Result<Engine, SpokenFailure>>

/**
 * An engine that can have its profile closed and opened again, as after a restore: whoever holds it sees nothing of that but that
 * everything may have changed. Calls that come meanwhile wait.
 */
export async function openReopening(open: OpenEngine, fault: (fault: unknown) => void): Promise<Result<Engine, SpokenFailure>> {
  const engine = new ReopeningEngine(open, fault)
  const opened = await engine.open(false)
  return opened.ok ? ok(engine) : opened
}

class ReopeningEngine implements Engine {
  readonly #open: OpenEngine
  readonly #fault: (fault: unknown) => void
  readonly #listeners = new Set<(event: EngineEvent) => void>()
  /** Null where it could not be opened again. */
  #engine: Engine | null = null
  #isToReopen = false
  #reopening: Promise<void> | null = null
  #isClosed = false
  /** What the host said last of the network and of sleep: the next engine must know it too. */
  #condition: RequestInput<'reportCondition'> | null = null

  constructor(open: OpenEngine, fault: (fault: unknown) => void) {
    this.#open = open
    this.#fault = fault
  }

  async open(isAgain: boolean): Promise<Result<null, SpokenFailure>> {
    const opened = await this.#open(() => (this.#isToReopen = true), isAgain)
    if (!opened.ok) return opened
    this.#engine = opened.value
    opened.value.subscribe((event) => this.#tell(event))
    if (this.#condition !== null) await opened.value.call('reportCondition', this.#condition)
    return ok(null)
  }

  readonly call: Engine['call'] = async (request, input) => {
    if (this.#reopening !== null) await this.#reopening
    if (this.#engine === null) return failed(spoken({ kind: 'engine-stopped' }))
    if (request === 'reportCondition') this.#condition = input as RequestInput<'reportCondition'>
    const answer = await this.#engine.call(request, input)
    if (this.#isToReopen) {
      this.#isToReopen = false
      this.#reopening = this.#reopen().finally(() => (this.#reopening = null))
    }
    if (this.#reopening !== null) await this.#reopening
    return answer
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#reopening
    await this.#engine?.close()
  }

  #tell(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  async #reopen(): Promise<void> {
    const before = this.#engine
    this.#engine = null
    try {
      await before?.close()
      if (this.#isClosed) return
      const opened = await this.open(true)
      if (!opened.ok) this.#fault(new Error(opened.failure.sentence))
    } catch (fault) {
      this.#fault(fault)
    }
    for (const event of everythingMayHaveChanged) this.#tell(event)
  }
}
