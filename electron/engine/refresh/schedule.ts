import { DAY, SECOND, durationOf, later, type Clock, type DurationMs, type EpochMs } from '../../../shared/time.ts'
import type { KeptSource } from '../store/library/sources.ts'
import type { Store } from '../store/store.ts'

/** What the host knows of the network and of sleep. */
export type Condition = 'online' | 'offline' | 'asleep' | 'awake'

/** How often the schedule looks for sources whose time has come. */
const LOOKS_EVERY: DurationMs = durationOf(20, SECOND)
/** After waking or coming online: the network needs a moment, and not every reader should ask at the same one. */
const SETTLES_IN: DurationMs = durationOf(5, SECOND)
const SPREADS_OVER: DurationMs = durationOf(30, SECOND)

/** What a schedule works with. */
export interface ScheduleOptions {
  readonly store: Pick<Store, 'schedule' | 'sources'>
  readonly now: Clock
  readonly chance: () => number
  readonly refreshDue: (due: readonly KeptSource[]) => Promise<unknown>
  /** Connections that slept are dead. */
  readonly onAwake: () => void
}

/** Asks sources when their time comes, while the computer is awake and online. */
export interface Schedule {
  start(): void
  stop(): void
  /** Looks for sources whose time has come, now and not at the next turn; nothing where it is not started. */
  look(): void
  report(condition: Condition): void
  isOffline(): boolean
}

/** The sources whose time has come: never asked yet, due, or put off further than anything may be (a clock that jumped). */
export function dueSources(store: Pick<Store, 'schedule' | 'sources'>, now: EpochMs): KeptSource[] {
  const states = store.schedule.all()
  const furthest = later(now, durationOf(1.2, DAY))
  return store.sources.list().filter((source) => {
    const state = states.get(source.id)
    if (state === undefined) return true
    if (state.failure?.kind === 'gone') return false
    return state.nextCheckAt === null || state.nextCheckAt <= now || state.nextCheckAt > furthest
  })
}

/** Makes a schedule that is not started. */
export function createSchedule({ store, now, chance, refreshDue, onAwake }: ScheduleOptions): Schedule {
  let timer: NodeJS.Timeout | null = null
  let catchUp: NodeJS.Timeout | null = null
  let isAsleep = false
  let isOffline = false
  let isLooking = false

  async function look(): Promise<void> {
    if (isAsleep || isOffline || isLooking || catchUp !== null) return
    const due = dueSources(store, now())
    if (due.length === 0) return
    isLooking = true
    await refreshDue(due).finally(() => {
      isLooking = false
    })
  }

  /** However often the network comes and goes meanwhile, one catch-up follows. */
  function catchUpSoon(): void {
    if (catchUp !== null) clearTimeout(catchUp)
    catchUp = setTimeout(
      () => {
        catchUp = null
        void look()
      },
      SETTLES_IN + chance() * SPREADS_OVER,
    )
    catchUp.unref()
  }

  return {
    start: () => {
      timer = setInterval(() => void look(), LOOKS_EVERY)
      timer.unref()
      void look()
    },
    stop: () => {
      if (timer !== null) clearInterval(timer)
      if (catchUp !== null) clearTimeout(catchUp)
      timer = null
    },
    look: () => {
      if (timer !== null) void look()
    },
    report: (condition) => {
      const wasPaused = isAsleep || isOffline
      if (condition === 'asleep' || condition === 'awake') isAsleep = condition === 'asleep'
      else isOffline = condition === 'offline'
      if (condition === 'awake') onAwake()
      if (wasPaused && !isAsleep && !isOffline) catchUpSoon()
    },
    isOffline: () => isOffline,
  }
}
