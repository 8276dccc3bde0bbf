import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Gate } from '../../electron/gate/gate.ts'
import { reportConditions } from '../../electron/shell/conditions.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import { ok } from '../../shared/result.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function system() {
  const reported: unknown[] = []
  const power = new EventEmitter()
  const world = { isOnline: true }
  const listeners: Parameters<Gate['subscribe']>[0][] = []
  const gate: Gate = {
    answer: (_, input) => {
      reported.push((input as { condition: string }).condition)
      return Promise.resolve(ok({}))
    },
    subscribe: (listener) => {
      listeners.push(listener)
      return () => undefined
    },
  }
  reportConditions(gate, { power, isOnline: () => world.isOnline })
  return { reported, power, world, tell: (event: EngineEvent) => listeners.forEach((listener) => listener(event)) }
}

describe('reportConditions', () => {
  it('D14 tells of sleep and of waking', () => {
    const { reported, power } = system()
    power.emit('suspend')
    power.emit('resume')
    expect(reported).toEqual(['asleep', 'awake'])
  })

  it('D13 tells once of each change of the network, and looks at once on waking', () => {
    const { reported, power, world } = system()
    world.isOnline = false
    vi.advanceTimersByTime(60_000)
    world.isOnline = true
    power.emit('resume')
    vi.advanceTimersByTime(60_000)
    expect(reported).toEqual(['offline', 'awake', 'online'])
  })

  it('tells an engine that was started again that there is no network', () => {
    const { reported, world, tell } = system()
    tell({ name: 'engineChanged', body: { state: 'restarted' } })
    world.isOnline = false
    vi.advanceTimersByTime(15_000)
    tell({ name: 'engineChanged', body: { state: 'restarted' } })
    expect(reported).toEqual(['offline', 'offline'])
  })
})
