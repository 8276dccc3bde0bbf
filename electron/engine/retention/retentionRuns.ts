import { setImmediate } from 'node:timers/promises'
import type { RetentionPolicy } from '../../../shared/retention.ts'
import { HOUR, MINUTE, durationOf, type Clock, type DurationMs } from '../../../shared/time.ts'
import type { Store } from '../store/store.ts'
import type { ClockTrust } from './clockTrust.ts'

/** The start has better things to do, and a clock that jumped is found out by the first answers of publishers. */
const FIRST_RUN: DurationMs = durationOf(10, MINUTE)
const RUNS_EVERY: DurationMs = durationOf(6, HOUR)
/** How many articles one step deletes: a few milliseconds. */
const SLICE = 100

/** What a run came to. `isSkipped`: nothing was looked at, as the clock cannot be believed. */
export interface RetentionRun {
  readonly gone: number
  readonly isSkipped: boolean
}

/** What a policy would let go now. */
export interface RetentionCount {
  readonly read: number
  readonly unread: number
  /** Of how many sources. */
  readonly sources: number
}

/** What runs of retention need. */
export interface RetentionOptions {
  readonly store: Pick<Store, 'retention' | 'articles'>
  readonly policy: () => RetentionPolicy
  readonly clock: ClockTrust
  readonly now: Clock
  /** Ended when the engine closes. */
  readonly stop: AbortSignal
  /** Hears that articles went. */
  readonly gone: () => void
  readonly fault: (fault: unknown) => void
}

/** Lets old articles go, four times a day. */
export interface RetentionRuns {
  readonly start: () => void
  readonly stop: () => void
  /** Runs now, beside other work; joins a run under way. */
  readonly run: () => Promise<RetentionRun>
  readonly count: (policy: RetentionPolicy) => Promise<RetentionCount>
}

/** Makes runs that are not started. */
export function createRetentionRuns(options: RetentionOptions): RetentionRuns {
  let timer: NodeJS.Timeout | null = null
  let running: Promise<RetentionRun> | null = null

  const run = (): Promise<RetentionRun> => (running ??= letGo(options).finally(() => (running = null)))

  function runIn(time: DurationMs): void {
    timer = setTimeout(() => {
      run().catch(options.fault)
      runIn(RUNS_EVERY)
    }, time)
    timer.unref()
  }

  return {
    start: () => runIn(FIRST_RUN),
    stop: () => {
      if (timer !== null) clearTimeout(timer)
    },
    run,
    count: (policy) => count(policy, options),
  }
}

async function letGo({ store, policy, clock, now, stop, gone }: RetentionOptions): Promise<RetentionRun> {
  if (!clock.isBelieved()) return { gone: 0, isSkipped: true }
  // One moment and one policy for the whole run: a clock that jumps meanwhile changes nothing in it.
  const [at, rule] = [now(), policy()]
  let count = 0
  for (const source of store.retention.sources(rule.keepAtLeast)) {
    const ids = store.retention.due(source, rule, at).map((article) => article.id)
    for (let start = 0; start < ids.length && !stop.aborted; start += SLICE) {
      count += store.articles.prune(ids.slice(start, start + SLICE), at)
      await setImmediate()
    }
    if (stop.aborted) break
    await setImmediate()
  }
  if (count > 0) gone()
  return { gone: count, isSkipped: false }
}

async function count(policy: RetentionPolicy, { store, now, stop }: RetentionOptions): Promise<RetentionCount> {
  const counted = { read: 0, unread: 0, sources: 0 }
  const at = now()
  for (const source of store.retention.sources(policy.keepAtLeast)) {
    if (stop.aborted) break
    const due = store.retention.due(source, policy, at)
    const read = due.filter((article) => article.isRead).length
    counted.read += read
    counted.unread += due.length - read
    counted.sources += Number(due.length > 0)
    await setImmediate()
  }
  return counted
}
