import { describe, expect, it } from 'vitest'
import { engineSoon } from '../../electron/gate/engineSoon.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import type { Engine, SpokenFailure } from '../../shared/engine.ts'
import { failed, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { fakeEngine } from './fakeEngine.ts'

const failure: SpokenFailure = { kind: 'engine-stopped', sentence: 'It does not start.' }
const changed: EngineEvent = { name: 'statusChanged', body: {} }

describe('engineSoon', () => {
  it('lets what is asked wait until the engine runs, in order', async () => {
    const { promise, resolve } = Promise.withResolvers<Result<Engine, SpokenFailure>>()
    const engine = engineSoon(promise)
    const answers = Promise.all([engine.call('listSources', {}), engine.call('exportOpml', {})])
    const fake = fakeEngine()
    resolve(ok(fake))
    expect((await answers).map((answer) => answer.ok)).toEqual([true, true])
    expect(fake.asked.map(({ request }) => request)).toEqual(['listSources', 'exportOpml'])
  })

  it('hears every event for those who listened before it ran, and no more when they left', async () => {
    const fake = fakeEngine()
    const engine = engineSoon(Promise.resolve(ok(fake)))
    const heard: string[] = []
    const leave = engine.subscribe(({ name }) => heard.push(name))
    await engine.call('listSources', {})
    fake.tell(changed)
    leave()
    fake.tell(changed)
    expect(heard).toEqual(['statusChanged'])
  })

  it('answers everything with the failure that kept it from starting', async () => {
    const engine = engineSoon(Promise.resolve(failed(failure)))
    expect(await engine.call('listSources', {})).toEqual(failed(failure))
    await expect(engine.close()).resolves.toBeUndefined()
  })

  it('closes an engine that was still starting', async () => {
    const { promise, resolve } = Promise.withResolvers<Result<Engine, SpokenFailure>>()
    const closing = engineSoon(promise).close()
    const fake = fakeEngine()
    resolve(ok(fake))
    await closing
    expect(fake.isClosed()).toBe(true)
  })
})
