import { DAY, SECOND, between, durationOf, later, type Clock, type DurationMs, type EpochMs } from '../../../shared/time.ts'
import type { KeptSource } from '../store/library/sources.ts'
import type { Store } from '../store/store.ts'
import { SHORTEST_WAIT } from './interval.ts'

/** What the host knows of the network and of sleep. */
export type Condition = 'online' | 'offline' | 'asleep' | 'awake' | 'metered' | 'unmetered'

/** How often the schedule looks for sources whose time has come. */
const LOOKS_EVERY: DurationMs = durationOf(20, SECOND)
/** After waking or coming online: the network needs a moment, and not every reader should ask at the same one. */
const SETTLES_IN: DurationMs = durationOf(5, SECOND)
const SPREADS_OVER: DurationMs = durationOf(30, SECOND)
/** A look that comes this much after the one before says that the computer slept, whatever the host told. */
const SLEPT: DurationMs = durationOf(120, SECOND)

/** What a schedule works with. */
export interface ScheduleOptions {
  readonly store: Pick<Store, 'schedule' | 'sources'>
  readonly now: Clock
  readonly chance: () => number
  readonly refreshDue: (due: readonly KeptSource[]) => Promise<unknown>
  /** Whether a person has it rest now. */
  readonly isPaused: () => boolean
  /** Whether a source is on its way already. */
  readonly isBeingAsked: (sourceId: string) => boolean
  /** Connections that slept are dead. */
  readonly onAwake: () => void
  /** A fault of ours, or of the store, while looking. */
  readonly fault: (fault: unknown) => void
}

/** Asks sources when their time comes, while the computer is awake and online. */
export interface Schedule {
  readonly start: () => void
  readonly stop: () => void
  /** Looks for sources whose time has come, now and not at the next turn; nothing where it is not started. */
  readonly look: () => void
  readonly report: (condition: Condition) => void
  readonly isOffline: () => boolean
}

/**
 * The sources whose time has come: never asked yet, due, put off further than anything may be (a clock that jumped),
 * or not asked at all because this computer was offline.
 */
export function dueSources(store: Pick<Store, 'schedule' | 'sources'>, now: EpochMs): KeptSource[] {
  const states = store.schedule.all()
  const furthest = later(now, durationOf(1.2, DAY))
  return store.sources.list().filter((source) => {
    const state = states.get(source.id)
    if (state === undefined) return true
    if (state.failure?.kind === 'gone') return false
    if (state.failure?.kind === 'offline') return true
    return state.nextCheckAt === null || state.nextCheckAt <= now || state.nextCheckAt > furthest
  })
}

/** Makes a schedule that is not started. */
export function createSchedule(options: ScheduleOptions): Schedule {
  return new SourceSchedule(options)
}

class SourceSchedule implements Schedule {
  readonly #options: ScheduleOptions
  readonly #tried = new Map<string, EpochMs>()
  #timer: NodeJS.Timeout | null = null
  #catchUp: NodeJS.Timeout | null = null
  #isAsleep = false
  #isOffline = false
  #lookedAt: EpochMs

  constructor(options: ScheduleOptions) {
    this.#options = options
    this.#lookedAt = options.now()
  }

  readonly start = (): void => {
    this.#lookedAt = this.#options.now()
    this.#timer = setInterval(() => this.#lookInTurn(), LOOKS_EVERY)
    this.#timer.unref()
    this.look()
  }

  readonly stop = (): void => {
    if (this.#timer !== null) clearInterval(this.#timer)
    if (this.#catchUp !== null) clearTimeout(this.#catchUp)
    this.#timer = null
    this.#catchUp = null
  }

  readonly look = (): void => {
    this.#refreshWhatIsDue().catch(this.#options.fault)
  }

  readonly report = (condition: Condition): void => {
    const wasPaused = this.#isAsleep || this.#isOffline
    if (condition === 'asleep' || condition === 'awake') this.#isAsleep = condition === 'asleep'
    else if (condition === 'online' || condition === 'offline') this.#isOffline = condition === 'offline'
    if (condition === 'awake') this.#options.onAwake()
    if (wasPaused && !this.#isAsleep && !this.#isOffline && this.#timer !== null) this.#catchUpSoon()
  }

  readonly isOffline = (): boolean => this.#isOffline

  async #refreshWhatIsDue(): Promise<void> {
    const { store, now, isPaused, isBeingAsked, refreshDue } = this.#options
    if (this.#timer === null || this.#isAsleep || this.#isOffline || this.#catchUp !== null || isPaused()) return
    const at = now()
    const due = dueSources(store, at).filter(({ id }) => !isBeingAsked(id) && !this.#wasJustTried(id, at))
    for (const { id } of due) this.#tried.set(id, at)
    if (due.length > 0) await refreshDue(due)
  }

  /** Whatever becomes of the notes about a source (a full disk), nobody is asked by the schedule more often than this. */
  #wasJustTried(id: string, at: EpochMs): boolean {
    const since = between(this.#tried.get(id) ?? (-Infinity as EpochMs), at)
    return since >= 0 && since < SHORTEST_WAIT
  }

  #lookInTurn(): void {
    const { now, onAwake } = this.#options
    const since = between(this.#lookedAt, now())
    this.#lookedAt = now()
    if (since < SLEPT) return this.look()
    onAwake()
    this.#catchUpSoon()
  }

  /** However often the network comes and goes meanwhile, one catch-up follows. */
  #catchUpSoon(): void {
    if (this.#catchUp !== null) clearTimeout(this.#catchUp)
    this.#catchUp = setTimeout(
      () => {
        this.#catchUp = null
        this.#tried.clear()
        this.look()
      },
      SETTLES_IN + this.#options.chance() * SPREADS_OVER,
    )
    this.#catchUp.unref()
  }
}
