import { afterEach, describe, expect, it } from 'vitest'
import { createConnections, type Connections } from '../../../electron/engine/fetch/connections.ts'
import { createTrust } from '../../../electron/engine/fetch/trust.ts'
import type { DurationMs } from '../../../shared/time.ts'

const made: Connections[] = []
afterEach(() => {
  for (const connections of made.splice(0)) connections.closeAll()
})

function sixConnections(): Connections {
  const needs = { mayUsePrivate: true, lookup: () => undefined, trust: createTrust(() => []), timeout: 100 as DurationMs }
  const connections = createConnections(needs, 6)
  made.push(connections)
  return connections
}

describe('createConnections', () => {
  it('keeps six, and lets the longest idle one go for a seventh', () => {
    const connections = sixConnections()
    const open = ['a', 'b', 'c', 'd', 'e', 'f'].map((lane) => connections.open(lane, `http://${lane}.example`, null))
    const [a, b, c] = open
    if (a === undefined || b === undefined || c === undefined) throw new Error('none')
    b.isBusy = true
    expect(connections.open('a', 'http://a.example', null)).toBe(a)
    connections.open('g', 'http://g.example', null)
    expect(open.map(({ isClosed }) => isClosed)).toEqual([false, false, true, false, false, false])
    expect(connections.open('c', 'http://c.example', null)).not.toBe(c)
  })

  it('makes a lane’s connection anew where it leads elsewhere or was closed', () => {
    const connections = sixConnections()
    const first = connections.open('a', 'http://a.example', null)
    const second = connections.open('a', 'https://a.example', null)
    expect([second === first, first.isClosed]).toEqual([false, true])
    second.close()
    const third = connections.open('a', 'https://a.example', null)
    expect([third === second, third.isClosed]).toEqual([false, false])
    expect(connections.open('a', 'https://a.example', 'http://proxy.example:3128')).not.toBe(third)
  })
})
