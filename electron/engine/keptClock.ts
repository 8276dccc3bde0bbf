import type { Clock, EpochMs } from '../../shared/time.ts'
import { createClockTrust, type ClockTrust } from './retention/clockTrust.ts'
import type { Store } from './store/store.ts'

/** The clock, and what was last believed of it, kept with the settings. */
export function keepClock(store: Store, now: Clock, elapsed: () => number): ClockTrust {
  const read = (): EpochMs | null => {
    const kept = store.settings.read()['clockBelievedAt']
    return typeof kept === 'number' ? (kept as EpochMs) : null
  }
  return createClockTrust({ now, elapsed, lastBelieved: { read, write: (at) => store.settings.write('clockBelievedAt', at) } })
}
