import { randomBytes } from 'node:crypto'
import { MINUTE, durationOf, later, type Clock, type DurationMs, type EpochMs } from '../../../shared/time.ts'

/** How long something can be taken back. */
export const UNDO_LASTS: DurationMs = durationOf(10, MINUTE)
const MOST_KEPT = 50

/** What a token takes back. `finish` runs instead once it can no longer be taken back. */
export interface Undoable {
  readonly takeBack: () => void | Promise<void>
  readonly finish?: () => void | Promise<void>
}

/** Keeps what can be taken back, for {@link UNDO_LASTS}, at most fifty of them, in memory alone. */
export interface UndoRegister {
  /** `joins`: the token of something kept before. The new one takes back both, the newer first, and the old one nothing. */
  keep(undoable: Undoable, joins?: string): string
  /** False where the token is unknown, used, or too old. */
  takeBack(token: string): Promise<boolean>
  /** Finishes what has become too old. */
  expire(): Promise<void>
  /** Finishes everything, as the engine closes. */
  finishAll(): Promise<void>
}

/** Makes an empty register. */
export function createUndoRegister(now: Clock): UndoRegister {
  const kept = new Map<string, Undoable & { readonly until: EpochMs }>()

  async function finish(isOver: (until: EpochMs, place: number) => boolean): Promise<void> {
    const all = [...kept]
    for (const [place, [token, undoable]] of all.entries()) {
      if (!isOver(undoable.until, all.length - place)) continue
      kept.delete(token)
      await undoable.finish?.()
    }
  }

  return {
    keep: (undoable, joins = '') => {
      const token = randomBytes(12).toString('hex')
      const before = kept.get(joins)
      kept.delete(joins)
      kept.set(token, { ...(before === undefined ? undoable : both(before, undoable)), until: later(now(), UNDO_LASTS) })
      return token
    },
    takeBack: async (token) => {
      const undoable = kept.get(token)
      if (undoable === undefined || undoable.until < now()) return false
      kept.delete(token)
      await undoable.takeBack()
      return true
    },
    expire: () => finish((until, fromEnd) => until < now() || fromEnd > MOST_KEPT),
    finishAll: () => finish(() => true),
  }
}

function both(first: Undoable, next: Undoable): Undoable {
  return {
    takeBack: async () => {
      await next.takeBack()
      await first.takeBack()
    },
    finish: async () => {
      await first.finish?.()
      await next.finish?.()
    },
  }
}
