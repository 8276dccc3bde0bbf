/** Those who wait for one host. While one of them has its turn, the others stay. */
export interface Lane {
  readonly name: string
  isBusy: boolean
  readonly fresh: Waiter[]
  /** Those that stepped aside once. */
  readonly aside: Waiter[]
}

/** Somebody who waits. */
export interface Waiter {
  readonly isAside: boolean
  /** The turn has come. `leave` ends it; `aside` asks for its end. */
  readonly call: (leave: () => void, aside: AbortSignal) => void
}

/** A turn that has come. */
export interface GivenTurn {
  readonly aside: AbortSignal
  leave(): void
}

/** Lanes, and which of them may go next. */
export interface WaitingRoom {
  /** Waits for a turn; null once `stop` aborts. `arrived` is called when the wait has begun. */
  enter(lane: string, isAside: boolean, stop: AbortSignal, arrived: () => void): Promise<GivenTurn | null>
  /** The next whose host is free, those that never stepped aside first; the others only where there is room for the slow. */
  next(isRoomForSlow: boolean): { readonly lane: Lane; readonly waiter: Waiter } | null
  /** Whether somebody who never stepped aside waits for nothing but a place. */
  hasFresh(): boolean
  /** The lane's turn is over. */
  freed(lane: Lane): void
}

/** An empty waiting room. */
export function createWaitingRoom(): WaitingRoom {
  return new LaneRoom()
}

class LaneRoom implements WaitingRoom {
  readonly #lanes = new Map<string, Lane>()
  // Sets keep the order in which lanes became ready, and find the next one at once however many wait.
  readonly #ready = new Set<Lane>()
  readonly #readyAside = new Set<Lane>()

  enter(name: string, isAside: boolean, stop: AbortSignal, arrived: () => void): Promise<GivenTurn | null> {
    if (stop.aborted) return Promise.resolve(null)
    return new Promise((resolve) => {
      const lane = this.#laneOf(name)
      const queue = isAside ? lane.aside : lane.fresh
      const giveUp = (): void => {
        queue.splice(queue.indexOf(waiter), 1)
        this.#sortIn(lane)
        resolve(null)
      }
      const call: Waiter['call'] = (leave, aside) => {
        stop.removeEventListener('abort', giveUp)
        resolve({ leave, aside })
      }
      const waiter: Waiter = { isAside, call }
      stop.addEventListener('abort', giveUp, { once: true })
      queue.push(waiter)
      this.#sortIn(lane)
      arrived()
    })
  }

  next(isRoomForSlow: boolean): { lane: Lane; waiter: Waiter } | null {
    const lane = first(this.#ready) ?? (isRoomForSlow ? first(this.#readyAside) : undefined)
    const waiter = lane?.fresh.shift() ?? lane?.aside.shift()
    if (lane === undefined || waiter === undefined) return null
    lane.isBusy = true
    this.#sortIn(lane)
    return { lane, waiter }
  }

  hasFresh(): boolean {
    return this.#ready.size > 0
  }

  freed(lane: Lane): void {
    lane.isBusy = false
    this.#sortIn(lane)
  }

  #laneOf(name: string): Lane {
    const lane = this.#lanes.get(name) ?? { name, isBusy: false, fresh: [], aside: [] }
    this.#lanes.set(name, lane)
    return lane
  }

  #sortIn(lane: Lane): void {
    set(this.#ready, lane, !lane.isBusy && lane.fresh.length > 0)
    set(this.#readyAside, lane, !lane.isBusy && lane.fresh.length === 0 && lane.aside.length > 0)
    if (!lane.isBusy && lane.fresh.length + lane.aside.length === 0) this.#lanes.delete(lane.name)
  }
}

function set<Member>(members: Set<Member>, member: Member, isIn: boolean): void {
  if (isIn) members.add(member)
  else members.delete(member)
}

function first<Member>(members: ReadonlySet<Member>): Member | undefined {
  return members.values().next().value
}
