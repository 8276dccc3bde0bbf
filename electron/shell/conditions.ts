import { net, powerMonitor } from 'electron'
import type { RequestInput } from '../../shared/contract/requests.ts'
import type { Gate } from '../gate/gate.ts'

type Condition = RequestInput<'reportCondition'>['condition']

// Electron tells of no change of the network, so it is asked.
const ASK_AGAIN = 15_000

/** Tells the engine when the computer sleeps and wakes, and when the network goes and comes back. */
export function reportConditions(gate: Gate): void {
  const report = (condition: Condition): void => void gate.answer('reportCondition', { condition })
  let wasOnline = true
  const look = (): void => {
    const isOnline = net.isOnline()
    if (isOnline !== wasOnline) report(isOnline ? 'online' : 'offline')
    wasOnline = isOnline
  }
  powerMonitor.on('suspend', () => report('asleep'))
  powerMonitor.on('resume', () => {
    report('awake')
    look()
  })
  look()
  setInterval(look, ASK_AGAIN).unref()
}
