import type { Gate } from '../gate/gate.ts'
import type { ShellLog } from './log.ts'

const LONGEST_WORD = 200

/** A gate whose refusals stand in the detailed log, with what was asked; the plain one holds that polling and the engine went on. */
export function watchedGate(gate: Gate, log: Pick<ShellLog, 'note' | 'detail'>): Gate {
  gate.subscribe((event) => {
    if (event.name === 'engineChanged') log.note(`The engine was ${event.body.state}.`)
    if (event.name === 'refreshProgress' && !event.body.isRunning) log.note('A refresh ended.')
  })
  return {
    subscribe: (listener) => gate.subscribe(listener),
    async answer(name, input) {
      const answer = await gate.answer(name, input)
      if (!answer.ok) log.detail(`${String(name)} ${shortened(input)} came to ${answer.failure.kind}: ${answer.failure.sentence}`)
      return answer
    },
  }
}

/** An input may hold a whole file. */
function shortened(input: unknown): string {
  return JSON.stringify(input, (_, value: unknown) => (typeof value === 'string' ? value.slice(0, LONGEST_WORD) : value))
}
