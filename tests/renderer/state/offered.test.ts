import { describe, expect, it } from 'vitest'
import { offer, watchOffered } from '../../../renderer/state/actionDesk.ts'

describe('watchOffered', () => {
  it('tells what can be done, once for changes that come together', async () => {
    const told: (readonly string[])[] = []
    const leave = watchOffered((offered) => told.push(offered))
    const takeBack = [offer('print', () => undefined), offer('search', () => undefined)]
    await Promise.resolve()
    for (const take of takeBack) take()
    await Promise.resolve()
    leave()
    offer('undo', () => undefined)()
    await Promise.resolve()
    expect(told).toEqual([[], ['print', 'search'], []])
  })
})
