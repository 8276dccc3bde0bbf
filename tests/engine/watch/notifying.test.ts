import { describe, expect, it } from 'vitest'
import { closesAfterEach, newProfile, openEngine, until } from '../../fixtures/newsEngine.ts'
import { entries, rss } from '../../fixtures/newsServer.ts'
import { about, draftOf, titles, told, watchDesk } from './watchDesk.ts'

closesAfterEach()

describe('a notifying rule', () => {
  it('tells what one refresh brought together, once, and nothing of what was there when the source was followed', async () => {
    const { news, server, keep, arrive } = await watchDesk()
    await keep(draftOf('crane', ['notify']))
    server.route('/other.xml', rss('Other', entries(30, 33, about('a crane'))))
    await news.ask('addSource', { address: `${server.url}/other.xml` })
    news.time.now += 60_000
    await arrive(5, 'a crane')
    await news.refresh()
    await until(() => told(news).length > 0)
    const [one, ...more] = told(news)
    expect([one?.count, one?.articleIds?.length, one?.isSummary, more]).toEqual([3, 3, false, []])
    expect(await titles(news, { view: 'watching' })).toHaveLength(6)
  })

  it('waits for the end of the quiet hours and gives one summary, but for a rule that may break them', async () => {
    const { news, keep, arrive } = await watchDesk()
    await keep(draftOf('crane', ['notify']))
    await keep(draftOf('fire', ['notify'], { breaksQuiet: true }))
    await news.ask('changeSettings', { change: { quietHours: { from: 0, to: 0, days: [0, 1, 2, 3, 4, 5, 6] } } })
    news.time.now += 60_000
    await arrive(4, 'a crane')
    await arrive(6, 'a crane', 2)
    await arrive(7, 'a fire', 6)
    await until(() => told(news).length > 0)
    expect(told(news).map(({ count, isSummary }) => [count, isSummary])).toEqual([[1, false]])
    await news.ask('changeSettings', { change: { quietHours: null } })
    await until(() => told(news).length > 1)
    expect(told(news).map(({ count, isSummary }) => [count, isSummary])).toEqual([
      [1, false],
      [4, true],
    ])
  })

  it('keeps what it withheld through a restart, and leaves out what was read meanwhile', async () => {
    const profile = newProfile()
    const { news, keep, arrive } = await watchDesk({ profile, tellsCaught: false })
    await keep(draftOf('crane', ['notify']))
    news.time.now += 60_000
    await arrive(4, 'a crane')
    const [first] = (await news.ask('listArticles', { scope: { view: 'watching' } })).articles
    await news.ask('markRead', { ids: [first?.id ?? ''] })
    await news.close()
    const again = await openEngine({ profile })
    await again.refresh()
    await until(() => told(again).length > 0)
    expect(told(again).map(({ count, isSummary }) => [count, isSummary])).toEqual([[1, true]])
  })

  it('says nothing where notifications are switched off, nor afterwards of what came meanwhile', async () => {
    const { news, keep, arrive } = await watchDesk()
    await keep(draftOf('crane', ['notify']))
    await news.ask('changeSettings', { change: { notifies: false } })
    news.time.now += 60_000
    await arrive(4, 'a crane')
    await news.ask('changeSettings', { change: { notifies: true } })
    await arrive(5, 'a crane')
    await until(() => told(news).length > 0)
    expect(told(news).map(({ count }) => count)).toEqual([1])
  })
})
