import { describe, expect, it, vi } from 'vitest'
import { engineOverPort, startOverPort } from '../../electron/gate/engineOverPort.ts'
import { keepEngine } from '../../electron/gate/keptEngine.ts'
import { serveEngine, serveEngineWhenStarted } from '../../electron/gate/serveEngine.ts'
import { failed, ok } from '../../shared/result.ts'
import type { EpochMs } from '../../shared/time.ts'
import { fakeEngine } from './fakeEngine.ts'
import { line } from './portLine.ts'

describe('engineOverPort and serveEngine', () => {
  it('carry calls, answers out of order, and events', async () => {
    const { host, engine: far } = line()
    const engine = fakeEngine()
    const release = Promise.withResolvers<void>()
    engine.answerWith(async (request) => {
      if (request === 'listSources') await release.promise
      return ok(request === 'listSources' ? { sources: [] } : { opml: 'x' })
    })
    serveEngine(engine, far)
    const near = engineOverPort(host)
    const events: unknown[] = []
    near.subscribe((event) => events.push(event))
    const slow = near.call('listSources', {})
    expect(await near.call('exportOpml', {})).toEqual(ok({ opml: 'x' }))
    release.resolve()
    expect(await slow).toEqual(ok({ sources: [] }))
    engine.tell({ name: 'settingsChanged', body: {} })
    await Promise.resolve()
    expect(events).toEqual([{ name: 'settingsChanged', body: {} }])
  })

  it('reject when the engine throws, with its words', async () => {
    const { host, engine: far } = line()
    const engine = fakeEngine()
    engine.answerWith(() => {
      throw new Error('broken on purpose')
    })
    serveEngine(engine, far)
    await expect(engineOverPort(host).call('listSources', {})).rejects.toThrow('broken on purpose')
  })

  it('close the engine, and only then say so', async () => {
    const { host, engine: far } = line()
    const engine = fakeEngine()
    const onEnd = vi.fn<() => void>()
    serveEngine(engine, far, onEnd)
    const near = engineOverPort(host)
    await near.close()
    expect(engine.isClosed()).toBe(true)
    expect(onEnd).toHaveBeenCalled()
    expect(await near.call('listSources', {})).toMatchObject({ failure: { kind: 'engine-stopped' } })
  })

  it('close the engine when the host goes', async () => {
    const { engine: far, leave } = line()
    const engine = fakeEngine()
    serveEngine(engine, far)
    leave()
    await Promise.resolve()
    expect(engine.isClosed()).toBe(true)
  })

  it('answer waiting calls with “engine-stopped” when the process dies', async () => {
    const { host, die } = line()
    const near = engineOverPort(host)
    const waiting = near.call('listSources', {})
    die()
    expect(await waiting).toMatchObject({ ok: false, failure: { kind: 'engine-stopped' } })
  })
})

describe('startOverPort', () => {
  const log = vi.fn<(during: string, fault: unknown) => void>()

  it('says “broken” when making the engine fails by a fault of ours', async () => {
    const { host, engine: far } = line()
    const onEnd = vi.fn<() => void>()
    serveEngineWhenStarted(far, { create: () => Promise.reject(new Error('on purpose')), log, onEnd })
    expect(await startOverPort(host, { profile: '/p', version: '1' })).toMatchObject({ ok: false, failure: { kind: 'broken' } })
    expect(log).toHaveBeenCalledOnce()
    expect(onEnd).toHaveBeenCalledOnce()
  })

  it('gives the engine that the options make', async () => {
    const { host, engine: far } = line()
    const create = vi.fn<(options: unknown) => Promise<ReturnType<typeof ok<ReturnType<typeof fakeEngine>>>>>(() =>
      Promise.resolve(ok(fakeEngine())),
    )
    serveEngineWhenStarted(far, { create, log, onEnd: () => undefined })
    const started = await startOverPort(host, { profile: '/p', version: '1' })
    expect(started.ok && (await started.value.call('listSources', {}))).toEqual(ok({ sources: [] }))
    expect(create).toHaveBeenCalledWith({ profile: '/p', version: '1' })
  })

  it('says “broken” when the process dies before it is ready', async () => {
    const { host, die } = line()
    const started = startOverPort(host, { profile: '/p', version: '1' })
    die()
    expect(await started).toMatchObject({ ok: false, failure: { kind: 'broken' } })
  })

  it('tells why the profile cannot be used, in words', async () => {
    const { host, engine: far } = line()
    serveEngineWhenStarted(far, {
      create: () => Promise.resolve(failed({ kind: 'profile-in-use', sentence: 'Newsdesk is already running with this profile.' })),
      log,
      onEnd: () => undefined,
    })
    expect(await startOverPort(host, { profile: '/p', version: '1' })).toMatchObject({
      ok: false,
      failure: { kind: 'profile-in-use', sentence: expect.stringContaining('already running') as string },
    })
  })
})

function keeping() {
  const lines: ReturnType<typeof line>[] = []
  const time = { now: 0 as EpochMs }
  const log = vi.fn<(during: string, fault: unknown) => void>()
  const kept = keepEngine({
    start: { profile: '/p', version: '1' },
    now: () => time.now,
    log,
    launch: () => {
      const made = line()
      lines.push(made)
      serveEngineWhenStarted(made.engine, { create: () => Promise.resolve(ok(fakeEngine())), log, onEnd: () => undefined })
      return { port: made.host, kill: () => made.die() }
    },
  })
  return { lines, time, log, kept }
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('keepEngine', () => {
  it('starts a dead engine again, says so, and has everything asked again', async () => {
    const { lines, log, kept } = keeping()
    const engine = await kept
    if (!engine.ok) throw new Error('not started')
    const events: unknown[] = []
    engine.value.subscribe((event) => events.push(event.name, event.body))
    lines[0]?.die()
    expect(await engine.value.call('listSources', {})).toMatchObject({ failure: { kind: 'engine-stopped' } })
    await settled()
    expect(await engine.value.call('listSources', {})).toEqual(ok({ sources: [] }))
    expect(events.slice(0, 2)).toEqual(['engineChanged', { state: 'restarted' }])
    expect(events).toContain('sourcesChanged')
    expect(log).toHaveBeenCalledOnce()
  })

  it.each([
    [59_000, { failure: { kind: 'engine-stopped', sentence: expect.stringContaining('twice') as string } }, 2],
    [61_000, { ok: true }, 3],
  ])('after a second death %d ms later answers %j', async (gap, answer, launches) => {
    const { lines, time, kept } = keeping()
    const engine = await kept
    if (!engine.ok) throw new Error('not started')
    lines[0]?.die()
    await settled()
    time.now = gap as EpochMs
    lines[1]?.die()
    await settled()
    expect(await engine.value.call('listSources', {})).toMatchObject(answer)
    expect(lines).toHaveLength(launches)
  })

  it('R10 leaves what died twice stopped, says so, and starts it when a person asks', async () => {
    const { lines, kept } = keeping()
    const engine = await kept
    if (!engine.ok) throw new Error('not started')
    const states: unknown[] = []
    engine.value.subscribe((event) => event.name === 'engineChanged' && states.push(event.body.state))
    for (const number of [0, 1]) {
      lines[number]?.die()
      await settled()
    }
    expect(states).toEqual(['restarted', 'stopped'])
    expect(await engine.value.call('startEngine', {})).toEqual(ok({}))
    expect(await engine.value.call('listSources', {})).toEqual(ok({ sources: [] }))
    // It may die once more before it is left again.
    lines[2]?.die()
    await settled()
    expect(states).toEqual(['restarted', 'stopped', 'restarted', 'restarted'])
  })

  it('writes down what its process could not', async () => {
    const { lines, log, kept } = keeping()
    await kept
    const fault = { name: 'TypeError', code: 'ERR_X', message: 'words', stack: 'TypeError: words\n    at engine.js:1:2' }
    lines[0]?.engine.post({ kind: 'log', during: 'indexing', fault })
    await settled()
    expect(log).toHaveBeenCalledExactlyOnceWith('indexing', expect.objectContaining(fault))
  })

  it('does not start again what was closed', async () => {
    const { lines, kept } = keeping()
    const engine = await kept
    if (!engine.ok) throw new Error('not started')
    await engine.value.close()
    lines[0]?.die()
    await settled()
    expect(lines).toHaveLength(1)
  })
})
