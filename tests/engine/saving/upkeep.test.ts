import { describe, expect, it } from 'vitest'
import { createUpkeep, type UpkeepParts } from '../../../electron/engine/saving/upkeep.ts'
import { openStore } from '../../../electron/engine/store/store.ts'
import { NOON } from '../store/news.ts'

describe('createUpkeep', () => {
  it('asks nothing of a store that was closed between the asking for a look and the look', async () => {
    const opened = openStore({ profile: ':memory:', now: () => NOON })
    if (!opened.ok) throw new Error(opened.failure.kind)
    const store = opened.value
    const stopper = new AbortController()
    const faults: unknown[] = []
    const upkeep = createUpkeep({
      store,
      now: () => NOON,
      stop: stopper.signal,
      isOffline: () => false,
      changed: () => undefined,
      fault: (fault) => faults.push(fault),
    } as Partial<UpkeepParts> as UpkeepParts)
    upkeep.soon()
    stopper.abort()
    store.close()
    await upkeep.settled()
    expect(faults).toEqual([])
  })
})
