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
export function createSchedule({ store, now, chance, refreshDue, isPaused, isBeingAsked, onAwake, fault }: ScheduleOptions): Schedule {
  let timer: NodeJS.Timeout | null = null
  let catchUp: NodeJS.Timeout | null = null
  let isAsleep = false
  let isOffline = false
  let lookedAt = now()
  const tried = new Map<string, EpochMs>()

  async function refreshWhatIsDue(): Promise<void> {
    if (timer === null || isAsleep || isOffline || catchUp !== null || isPaused()) return
    const at = now()
    const due = dueSources(store, at).filter(({ id }) => !isBeingAsked(id) && !wasJustTried(id, at))
    for (const { id } of due) tried.set(id, at)
    if (due.length > 0) await refreshDue(due)
  }

  /** Whatever becomes of the notes about a source (a full disk), nobody is asked by the schedule more often than this. */
  function wasJustTried(id: string, at: EpochMs): boolean {
    const since = between(tried.get(id) ?? (-Infinity as EpochMs), at)
    return since >= 0 && since < SHORTEST_WAIT
  }

  function look(): void {
    refreshWhatIsDue().catch(fault)
  }

  function lookInTurn(): void {
    const since = between(lookedAt, now())
    lookedAt = now()
    if (since < SLEPT) return look()
    onAwake()
    catchUpSoon()
  }

  /** However often the network comes and goes meanwhile, one catch-up follows. */
  function catchUpSoon(): void {
    if (catchUp !== null) clearTimeout(catchUp)
    catchUp = setTimeout(
      () => {
        catchUp = null
        tried.clear()
        look()
      },
      SETTLES_IN + chance() * SPREADS_OVER,
    )
    catchUp.unref()
  }

  return {
    start: () => {
      lookedAt = now()
      timer = setInterval(lookInTurn, LOOKS_EVERY)
      timer.unref()
      look()
    },
    stop: () => {
      if (timer !== null) clearInterval(timer)
      if (catchUp !== null) clearTimeout(catchUp)
      timer = null
      catchUp = null
    },
    look,
    report: (condition) => {
      const wasPaused = isAsleep || isOffline
      if (condition === 'asleep' || condition === 'awake') isAsleep = condition === 'asleep'
      else if (condition === 'online' || condition === 'offline') isOffline = condition === 'offline'
      if (condition === 'awake') onAwake()
      if (wasPaused && !isAsleep && !isOffline && timer !== null) catchUpSoon()
    },
    isOffline: () => isOffline,
  }
}
