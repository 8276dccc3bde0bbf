import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { createGate } from '../../electron/gate/gate.ts'
import { gateLimits } from '../../electron/gate/limits.ts'
import { requestNames } from '../../shared/contract/requestNames.ts'
import { requests } from '../../shared/contract/requests.ts'
import { failed, ok } from '../../shared/result.ts'
import { fakeEngine } from './fakeEngine.ts'
import { hostileInputs } from './hostileInputs.ts'

const unlimited = { ...gateLimits, callsPerWindow: Infinity }

function gateBeforeFake(limits = unlimited) {
  const engine = fakeEngine()
  const log = vi.fn<(during: string, fault: unknown) => void>()
  return { engine, log, gate: createGate({ engine, limits, log }) }
}

describe('createGate', () => {
  it('passes a request with its defaults filled in', async () => {
    const { engine, gate } = gateBeforeFake()
    engine.answerWith(() => ok({ articles: [], next: null, total: 0 }))
    expect(await gate.answer('listArticles', { scope: {} })).toEqual({ ok: true, value: { articles: [], next: null, total: 0 } })
    expect(engine.asked).toEqual([{ request: 'listArticles', input: { scope: { view: 'all' }, order: 'newest', limit: 50 } }])
  })

  it.each(['nothing', '__proto__', 'toString', 'hasOwnProperty', '', null, 1, ['listSources'], { toString: () => 'listSources' }])(
    'R01 refuses a request called %j',
    async (name) => {
      const { engine, gate, log } = gateBeforeFake()
      expect(await gate.answer(name, {})).toMatchObject({ ok: false, failure: { kind: 'bad-request' } })
      expect(engine.asked).toEqual([])
      expect(log).not.toHaveBeenCalled()
    },
  )

  it('R01 refuses every hostile input of every request, runs no getter, and stays small', async () => {
    const { engine, gate } = gateBeforeFake()
    const onGetter = vi.fn<() => void>()
    const inputs = hostileInputs(onGetter)
    const before = process.memoryUsage().rss
    for (const name of requestNames) {
      for (const input of inputs) {
        const answer = await gate.answer(name, input)
        expect(answer, `${name} with a ${typeof input}`).toMatchObject({ ok: false, failure: { kind: 'bad-request' } })
      }
    }
    expect(onGetter).not.toHaveBeenCalled()
    expect(engine.asked).toEqual([])
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024)
  })

  it('R01 lets nothing through that the schema refuses, whatever comes', async () => {
    const { engine, gate } = gateBeforeFake()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...requestNames),
        fc.anything({ withBigInt: true, withDate: true, withMap: true }),
        async (name, input) => {
          const asked = engine.asked.length
          const answer = await gate.answer(name, input)
          const isRight = requests[name].input.safeParse(input).success
          expect(engine.asked.length - asked === 0 || isRight).toBe(true)
          if (!isRight) expect(answer).toMatchObject({ ok: false, failure: { kind: 'bad-request' } })
        },
      ),
      { numRuns: 5000 },
    )
  })

  it('refuses more than 1 MiB, but lets a list of subscriptions be larger', async () => {
    const { gate, engine } = gateBeforeFake()
    engine.answerWith(() => ok({ added: 0, already: 0, saved: 0, alreadySaved: 0, isStopped: false, skipped: [] }))
    const text = '界'.repeat(400_000)
    expect(await gate.answer('importOpml', { opml: text })).toMatchObject({ ok: true })
    expect(await gate.answer('search', { query: text })).toMatchObject({ failure: { reason: 'too-large' } })
  })

  it('R01 makes the 101st call of a second wait, in its turn, and refuses what would wait too long', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] })
    try {
      const { gate, engine } = gateBeforeFake({ ...gateLimits, longestQueue: 10 })
      const answers = Array.from({ length: 111 }, () => gate.answer('listSources', {}))
      expect(await answers[110]).toMatchObject({ ok: false, failure: { kind: 'bad-request' } })
      await Promise.all(answers.slice(0, 100))
      expect(engine.asked).toHaveLength(100)
      await vi.advanceTimersByTimeAsync(1001)
      await Promise.all(answers.slice(100, 110))
      expect(engine.asked).toHaveLength(110)
    } finally {
      vi.useRealTimers()
    }
  })

  it('hands on the failures of the engine', async () => {
    const { gate, engine } = gateBeforeFake()
    const failure = { kind: 'not-opml', sentence: 'No list.' }
    engine.answerWith(() => failed(failure))
    expect(await gate.answer('importOpml', { opml: '' })).toEqual({ ok: false, failure })
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('broken on purpose')
      },
    ],
    ['answers what the contract does not say', () => ok({ sources: 'none' })],
    ['answers nothing', () => undefined],
  ])('says “broken” and logs once when the engine %s', async (_, answer) => {
    const { gate, engine, log } = gateBeforeFake()
    engine.answerWith(answer)
    expect(await gate.answer('listSources', {})).toMatchObject({
      ok: false,
      failure: { kind: 'broken', sentence: expect.any(String) as string },
    })
    expect(log).toHaveBeenCalledOnce()
  })

  it('passes events on, but none that the contract does not know', () => {
    const { gate, engine, log } = gateBeforeFake()
    const listener = vi.fn<(event: unknown) => void>()
    const stop = gate.subscribe(listener)
    engine.tell({ name: 'savedChanged', body: {} })
    engine.tell({ name: 'savedChanged', body: { rows: [] } as never })
    engine.tell({ name: 'toString', body: {} } as never)
    stop()
    engine.tell({ name: 'savedChanged', body: {} })
    expect(listener.mock.calls).toEqual([[{ name: 'savedChanged', body: {} }]])
    expect(log).toHaveBeenCalledTimes(2)
  })
})
