import type { Settings } from '../../shared/settings.ts'
import type { Gate } from '../gate/gate.ts'

/** Tells what a person has chosen, now and whenever it changes; says nothing while the engine does not answer. */
export function followSettings(gate: Gate, tell: (settings: Settings) => void): void {
  const read = async (): Promise<void> => {
    const answer = await gate.answer('getSettings', {})
    if (answer.ok && 'settings' in answer.value) tell(answer.value.settings)
  }
  gate.subscribe((event) => {
    if (event.name === 'settingsChanged') void read()
  })
  void read()
}
