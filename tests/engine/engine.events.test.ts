import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEventStream } from '../../electron/engine/eventStream.ts'
import { createIndexer } from '../../electron/engine/indexer.ts'
import { events, type EngineEvent } from '../../shared/contract/events.ts'
import { closesAfterEach, newServer, openEngine, sharesNews, until } from '../fixtures/newsEngine.ts'
import { entries, rss } from '../fixtures/newsServer.ts'
import { costNow } from '../fixtures/cost.ts'

function heard() {
  const stream = createEventStream()
  const all: EngineEvent[] = []
  stream.subscribe((event) => all.push(event))
  return { stream, all }
}

describe('createEventStream', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('sends an event of each name at most ten times a second, and none is lost', () => {
    const { stream, all } = heard()
    for (let number = 0; number < 1_000; number += 1) {
      stream.tell({ name: 'sourcesChanged', body: { sourceIds: [`s${number % 50}`] } })
      stream.tell({ name: 'refreshProgress', body: { isRunning: true, done: number, total: 1_000 } })
      vi.advanceTimersByTime(1)
    }
    vi.advanceTimersByTime(200)
    const named = (name: string) => all.filter((event) => event.name === name)
    expect([named('sourcesChanged').length <= 11, named('refreshProgress').length <= 11]).toEqual([true, true])
    expect(named('refreshProgress').at(-1)?.body).toEqual({ isRunning: true, done: 999, total: 1_000 })
    const ids = new Set(named('sourcesChanged').flatMap((event) => ('sourceIds' in event.body ? (event.body.sourceIds ?? []) : [])))
    expect(ids.size).toBe(50)
  })

  it.each([
    [200, 200],
    [201, null],
  ])('puts %i ids together as %s', (count, expected) => {
    const { stream, all } = heard()
    for (let number = 0; number < count; number += 1) {
      stream.tell({ name: 'articlesChanged', body: { articleIds: [`a${number}`, `a${number}`] } })
    }
    vi.advanceTimersByTime(100)
    const [event] = all
    const ids = event?.name === 'articlesChanged' ? event.body.articleIds : []
    expect(ids?.length ?? null).toBe(expected)
    expect(() => events.articlesChanged.parse(event?.body)).not.toThrow()
  })

  it('keeps "many" for many, whatever comes after', () => {
    const { stream, all } = heard()
    stream.tell({ name: 'articlesArrived', body: { sourceIds: null } })
    stream.tell({ name: 'articlesArrived', body: { sourceIds: ['s1'] } })
    vi.advanceTimersByTime(100)
    expect(all).toEqual([{ name: 'articlesArrived', body: { sourceIds: null } }])
  })

  it('sends what waits when it closes, and nothing after; nothing to one who has left', () => {
    const { stream, all } = heard()
    const left: EngineEvent[] = []
    stream.subscribe((event) => left.push(event))()
    stream.tell({ name: 'savedChanged', body: {} })
    stream.close()
    stream.tell({ name: 'savedChanged', body: {} })
    vi.advanceTimersByTime(1_000)
    expect([all.length, left.length]).toEqual([1, 0])
  })
})

describe('createIndexer', () => {
  it('goes on until nothing waits, and tells it', async () => {
    let waiting = 65
    let done = 0
    const indexSlice = (most: number): number => {
      const taken = Math.min(most, waiting)
      waiting -= taken
      return taken
    }
    const indexer = createIndexer(
      { indexSlice, mergeIndexSlice: () => false, waiting: () => waiting },
      { done: () => (done += 1), fault: () => undefined },
    )
    indexer.soon()
    indexer.soon()
    await indexer.settled()
    expect([waiting, done]).toEqual([0, 1])
  })

  it('tells a fault of the store, and works when it is asked again', async () => {
    const faults: unknown[] = []
    let fails = true
    let waiting = 5
    const indexSlice = (): number => {
      if (fails) throw new Error('the disk is full')
      return waiting-- > 0 ? 1 : 0
    }
    const indexer = createIndexer(
      { indexSlice, mergeIndexSlice: () => false, waiting: () => waiting },
      { done: () => undefined, fault: (fault) => faults.push(fault) },
    )
    indexer.soon()
    await indexer.settled().catch(() => undefined)
    fails = false
    indexer.soon()
    await indexer.settled()
    expect([faults.length > 0, waiting <= 0]).toEqual([true, true])
  })
})

describe('Engine.subscribe', () => {
  const corner = sharesNews()

  it('tells of a source that came, its articles, what was read and saved, by the contract', async () => {
    const { server, news, follow, articles } = corner()
    server.route('/feed.xml', rss('Harbour News', entries(0, 3)))
    const has = (name: string, named: string) =>
      news.events.some((event) => event.name === name && (named === '' || JSON.stringify(event.body).includes(named)))
    const id = await follow('/feed.xml')
    const articleId = (await articles())[0]?.id ?? ''
    await until(() => has('sourcesChanged', id))
    await news.ask('markRead', { ids: [articleId] })
    await news.ask('saveArticle', { id: articleId })
    await news.ask('changeSettings', { change: { theme: 'dark' } })
    await until(() => has('settingsChanged', '') && has('savedChanged', ''))
    expect([has('articlesArrived', id), has('articlesChanged', articleId)]).toEqual([true, true])
    for (const event of news.events) events[event.name].parse(event.body)
  })

  it('ends the progress of every refresh with rest, also of one in which sources fail', async () => {
    const { server, news, follow, refresh } = corner()
    server.route('/feed.xml', rss('Harbour News', entries(0, 3)))
    await follow('/feed.xml')
    server.route('/feed.xml', { status: 500 })
    news.events.length = 0
    await refresh()
    const progress = () => news.events.filter((event) => event.name === 'refreshProgress')
    await until(() => progress().length > 0)
    expect(progress().at(-1)?.body).toEqual({ isRunning: false, done: 0, total: 0 })
    expect((await news.ask('getStatus', {})).refresh).toEqual({ isRunning: false, done: 0, total: 0 })
  })
})

describe('Engine.call during a refresh', () => {
  closesAfterEach()

  it(
    'keeps nobody who asks for a list waiting for more than 150 ms of its own work at p95 while 100 feeds of 40 entries come in',
    { timeout: 60_000 },
    async () => {
      const server = await newServer()
      const feeds = 100
      for (let feed = 0; feed < feeds; feed += 1) {
        server.route(
          `/${feed}.xml`,
          rss(
            `Feed ${feed}`,
            entries(0, 40, (number) => ({ title: `Feed ${feed} entry ${number}` })),
          ),
        )
      }
      const lines = Array.from({ length: feeds }, (_, feed) => `<outline text="F${feed}" xmlUrl="${server.url}/${feed}.xml"/>`)
      const news = await openEngine()
      await news.ask('importOpml', { opml: `<opml><body>${lines.join('')}</body></opml>` })
      const refreshing = news.refresh()
      const took: number[] = []
      for (let isOver = false; !isOver;) {
        const before = costNow()
        await news.engine.call('listArticles', { scope: {}, limit: 50 })
        took.push(costNow() - before)
        isOver = await Promise.race([refreshing.then(() => true), new Promise<boolean>((resolve) => void setTimeout(resolve, 10, false))])
      }
      expect(await refreshing).toMatchObject({ sources: feeds, added: feeds * 40, failed: [] })
      const sorted = took.toSorted((a, b) => a - b)
      expect(sorted.length).toBeGreaterThan(10)
      expect(sorted[Math.floor(sorted.length * 0.95)]).toBeLessThan(150)
      const arrived = news.events.filter((event) => event.name === 'articlesArrived')
      expect(arrived.length).toBeLessThan(feeds)
    },
  )
})
