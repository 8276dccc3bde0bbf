import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createTurns, steppedAside, type Work } from '../../../electron/engine/fetch/turns.ts'
import type { DurationMs } from '../../../shared/time.ts'

const limits = { connections: 6, slowConnections: 3, slowAfter: 400 as DurationMs }
const never = new AbortController().signal

/** Counts how many are at it at once, in all and in each lane. */
function counting(): { work: (lane: string) => Work<string>; most: () => number; mostInLane: () => number; order: string[] } {
  const active: string[] = []
  const order: string[] = []
  let [most, mostInLane] = [0, 0]
  const work = (lane: string) => async (): Promise<string> => {
    active.push(lane)
    order.push(lane)
    most = Math.max(most, active.length)
    mostInLane = Math.max(mostInLane, active.filter((other) => other === lane).length)
    await pause(2)
    active.splice(active.indexOf(lane), 1)
    return lane
  }
  return { work, most: () => most, mostInLane: () => mostInLane, order }
}

/** Steps aside when asked; otherwise comes to its end after so long. */
const slow =
  (calls: string[], name: string, after: number): Work<string> =>
  async (aside) => {
    calls.push(name)
    try {
      return await pause(after, name, { signal: aside })
    } catch {
      return steppedAside
    }
  }

describe('createTurns', () => {
  it('gives one turn a lane and six in all', async () => {
    const turns = createTurns(limits)
    const { work, most, mostInLane } = counting()
    const lanes = Array.from({ length: 60 }, (_value, place) => `host${place % 12}`)
    expect(await Promise.all(lanes.map((lane) => turns.take(lane, work(lane), never)))).toEqual(lanes)
    expect([most(), mostInLane()]).toEqual([6, 1])
  })

  it('does not let a long queue at one host hold up the others', async () => {
    const turns = createTurns({ ...limits, connections: 2 })
    const { work, order } = counting()
    await Promise.all(['a', 'a', 'a', 'a', 'b', 'c'].map((lane) => turns.take(lane, work(lane), never)))
    expect(order.slice(0, 4).sort()).toEqual(['a', 'a', 'b', 'c'])
  })

  it('gives the place of one that failed to the next', async () => {
    const turns = createTurns({ ...limits, connections: 1 })
    const broken = turns.take('a', () => Promise.reject(new Error('broken')), never)
    const next = turns.take('a', async () => 'next', never)
    await expect(broken).rejects.toThrow('broken')
    expect(await next).toBe('next')
  })

  it('forgets one that stopped waiting', async () => {
    const turns = createTurns({ ...limits, connections: 1 })
    const stop = new AbortController()
    const first = turns.take('a', () => pause(20, 'first'), never)
    const second = turns.take('a', async () => 'second', stop.signal)
    const third = turns.take('b', async () => 'third', AbortSignal.abort())
    stop.abort()
    expect(await Promise.all([first, second, third])).toEqual(['first', null, null])
    expect(await turns.take('a', async () => 'again', never)).toBe('again')
  })

  it('asks slow turns aside for those who wait, lets three go on, and brings each to its end (F05)', async () => {
    const turns = createTurns(limits)
    const calls: string[] = []
    const names = ['s1', 's2', 's3', 's4', 's5', 's6']
    const slowOnes = names.map((name) => turns.take(name, slow(calls, name, 2_000), never))
    const began = performance.now()
    await Promise.all(Array.from({ length: 20 }, (_value, place) => turns.take(`h${place}`, () => pause(5, 'x'), never)))
    expect(performance.now() - began).toBeLessThan(1_900)
    expect(await Promise.all(slowOnes)).toEqual(names)
    expect(calls).toHaveLength(9)
  })

  it('leaves slow turns alone while nobody waits (F05)', async () => {
    const turns = createTurns(limits)
    const calls: string[] = []
    await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => turns.take(name, slow(calls, name, 500), never)))
    expect(calls).toHaveLength(6)
  })

  it('lets a slow turn step aside for others at the same host (F05)', async () => {
    const turns = createTurns(limits)
    const calls: string[] = []
    const first = turns.take('a', slow(calls, 'slow', 600), never)
    const second = turns.take('a', async () => void calls.push('quick'), never)
    await Promise.all([first, second])
    expect(calls).toEqual(['slow', 'quick', 'slow'])
  })
})
