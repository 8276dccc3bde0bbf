import fc from 'fast-check'
import { describe, it } from 'vitest'
import { closeAll, closesAfterEach } from '../../fixtures/newsEngine.ts'
import { savedSteps } from './savedSteps.ts'
import { openWorld } from './savedWorld.ts'

closesAfterEach()

/** `NEWSDESK_FULL` asks for as many as the hazard names. */
const RUNS = process.env['NEWSDESK_FULL'] === undefined ? 5 : 1000
const STEPS = 50

const step = fc.record({
  name: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('save', 'undo', 'unsave', 'file', 'note') },
    { weight: 3, arbitrary: fc.constantFrom('make', 'rename', 'move', 'remove', 'wait') },
    { weight: 1, arbitrary: fc.constantFrom('unfollow', 'follow', 'edit', 'drop', 'age') },
    { weight: 1, arbitrary: fc.constantFrom('restart', 'loseCache', 'loseMedia', 'loseBoth') },
  ),
  one: fc.nat(7),
  other: fc.nat(5),
})

describe('saved items', () => {
  it(
    `D17: are what a model says after each restart, whatever happens to cache, source, publisher and collections (${RUNS} times)`,
    { timeout: RUNS * 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: STEPS, maxLength: STEPS, size: 'max' }), async (steps) => {
          const world = await openWorld()
          for (const { name, ...choice } of steps) await savedSteps[name](world, choice)
          await world.restart('cache', 'media')
          await closeAll()
        }),
        // Each shrunk run would start engines again; the seed and the steps are told.
        { numRuns: RUNS, endOnFailure: true },
      )
    },
  )
})
