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
  return new SeatedTurns(limits)
}

class SeatedTurns implements Turns {
  readonly #limits: TurnLimits
  readonly #waiting = createWaitingRoom()
  readonly #seats = new Set<Seat>()
  /** How long a turn usually takes, in milliseconds. */
  #usual: number

  constructor(limits: TurnLimits) {
    this.#limits = limits
    this.#usual = limits.slowAfter / SLOW_FACTOR / 3
  }

  async take<Value>(lane: string, work: Work<Value>, stop: AbortSignal): Promise<Value | null> {
    for (let isAside = false; ; isAside = true) {
      const turn = await this.#waiting.enter(lane, isAside, stop, () => this.#fillSeats())
      if (turn === null) return null
      try {
        const value = await work(turn.aside)
        if (value !== steppedAside) return value
      } finally {
        turn.leave()
      }
    }
  }

  #fillSeats(): void {
    while (this.#seats.size < this.#limits.connections) {
      const next = this.#waiting.next(this.#slowSeats() < this.#limits.slowConnections)
      if (next === null) return
      this.#sit(next.lane, next.waiter)
    }
    this.#relieve()
  }

  #sit(lane: Lane, { isAside, call }: Waiter): void {
    const timer = setTimeout(() => {
      seat.isSlow = true
      this.#relieve()
    }, this.#slowAfter())
    const seat: Seat = { lane, isAside, since: performance.now(), timer, aside: new AbortController(), isSlow: isAside }
    this.#seats.add(seat)
    call(() => this.#leave(seat), seat.aside.signal)
  }

  #slowAfter(): number {
    return Math.min(Math.max(this.#usual * SLOW_FACTOR, NEVER_SLOW), this.#limits.slowAfter)
  }

  #leave(seat: Seat): void {
    clearTimeout(seat.timer)
    this.#seats.delete(seat)
    if (!seat.isSlow) this.#usual += (performance.now() - seat.since - this.#usual) / 8
    this.#waiting.freed(seat.lane)
    this.#fillSeats()
  }

  /** Asks slow turns to step aside where somebody waits for their place; those that came first keep theirs. */
  #relieve(): void {
    const { connections, slowConnections } = this.#limits
    for (const seat of [...this.#seats].reverse()) {
      if (!seat.isSlow || seat.isAside || seat.aside.signal.aborted) continue
      const isCrowded = this.#seats.size >= connections && this.#waiting.hasFresh() && this.#slowSeats() > slowConnections
      if (isCrowded || seat.lane.fresh.length > 0) seat.aside.abort()
    }
  }

  /** Those that are on their way out no longer count. */
  #slowSeats(): number {
    return [...this.#seats].filter(({ isSlow, aside }) => isSlow && !aside.signal.aborted).length
  }
}
