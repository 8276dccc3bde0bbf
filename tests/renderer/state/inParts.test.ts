import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../renderer/state/asking.ts'
import { inParts, type Changed } from '../../../renderer/state/inParts.ts'
import { requests, type RequestInput } from '../../../shared/contract/requests.ts'
import { openStore } from '../../../electron/engine/store/store.ts'
import { NOON, savedCopyOf } from '../../engine/store/news.ts'
import { quickFolder } from '../../engine/store/profiles.ts'
import { closesAfterEach, openEngine, type NewsEngine } from '../../fixtures/newsEngine.ts'

closesAfterEach()

const COUNT = 6000

describe('inParts', () => {
  it('changes and gives up 6,000 saved items, each with one undo for all', { timeout: 300_000 }, async () => {
    const news = await openEngine({ profile: profileWith(COUNT) })
    const ids = (await news.ask('listSaved', {})).saved.map((item) => item.id)
    expect(requests.changeSaved.input.safeParse({ ids }).success).toBe(false)
    const tagged = await allOf(ids, (part) => asked(news, 'changeSaved', { ...part, addTags: ['bid'] }))
    expect([tagged.changed, await tagsOf(news)]).toEqual([COUNT, [{ tag: 'bid', count: COUNT }]])
    expect(await news.ask('undo', { token: tagged.undo ?? '' })).toEqual({ undone: true })
    expect(await tagsOf(news)).toEqual([])
    const gone = await allOf(ids, (part) => asked(news, 'unsaveArticles', part))
    expect([gone.changed, (await news.ask('listSaved', {})).total]).toEqual([COUNT, 0])
    expect(await news.ask('undo', { token: gone.undo ?? '' })).toEqual({ undone: true })
    expect((await news.ask('listSaved', {})).total).toBe(COUNT)
  })

  it('keeps the undo where the last part has nothing to change', async () => {
    const ids = Array.from({ length: 1500 }, (_, nth) => `${nth}`)
    const all = await allOf(ids, ({ joins }) =>
      Promise.resolve(joins === undefined ? { changed: 1000, undo: 'a' } : { changed: 0, undo: null }),
    )
    expect(all).toEqual({ changed: 1000, undo: 'a' })
  })

  it('tells what had changed before a part was refused, with its undo', async () => {
    const told: Changed[] = []
    const ids = Array.from({ length: 2500 }, (_, nth) => `${nth}`)
    const refusal = new Refusal({ kind: 'disk-full', sentence: 'The disk is full.' })
    const change = ({ joins }: { joins?: string }) =>
      joins === 'two' ? Promise.reject(refusal) : Promise.resolve({ changed: 1000, undo: joins === 'one' ? 'two' : 'one' })
    await expect(inParts(ids, change, (all) => told.push(all))).rejects.toBe(refusal)
    expect(told).toEqual([{ changed: 2000, undo: 'two' }])
  })
})

/** A profile with so many saved items in it. */
function profileWith(count: number): string {
  const profile = quickFolder()
  const opened = openStore({ profile, now: () => NOON })
  if (!opened.ok) throw new Error(`the store did not open: ${opened.failure.kind}`)
  for (let nth = 0; nth < count; nth += 1) opened.value.saved.save(savedCopyOf(`${nth}`))
  opened.value.close()
  return profile
}

async function allOf(ids: readonly string[], change: Parameters<typeof inParts>[1]): Promise<Changed> {
  const told: Changed[] = []
  await inParts(ids, change, (all) => told.push(all))
  expect(told).toHaveLength(1)
  return told[0] ?? { changed: 0, undo: null }
}

/** Asks as the screen does: with nothing that the contract does not let through. */
async function asked<Name extends 'changeSaved' | 'unsaveArticles'>(
  news: NewsEngine,
  name: Name,
  input: RequestInput<Name>,
): Promise<Changed> {
  requests[name].input.parse(input)
  return await news.ask(name, input)
}

async function tagsOf(news: NewsEngine) {
  return (await news.ask('listSaved', {})).tags
}
