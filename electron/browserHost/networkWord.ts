import { MINUTE } from '../../shared/time.ts'
import type { Gate } from '../gate/gate.ts'

/**
 * Takes back what pages told the engine of the network once none has been there for a minute: the one that said that it is gone can
 * not say any more that it came back. A page that is loaded again comes sooner.
 *
 * @returns what is to be told how many pages follow the news, each time that changes.
 */
export function createNetworkWord(gate: Pick<Gate, 'answer'>): (pages: number) => void {
  let timer: NodeJS.Timeout | null = null
  return (pages) => {
    if (timer !== null) clearTimeout(timer)
    timer = pages > 0 ? null : setTimeout(() => void gate.answer('reportCondition', { condition: 'online' }), MINUTE).unref()
  }
}
