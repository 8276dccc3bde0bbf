import { describe, expect, it } from 'vitest'
import { closesAfterEach, newServer, openEngine, until, type NewsEngine } from '../../fixtures/newsEngine.ts'
import { entries, rss } from '../../fixtures/newsServer.ts'

closesAfterEach()

/** An engine that keeps these searches. */
async function keeping(...queries: string[]) {
  const news = await openEngine()
  const ids: string[] = []
  for (const query of queries) ids.push((await news.ask('keepSearch', { query })).search.id)
  return { news, ids }
}

async function names(news: NewsEngine): Promise<string[]> {
  return (await news.ask('listKeptSearches', {})).searches.map((search) => search.name)
}

describe('a kept search', () => {
  it('stands under its own words until it is renamed, is kept once, and outlives the engine', async () => {
    const { news, ids } = await keeping('fibre is:unread', '光纤')
    const again = await news.ask('keepSearch', { query: ' fibre is:unread ' })
    expect([again.already, again.search.id, again.undo]).toEqual([true, ids[0], null])
    await news.ask('changeKeptSearch', { id: ids[0]!, name: 'Fibre' })
    await news.close()
    const reopened = await openEngine({ profile: news.profile })
    expect((await reopened.ask('listKeptSearches', {})).searches).toEqual([
      { id: ids[0], name: 'Fibre', query: 'fibre is:unread' },
      { id: ids[1], name: '光纤', query: '光纤' },
    ])
  })

  it('takes back keeping, renaming, moving and removing, and tells of each', async () => {
    const { news, ids } = await keeping('one', 'two', 'three')
    const told = () => news.events.filter((event) => event.name === 'keptSearchesChanged').length
    const steps: [() => Promise<{ undo: string | null }>, string[]][] = [
      [() => news.ask('keepSearch', { query: 'four' }), ['one', 'two', 'three', 'four']],
      [() => news.ask('changeKeptSearch', { id: ids[1]!, name: 'Zwei', query: 'zwei' }), ['one', 'Zwei', 'three']],
      [() => news.ask('moveKeptSearch', { id: ids[2]!, by: -2 }), ['three', 'one', 'two']],
      [() => news.ask('moveKeptSearch', { id: ids[0]!, by: 99 }), ['two', 'three', 'one']],
      [() => news.ask('removeKeptSearch', { id: ids[1]! }), ['one', 'three']],
    ]
    for (const [change, after] of steps) {
      const { undo } = await change()
      expect(await names(news)).toEqual(after)
      expect(await news.ask('undo', { token: undo! })).toEqual({ undone: true })
      expect(await names(news)).toEqual(['one', 'two', 'three'])
    }
    await until(() => told() > 0)
  })

  it('counts the unread articles it finds as they arrive and are read', async () => {
    const server = await newServer()
    server.route('/feed.xml', rss('Trade', entries(0, 2, aboutHarbour)))
    const { news, ids } = await keeping('harbour', 'harbour is:read', 'crane')
    await news.ask('addSource', { address: `${server.url}/feed.xml` })
    const counts = async () => (await news.ask('countKeptSearches', {})).counts.map(({ unread }) => unread)
    await until(async () => (await counts())[0] === 2)
    expect(await news.ask('countKeptSearches', {})).toMatchObject({ counts: ids.map((id) => ({ id, isExact: true })) })
    expect(await counts()).toEqual([2, 0, 0])
    const [first] = await news.articles()
    await news.ask('markRead', { ids: [first!.id] })
    expect(await counts()).toEqual([1, 0, 0])
    server.route('/feed.xml', rss('Trade', entries(0, 5, aboutHarbour)))
    await news.refresh()
    await until(async () => (await counts())[0] === 4)
  })

  it('fails in words where it is gone, or has no words', async () => {
    const { news } = await keeping()
    expect(await news.fail('removeKeptSearch', { id: 'gone' })).toMatchObject({ kind: 'not-found', sentence: 'There is no such search.' })
    expect(await news.fail('changeKeptSearch', { id: 'gone', name: 'x' })).toMatchObject({ kind: 'not-found' })
    expect(await news.fail('moveKeptSearch', { id: 'gone', by: 1 })).toMatchObject({ kind: 'not-found' })
    expect(await news.fail('keepSearch', { query: '  ' })).toMatchObject({ kind: 'bad-request' })
  })
})

function aboutHarbour(number: number) {
  return { title: `Number ${number}`, body: '<p>This tells of a harbour, at some length and with care.</p>' }
}
