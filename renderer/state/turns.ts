/** Has one work at a time done, in the order in which they came. One that nobody waits for any more when its turn comes is left out. */
export type Turns = <Value>(signal: AbortSignal, work: () => Promise<Value>) => Promise<Value>

/** Makes a line in which works wait for their turn. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return (signal, work) => {
    const turn = last.then(() => {
      signal.throwIfAborted()
      return work()
    })
    last = turn.catch(() => undefined)
    return turn
  }
}
