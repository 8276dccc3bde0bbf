import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSchedule, dueSources, type Condition, type Schedule } from '../../../electron/engine/refresh/schedule.ts'
import { neverAsked, type ScheduleState } from '../../../electron/engine/store/cache/schedule.ts'
import { openStore, type Store } from '../../../electron/engine/store/store.ts'
import { DAY, HOUR, MINUTE, SECOND, later, type EpochMs } from '../../../shared/time.ts'

const START = Date.UTC(2026, 0, 15, 12)

beforeEach(() => void vi.useFakeTimers({ now: START }))
afterEach(() => void vi.useRealTimers())

const now = () => Date.now() as EpochMs

/** A schedule over a real store whose sources all succeed, and what it did. */
function scheduled(sources = 3, chance = 0.5) {
  const opened = openStore({ profile: ':memory:', now })
  if (!opened.ok) throw new Error('no store')
  const store = opened.value
  const kept = store.sources.addAll(Array.from({ length: sources }, (_, number) => newSource(number)))
  const rounds: { at: number; urls: string[] }[] = []
  const asking = new Set<string>()
  const faults: unknown[] = []
  const world = { takes: 0, awoken: 0, fails: false, notes: true, isPaused: false }
  const schedule = createSchedule({
    store,
    now,
    chance: () => chance,
    refreshDue: async (due) => {
      rounds.push({ at: Date.now() - START, urls: due.map((source) => source.url) })
      for (const { id } of due) asking.add(id)
      await new Promise((resolve) => void setTimeout(resolve, world.takes))
      if (world.fails) throw new Error('the round failed')
      for (const { id } of due) {
        asking.delete(id)
        if (world.notes) put(store, id, { lastCheckedAt: now(), nextCheckAt: later(now(), HOUR) })
      }
    },
    isPaused: () => world.isPaused,
    isBeingAsked: (id) => asking.has(id),
    onAwake: () => (world.awoken += 1),
    fault: (fault) => faults.push(fault),
  })
  return { schedule, store, kept, rounds, faults, world }
}

function newSource(number: number) {
  const url = `https://publisher-${number}.example/feed`
  return { kind: 'feed', title: `Feed ${number}`, url, siteUrl: null, category: 'industry' } as const
}

function put(store: Store, id: string, state: Partial<ScheduleState>): void {
  store.schedule.put(id, { ...neverAsked, ...state })
}

function report(schedule: Schedule, ...conditions: Condition[]): void {
  for (const condition of conditions) schedule.report(condition)
}

describe('dueSources', () => {
  const now = START as EpochMs
  it.each<[string, Partial<ScheduleState> | null, boolean]>([
    ['was never asked', null, true],
    ['is due', { nextCheckAt: later(now, 0 as typeof MINUTE) }, true],
    ['is not due', { nextCheckAt: later(now, MINUTE) }, false],
    ['was put off by a clock that had jumped', { nextCheckAt: later(now, (400 * DAY) as typeof DAY) }, true],
    ['is put off by a day', { nextCheckAt: later(now, DAY) }, false],
    ['is gone', { nextCheckAt: null, failure: { kind: 'gone' } }, false],
    ['could not be asked because this computer was offline', { nextCheckAt: later(now, HOUR), failure: { kind: 'offline' } }, true],
    ['failed and waits', { nextCheckAt: later(now, HOUR), failure: { kind: 'timed-out', after: SECOND } }, false],
  ])('has a source that %s: %j', (_name, state, isDue) => {
    const { store, kept } = scheduled(1)
    if (state !== null) put(store, kept[0]?.id ?? '', state)
    expect(dueSources(store, now).length === 1).toBe(isDue)
  })
})

describe('createSchedule', () => {
  it('rests while a person has it paused, and asks what has come due since when that is over', async () => {
    const { schedule, rounds, world } = scheduled()
    world.isPaused = true
    schedule.start()
    await vi.advanceTimersByTimeAsync(2 * HOUR)
    report(schedule, 'offline', 'online')
    await vi.advanceTimersByTimeAsync(2 * MINUTE)
    expect(rounds).toEqual([])
    world.isPaused = false
    schedule.look()
    await vi.advanceTimersByTimeAsync(0)
    expect(rounds.map(({ urls }) => urls.length)).toEqual([3])
  })

  it('asks what is due at once, and again when its time comes', async () => {
    const { schedule, rounds } = scheduled()
    schedule.start()
    await vi.advanceTimersByTimeAsync(59 * MINUTE)
    expect(rounds).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(2 * MINUTE)
    expect(rounds.map((round) => round.urls.length)).toEqual([3, 3])
    schedule.stop()
  })

  it('asks nothing before it is started and after it is stopped', async () => {
    const { schedule, rounds } = scheduled()
    schedule.look()
    report(schedule, 'offline', 'online', 'asleep', 'awake')
    await vi.advanceTimersByTimeAsync(HOUR)
    expect(rounds).toEqual([])
    schedule.start()
    await vi.advanceTimersByTimeAsync(MINUTE)
    report(schedule, 'offline', 'online')
    schedule.stop()
    report(schedule, 'offline', 'online')
    schedule.look()
    await vi.advanceTimersByTimeAsync(DAY)
    expect(rounds).toHaveLength(1)
  })

  it('D13: fifty times offline and online are followed by one catch-up, 5 to 35 seconds after the last', async () => {
    for (const [chance, seconds] of [
      [0, 5],
      [1, 35],
    ] as const) {
      vi.setSystemTime(START)
      const { schedule, rounds } = scheduled(3, chance)
      schedule.start()
      await vi.advanceTimersByTimeAsync(SECOND)
      vi.setSystemTime(START + 2 * HOUR)
      for (let time = 0; time < 50; time += 1) report(schedule, 'offline', 'online')
      await vi.advanceTimersByTimeAsync((seconds - 1) * SECOND)
      expect(rounds).toHaveLength(1)
      await vi.advanceTimersByTimeAsync(30 * MINUTE)
      expect(rounds).toHaveLength(2)
      schedule.stop()
    }
  })

  it('D13: asks for nothing while offline, and never for one source twice at once', async () => {
    const { schedule, rounds, world } = scheduled()
    world.takes = 10 * MINUTE
    schedule.start()
    report(schedule, 'offline')
    await vi.advanceTimersByTimeAsync(5 * MINUTE)
    for (let time = 0; time < 50; time += 1) {
      report(schedule, 'offline', 'online')
      await vi.advanceTimersByTimeAsync(SECOND)
    }
    await vi.advanceTimersByTimeAsync(4 * MINUTE)
    expect(rounds).toHaveLength(1)
    schedule.stop()
  })

  it('D13: asks on return what could not be asked because this computer was offline', async () => {
    const { schedule, rounds, store, kept } = scheduled()
    schedule.start()
    await vi.advanceTimersByTimeAsync(SECOND)
    report(schedule, 'offline')
    for (const { id } of kept) put(store, id, { failure: { kind: 'offline' }, nextCheckAt: later(Date.now() as EpochMs, DAY) })
    await vi.advanceTimersByTimeAsync(MINUTE)
    report(schedule, 'online')
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect(rounds.map((round) => round.urls.length)).toEqual([3, 3])
    schedule.stop()
  })

  it('D14: lets dead connections go on waking, and asks each source once, 5 seconds after or later', async () => {
    const { schedule, rounds, world } = scheduled(3, 0)
    schedule.start()
    await vi.advanceTimersByTimeAsync(SECOND)
    report(schedule, 'asleep')
    await vi.advanceTimersByTimeAsync(8 * HOUR)
    expect(rounds).toHaveLength(1)
    report(schedule, 'awake')
    expect(world.awoken).toBeGreaterThan(0)
    await vi.advanceTimersByTimeAsync(4.9 * SECOND)
    expect(rounds).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect(rounds.map((round) => round.urls.length)).toEqual([3, 3])
    schedule.stop()
  })

  it('D14: takes a gap of hours for sleep where the host told nothing', async () => {
    const { schedule, rounds, world } = scheduled(3, 0)
    schedule.start()
    await vi.advanceTimersByTimeAsync(SECOND)
    vi.setSystemTime(START + 8 * HOUR)
    await vi.advanceTimersByTimeAsync(20 * SECOND)
    expect([world.awoken, rounds.length]).toEqual([1, 1])
    await vi.advanceTimersByTimeAsync(20 * SECOND)
    expect([world.awoken, rounds.length]).toEqual([1, 2])
    schedule.stop()
  })

  it('waits for both: awake while offline is not yet time to ask', async () => {
    const { schedule, rounds } = scheduled()
    schedule.start()
    await vi.advanceTimersByTimeAsync(SECOND)
    report(schedule, 'offline', 'asleep')
    await vi.advanceTimersByTimeAsync(2 * HOUR)
    report(schedule, 'awake')
    await vi.advanceTimersByTimeAsync(5 * MINUTE)
    expect([rounds.length, schedule.isOffline()]).toEqual([1, true])
    report(schedule, 'online')
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect([rounds.length, schedule.isOffline()]).toEqual([2, false])
    schedule.stop()
  })

  it('one slow source does not hold up those whose time comes meanwhile', async () => {
    const { schedule, rounds, store, world } = scheduled(1)
    world.takes = 30 * MINUTE
    schedule.start()
    await vi.advanceTimersByTimeAsync(SECOND)
    store.sources.add(newSource(9))
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect(rounds.map((round) => round.urls)).toEqual([['https://publisher-0.example/feed'], ['https://publisher-9.example/feed']])
    schedule.stop()
  })

  it('asks nobody more often than every 15 minutes though nothing can be noted', async () => {
    const { schedule, rounds, world } = scheduled()
    world.notes = false
    schedule.start()
    await vi.advanceTimersByTimeAsync(HOUR)
    expect(rounds.length).toBeLessThanOrEqual(5)
    schedule.stop()
  })

  it('goes on after a round that failed, and tells the fault', async () => {
    const { schedule, rounds, faults, world } = scheduled()
    world.fails = true
    schedule.start()
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect(faults).toHaveLength(1)
    expect(rounds).toHaveLength(1)
    schedule.stop()
  })

  it('D15: a clock that jumps ten years either way leads to one round, not to many', async () => {
    const { schedule, rounds } = scheduled()
    schedule.start()
    await vi.advanceTimersByTimeAsync(MINUTE)
    for (const years of [10, -10]) {
      vi.setSystemTime(Date.now() + years * 365 * DAY)
      await vi.advanceTimersByTimeAsync(10 * MINUTE)
    }
    expect(rounds).toHaveLength(3)
    schedule.stop()
  })
})
