import type { RequestInput } from '../../shared/contract/requests.ts'
import type { Gate } from '../gate/gate.ts'

type Condition = RequestInput<'reportCondition'>['condition']

/** As much of the system as is listened to: Electron's `powerMonitor` and `net`. */
export interface System {
  readonly power: { on(event: 'suspend' | 'resume', listener: () => void): unknown }
  readonly isOnline: () => boolean
}

// Electron tells of no change of the network, so it is asked.
const ASK_AGAIN = 15_000

/** Tells the engine when the computer sleeps and wakes, and when the network goes and comes back. A locked screen is neither. */
export function reportConditions(gate: Gate, { power, isOnline }: System): void {
  const report = (condition: Condition): void => void gate.answer('reportCondition', { condition })
  let wasOnline = true
  const look = (): void => {
    const isNow = isOnline()
    if (isNow !== wasOnline) report(isNow ? 'online' : 'offline')
    wasOnline = isNow
  }
  power.on('suspend', () => report('asleep'))
  power.on('resume', () => {
    report('awake')
    look()
  })
  gate.subscribe((event) => {
    // An engine that was started again believes in a network.
    if (event.name === 'engineChanged' && !wasOnline) report('offline')
  })
  look()
  setInterval(look, ASK_AGAIN).unref()
}
