import { everythingMayHaveChanged } from '../../shared/contract/everythingMayHaveChanged.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import type { Answer, Engine, SpokenFailure } from '../../shared/engine.ts'
import { failed, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { spoken } from '../../shared/spoken.ts'
import type { ProxyFor } from '../../shared/proxyFor.ts'
import { MINUTE, between, systemClock } from '../../shared/time.ts'
import type { Clock, EpochMs } from '../../shared/time.ts'
import { startOverPort } from './engineOverPort.ts'
import { faultAgain } from './loggedFault.ts'
import type { EnginePort, EngineStart, FromEngine } from './enginePort.ts'
import type { LogFault } from './gate.ts'
import { answerProxies } from './proxyOverPort.ts'

/** How to start a process that serves an engine; `kill` ends one that does not close by itself. */
export type LaunchEngine = () => { readonly port: EnginePort; readonly kill: () => void }

/** What keeping an engine alive needs. */
export interface KeepOptions {
  readonly launch: LaunchEngine
  readonly start: EngineStart
  readonly log: LogFault
  readonly now?: Clock
  /** Which proxies the system has; unless given, the engine looks into its environment. */
  readonly proxyFor?: ProxyFor
}

const SOON = MINUTE
const PATIENCE = 10_000

/**
 * An engine in a process of its own that is started again when it dies. A second death within a minute
 * leaves it stopped: what kills it twice would kill it for ever, and calls then say so.
 */
export async function keepEngine(options: KeepOptions): Promise<Result<Engine, SpokenFailure>> {
  const kept = new KeptEngine(options)
  const started = await kept.start()
  return started.ok ? ok(kept) : started
}

class KeptEngine implements Engine {
  readonly #options: KeepOptions
  readonly #now: Clock
  readonly #listeners = new Set<(event: EngineEvent) => void>()
  #state: 'running' | 'starting' | 'stopped' | 'closing' = 'starting'
  #engine: Engine | null = null
  #kill: () => void = () => undefined
  #lastDeath: EpochMs | null = null

  constructor(options: KeepOptions) {
    this.#options = options
    this.#now = options.now ?? systemClock
  }

  async start(): Promise<Result<null, SpokenFailure>> {
    const { port, kill } = this.#options.launch()
    this.#kill = kill
    port.onMessage((raw) => {
      const message = raw as FromEngine
      if (message.kind === 'log') this.#options.log(message.during, faultAgain(message.fault))
    })
    const { proxyFor, start } = this.#options
    if (proxyFor !== undefined) answerProxies(port, proxyFor)
    const started = await startOverPort(port, { ...start, hostKnowsProxies: proxyFor !== undefined })
    if (!started.ok) return started
    this.#engine = started.value
    this.#state = 'running'
    started.value.subscribe((event) => this.#tell(event))
    port.onClose(() => void this.#afterDeath())
    return ok(null)
  }

  readonly call: Engine['call'] = (request, input) => {
    if (this.#state === 'running' && this.#engine !== null) return this.#engine.call(request, input)
    if (this.#state === 'stopped' && request === 'startEngine') return this.#startAnew() as Promise<never>
    return Promise.resolve(failed(this.#state === 'stopped' ? stoppedForGood() : spoken({ kind: 'engine-stopped' })))
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    const engine = this.#state === 'running' ? this.#engine : null
    this.#state = 'closing'
    if (engine === null) return this.#kill()
    const timer = setTimeout(() => this.#kill(), PATIENCE)
    await engine.close()
    clearTimeout(timer)
  }

  #tell(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  async #afterDeath(): Promise<void> {
    if (this.#state !== 'running') return
    const now = this.#now()
    const isAgain = this.#lastDeath !== null && between(this.#lastDeath, now) < SOON
    this.#lastDeath = now
    this.#state = isAgain ? 'stopped' : 'starting'
    this.#options.log(isAgain ? 'running the engine that had been started again' : 'running the engine', new Error('Its process ended'))
    if (!isAgain) await this.#startAgain()
    this.#tellAll()
  }

  async #startAgain(): Promise<void> {
    const started = await this.start()
    if (started.ok || this.#state === 'closing') return
    this.#state = 'stopped'
    this.#options.log('starting the engine again', new Error(started.failure.sentence))
  }

  /** A person has it started: it may die once more before it is left again. */
  async #startAnew(): Promise<Answer<'startEngine'>> {
    this.#state = 'starting'
    this.#lastDeath = null
    await this.#startAgain()
    this.#tellAll()
    return this.#hasStarted() ? ok({}) : failed(stoppedForGood())
  }

  #hasStarted(): boolean {
    return this.#state === 'running'
  }

  #tellAll(): void {
    if (this.#state === 'closing') return
    this.#tell({ name: 'engineChanged', body: { state: this.#hasStarted() ? 'restarted' : 'stopped' } })
    for (const event of everythingMayHaveChanged) this.#tell(event)
  }
}

function stoppedForGood(): SpokenFailure {
  return { ...spoken({ kind: 'engine-stopped' }), sentence: STOPPED_FOR_GOOD }
}

const STOPPED_FOR_GOOD =
  'The part of Newsdesk that fetches and keeps news has stopped twice and was left so. Nothing that was kept is lost.'
