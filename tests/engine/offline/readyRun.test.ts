import { afterEach, describe, expect, it } from 'vitest'
import { closeAll, newServer, openEngine, until } from '../../fixtures/newsEngine.ts'
import { articlePage, paragraphs, picture, rss, summaries } from '../../fixtures/newsServer.ts'
import { pictureFeed } from './picturesOf.ts'

afterEach(closeAll)

describe('getEverythingReady', () => {
  it('fetches what was given up, tells how far it is, and what it came to', async () => {
    const [server, news] = await Promise.all([newServer(), openEngine()])
    pictureFeed({ server }, 5)
    for (const number of [0, 1]) server.route(`/pictures/${number}.png`, { status: 404 })
    server.route(
      '/short.xml',
      rss(
        'Port Weekly',
        summaries(7, 8, (number) => ({ link: `${server.url}/news/${number}` })),
      ),
    )
    await news.ask('addSource', { address: `${server.url}/feed.xml` })
    await news.ask('addSource', { address: `${server.url}/short.xml` })
    await until(async () => (await news.articles()).filter((row) => row.missing?.endsWith('refused')).length === 3)
    await news.refresh()
    expect((await news.ask('getOffline', {})).partial).toBe(3)
    server.route('/pictures/0.png', picture(0))
    server.route('/news/7', articlePage('Port trial number 7', paragraphs(7, 6)))
    const before = news.events.length
    expect(await news.ask('getEverythingReady', {})).toEqual({
      became: 2,
      left: 1,
      why: [{ reason: 'pictures-refused', count: 1 }],
      wasStopped: false,
    })
    const told = () => news.events.slice(before).flatMap((event) => (event.name === 'readyProgress' ? [event.body] : []))
    await until(() => told().at(-1)?.isRunning === false)
    expect(await news.ask('getOffline', {})).toMatchObject({ ready: 5, partial: 1, none: 0 })
  })

  it('can be stopped, and keeps what came', async () => {
    const [server, news] = await Promise.all([newServer(), openEngine()])
    pictureFeed({ server }, 12)
    for (let number = 0; number < 12; number += 1) server.route(`/pictures/${number}.png`, { status: 404 })
    await news.ask('addSource', { address: `${server.url}/feed.xml` })
    await until(async () => (await news.articles()).every((row) => row.missing === 'pictures-refused'))
    for (let number = 0; number < 12; number += 1) server.route(`/pictures/${number}.png`, { body: picture(number), after: 100 })
    const run = news.ask('getEverythingReady', {})
    await until(async () => (await news.ask('getStatus', {})).getting.done > 0)
    await news.ask('stopGettingReady', {})
    const report = await run
    expect(report.wasStopped).toBe(true)
    expect([report.became + report.left, report.became > 0, report.left > 0]).toEqual([12, true, true])
    expect((await news.ask('getOffline', {})).ready).toBe(report.became)
  })

  it('says that the computer is offline', async () => {
    const news = await openEngine()
    await news.ask('reportCondition', { condition: 'offline' })
    expect(await news.fail('getEverythingReady', {})).toMatchObject({ kind: 'offline' })
  })
})

describe('a network that is metered', () => {
  it('has pictures wait without a word against them, until it is another one or a person allows it', async () => {
    const [server, news] = await Promise.all([newServer(), openEngine()])
    pictureFeed({ server }, 3)
    await news.ask('reportCondition', { condition: 'metered' })
    await news.ask('addSource', { address: `${server.url}/feed.xml` })
    await news.refresh()
    expect((await news.ask('getStatus', {})).heldBackBy).toBe('metered')
    expect((await news.articles()).map((row) => row.missing)).toEqual(Array(3).fill('pictures-waiting'))
    expect(server.asked('/pictures/0.png')).toEqual([])
    await news.ask('changeSettings', { change: { fetchesOnMetered: true } })
    await until(async () => (await news.articles()).every((row) => row.offline === 'ready'))
    expect((await news.ask('getStatus', {})).heldBackBy).toBeNull()
  })

  it('does not hold back what a person asks for, and what waited comes by itself when it ends', async () => {
    const [server, news] = await Promise.all([newServer(), openEngine()])
    pictureFeed({ server }, 2)
    await news.ask('reportCondition', { condition: 'metered' })
    await news.ask('addSource', { address: `${server.url}/feed.xml` })
    expect((await news.ask('getEverythingReady', {})).became).toBe(2)
    pictureFeed({ server }, 4)
    await news.refresh()
    expect((await news.articles()).filter((row) => row.missing === 'pictures-waiting')).toHaveLength(2)
    await news.ask('reportCondition', { condition: 'unmetered' })
    await until(async () => (await news.articles()).every((row) => row.offline === 'ready'))
  })
})
