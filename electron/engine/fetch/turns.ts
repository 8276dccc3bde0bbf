import type { DurationMs } from '../../../shared/time.ts'
import { createWaitingRoom, type Lane, type Waiter } from './waitingRoom.ts'

/** What work answers when it was asked to step aside and did. */
export const steppedAside = Symbol('stepped aside')

/** One turn at a host. It answers {@link steppedAside} once `aside` aborts, and is called again when there is room for the slow. */
export type Work<Value> = (aside: AbortSignal) => Promise<Value | typeof steppedAside>

/** Who may go when: one at a time in each lane, so many in all. */
export interface Turns {
  /** Null where `stop` aborted before the turn came. */
  take<Value>(lane: string, work: Work<Value>, stop: AbortSignal): Promise<Value | null>
}

/** How many may go at once, and when a turn is a slow one. */
export interface TurnLimits {
  readonly connections: number
  readonly slowConnections: number
  readonly slowAfter: DurationMs
}

interface Seat {
  readonly lane: Lane
  readonly isAside: boolean
  readonly since: number
  readonly timer: NodeJS.Timeout
  readonly aside: AbortController
  isSlow: boolean
}

/** A turn is slow when it takes so many times as long as the usual one. */
const SLOW_FACTOR = 10
/** A shorter turn is never slow. */
const NEVER_SLOW = 400

/**
 * Hands out turns in the order in which they were asked for.
 *
 * A turn that takes much longer than the usual one is slow. It is left alone while nobody waits for its place; else only so many
 * slow turns keep theirs, and the others step aside: they end, and begin again later, in the few places for the slow. A turn steps
 * aside once at most, so that each comes to its end.
 */
export function createTurns(limits: TurnLimits): Turns {
  const waiting = createWaitingRoom()
  const seats = new Set<Seat>()
  let usual = limits.slowAfter / SLOW_FACTOR / 3

  function slowAfter(): number {
    return Math.min(Math.max(usual * SLOW_FACTOR, NEVER_SLOW), limits.slowAfter)
  }

  /** Those that are on their way out no longer count. */
  function slowSeats(): number {
    return [...seats].filter(({ isSlow, aside }) => isSlow && !aside.signal.aborted).length
  }

  function fillSeats(): void {
    while (seats.size < limits.connections) {
      const next = waiting.next(slowSeats() < limits.slowConnections)
      if (next === null) return
      sit(next.lane, next.waiter)
    }
    relieve()
  }

  function sit(lane: Lane, waiter: Waiter): void {
    const timer = setTimeout(() => {
      seat.isSlow = true
      relieve()
    }, slowAfter())
    const seat: Seat = {
      lane,
      isAside: waiter.isAside,
      since: performance.now(),
      timer,
      aside: new AbortController(),
      isSlow: waiter.isAside,
    }
    seats.add(seat)
    waiter.call(() => leave(seat), seat.aside.signal)
  }

  function leave(seat: Seat): void {
    clearTimeout(seat.timer)
    seats.delete(seat)
    if (!seat.isSlow) usual += (performance.now() - seat.since - usual) / 8
    waiting.freed(seat.lane)
    fillSeats()
  }

  /** Asks slow turns to step aside where somebody waits for their place; those that came first keep theirs. */
  function relieve(): void {
    for (const seat of [...seats].reverse()) {
      if (!seat.isSlow || seat.isAside || seat.aside.signal.aborted) continue
      const isCrowded = seats.size >= limits.connections && waiting.hasFresh() && slowSeats() > limits.slowConnections
      if (isCrowded || seat.lane.fresh.length > 0) seat.aside.abort()
    }
  }

  async function take<Value>(lane: string, work: Work<Value>, stop: AbortSignal): Promise<Value | null> {
    for (let isAside = false; ; isAside = true) {
      const turn = await waiting.enter(lane, isAside, stop, fillSeats)
      if (turn === null) return null
      try {
        const value = await work(turn.aside)
        if (value !== steppedAside) return value
      } finally {
        turn.leave()
      }
    }
  }

  return { take }
}
