import { describe, expect, it } from 'vitest'
import { createTurns } from '../../../renderer/state/turns.ts'

describe('createTurns', () => {
  it('does one work at a time, and of those that wait none that is no longer wanted', async () => {
    const inTurn = createTurns()
    const done: string[] = []
    const finish = Promise.withResolvers<void>()
    const given = ['n', 'ne', 'net'].map((letters) => {
      const controller = new AbortController()
      const turn = inTurn(controller.signal, async () => {
        done.push(letters)
        await finish.promise
        return letters
      })
      return { controller, turn: turn.catch((fault: Error) => fault.name) }
    })
    given[1]?.controller.abort()
    await Promise.resolve()
    expect(done).toEqual(['n'])
    finish.resolve()
    expect(await Promise.all(given.map(({ turn }) => turn))).toEqual(['n', 'AbortError', 'net'])
    expect(done).toEqual(['n', 'net'])
  })

  it('goes on after a work that failed', async () => {
    const inTurn = createTurns()
    const { signal } = new AbortController()
    const failed = inTurn(signal, () => Promise.reject(new Error('no')))
    await expect(failed).rejects.toThrow('no')
    expect(await inTurn(signal, () => Promise.resolve('yes'))).toBe('yes')
  })
})
