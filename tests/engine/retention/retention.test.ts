import { describe, expect, it } from 'vitest'
import { defaultRetention } from '../../../shared/retention.ts'
import { DAY } from '../../../shared/time.ts'
import { closesAfterEach, newServer, openEngine, type NewsEngine } from '../../fixtures/newsEngine.ts'
import { entries, rss, type NewsServer } from '../../fixtures/newsServer.ts'

closesAfterEach()

const COUNT = 70

/** A source whose articles have all arrived, on a computer whose clock and publisher agree. */
async function followed(count = COUNT): Promise<{ news: NewsEngine; server: NewsServer; ids: string[] }> {
  const elapsed = { ms: 0 }
  const news = await openEngine({ elapsed: () => elapsed.ms })
  const server = await newServer()
  server.route('/feed.xml', (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml', date: new Date(news.time.now).toUTCString() })
    response.end(rss('Harbour News', entries(0, count)))
  })
  await news.ask('addSource', { address: `${server.url}/feed.xml` })
  await news.ask('applyRetention', {})
  return { news, server, ids: (await news.articles()).map((article) => article.id) }
}

/** Days pass, and a refresh at their end has the publisher confirm the time. */
async function passDays(news: NewsEngine, days: number): Promise<void> {
  news.time.now += days * DAY
  await news.refresh()
}

async function left(news: NewsEngine): Promise<string[]> {
  return (await news.articles()).map((article) => article.id)
}

describe('retention', () => {
  it('lets go what was read 60 days ago and what came unread 180 days ago, but of no source the newest 50', async () => {
    const { news, ids } = await followed()
    const old = ids.slice(50)
    await news.ask('markRead', { ids: old.slice(0, 5) })
    await passDays(news, 61)
    expect(await news.ask('previewRetention', {})).toEqual({ read: 5, unread: 0, sources: 1 })
    expect(await news.ask('applyRetention', {})).toEqual({ gone: 5, isSkipped: false })
    expect(await left(news)).toEqual(ids.filter((id) => !old.slice(0, 5).includes(id)))
    await passDays(news, 120)
    expect(await news.ask('applyRetention', {})).toEqual({ gone: COUNT - 55, isSkipped: false })
    expect(await left(news)).toEqual(ids.slice(0, 50))
  })

  it('counts a read article’s days from when it was read', async () => {
    const { news, ids } = await followed()
    await passDays(news, 100)
    await news.ask('markRead', { ids: ids.slice(50) })
    await passDays(news, 59)
    expect(await news.ask('previewRetention', {})).toEqual({ read: 0, unread: 0, sources: 0 })
    await passDays(news, 2)
    expect(await news.ask('previewRetention', {})).toEqual({ read: COUNT - 50, unread: 0, sources: 1 })
  })

  it('never lets go what is saved, though it is the oldest', async () => {
    const { news, ids } = await followed()
    const saved = ids.at(-1) ?? ''
    await news.ask('saveArticle', { id: saved })
    await passDays(news, 400)
    expect(await news.ask('previewRetention', {})).toMatchObject({ unread: COUNT - 51 })
    await news.ask('applyRetention', {})
    expect(await left(news)).toContain(saved)
    expect((await news.ask('getArticle', { id: saved })).article.text).not.toBe('')
  })

  it('does not have an article back that its publisher still carries', async () => {
    const { news } = await followed()
    await passDays(news, 400)
    await news.ask('applyRetention', {})
    expect(await news.refresh()).toMatchObject({ added: 0 })
    expect(await left(news)).toHaveLength(50)
    expect((await news.ask('search', { query: '"trial number 0"' })).articles).toEqual([])
  })

  it('previews a policy that is only thought of, and changes nothing by it', async () => {
    const { news } = await followed()
    await passDays(news, 8)
    const policy = { keepReadDays: 7, keepUnreadDays: 7, keepAtLeast: 10 }
    expect(await news.ask('previewRetention', { policy })).toEqual({ read: 0, unread: COUNT - 10, sources: 1 })
    expect(await left(news)).toHaveLength(COUNT)
  })

  it('keeps everything where a person says for ever', async () => {
    const { news } = await followed()
    await news.ask('changeSettings', { change: { keepReadDays: null, keepUnreadDays: null, keepAtLeast: 0 } })
    await passDays(news, 3000)
    expect(await news.ask('applyRetention', {})).toEqual({ gone: 0, isSkipped: false })
  })

  it('tells the screen that articles went', async () => {
    const { news } = await followed()
    await passDays(news, 400)
    await news.ask('applyRetention', {})
    await new Promise((resolve) => void setTimeout(resolve, 250))
    expect(news.events.some((event) => event.name === 'articlesGone')).toBe(true)
  })

  it.each([10 * 365, -10 * 365])('D15: skips its run when the clock jumps %i days, until a publisher confirms the time', async (days) => {
    const { news, server } = await followed()
    server.route('/feed.xml', (_request, response) => response.writeHead(200, { date: new Date().toUTCString() }).end(rss('H', [])))
    news.time.now += days * DAY
    expect(await news.ask('applyRetention', {})).toEqual({ gone: 0, isSkipped: true })
    await news.refresh()
    expect(await news.ask('applyRetention', {})).toEqual({ gone: 0, isSkipped: true })
    expect(await left(news)).toHaveLength(COUNT)
  })

  it('holds by default what the screen says', () => {
    expect(defaultRetention).toEqual({ keepReadDays: 60, keepUnreadDays: 180, keepAtLeast: 50 })
  })
})
