import { HOUR, MINUTE, type DurationMs } from '../../shared/time.ts'
import type { Store } from './store/store.ts'

/** The start has better things to do. */
const FIRST_LOOK: DurationMs = MINUTE
/** A computer that sleeps at night still gets its copy soon after the day began. */
const LOOKS_EVERY: DurationMs = HOUR

/** What a daily backup is made of. `alsoDaily`: what else is looked after then. */
export interface DailyBackupParts {
  readonly store: Store
  readonly alsoDaily: () => void
  readonly fault: (fault: unknown) => void
}

/** Copies the library once a day, beside other work. */
export interface DailyBackup {
  start(): void
  /** Looks a last time, so that a day of short sessions has its copy too, and waits for a copy under way. */
  finish(): Promise<void>
}

/** Makes a backup that is not started. A library in which nothing is followed or saved is not copied: it would stand for the whole day. */
export function createDailyBackup({ store, alsoDaily, fault }: DailyBackupParts): DailyBackup {
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> | null = null

  async function copy(): Promise<void> {
    try {
      alsoDaily()
      if (store.sources.list().length > 0 || store.saved.ids().length > 0) await store.keepDailyBackup()
    } catch (error) {
      fault(error)
    }
    running = null
  }

  function look(next: DurationMs): void {
    timer = setTimeout(() => {
      running ??= copy()
      look(LOOKS_EVERY)
    }, next)
    timer.unref()
  }

  return {
    start: () => look(FIRST_LOOK),
    finish: async () => {
      if (timer !== null) clearTimeout(timer)
      await running
      await copy()
    },
  }
}
