import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../../shared/time.ts'
import { sharesNews, type Corner } from '../../fixtures/newsEngine.ts'
import { entries, rss } from '../../fixtures/newsServer.ts'

const dice = { chance: 0.5 }
const corner = sharesNews({ chance: () => dice.chance })

type Following = Corner & { readonly id: string }

async function following(): Promise<Following> {
  const made = corner()
  made.server.route('/feed.xml', { body: rss('Harbour News', entries(0, 3)), etag: true })
  return { ...made, id: await made.follow('/feed.xml') }
}

describe('refreshSource: conditional GET', () => {
  it('sends the validators of the answer before, and takes 304 for nothing new', async () => {
    const { server, refresh } = await following()
    const report = await refresh()
    expect(report).toMatchObject({ sources: 1, added: 0, updated: 0, unchanged: 1, failed: [] })
    expect(server.asked('/feed.xml').at(-1)?.headers['if-none-match']).toMatch(/^"[0-9a-f]{40}"$/)
  })

  it('keeps new validators though the body is the same, and does not read that body again', async () => {
    const { server, refresh } = await following()
    const body = rss('Harbour News', entries(0, 3))
    server.route('/feed.xml', { body, headers: { etag: '"second"' } })
    expect(await refresh()).toMatchObject({ unchanged: 1, updated: 0 })
    server.route('/feed.xml', { body, headers: { etag: '"third"' } })
    await refresh()
    expect(server.asked('/feed.xml').at(-1)?.headers['if-none-match']).toBe('"second"')
  })

  it('asks for a body again after eight days of nothing but 304', async () => {
    const { server, news, refresh } = await following()
    for (let day = 0; day < 9; day += 1) {
      news.time.now += DAY
      await refresh()
    }
    const sent = server
      .asked('/feed.xml')
      .slice(1)
      .map((request) => request.headers['if-none-match'] !== undefined)
    expect(sent).toEqual([true, true, true, true, true, true, true, false, true])
  })

  it('keeps the validators of the last good body while a source fails', async () => {
    const { server, refresh } = await following()
    server.route('/feed.xml', { status: 503 })
    await refresh()
    server.route('/feed.xml', { body: rss('Harbour News', entries(0, 3)), etag: true })
    expect(await refresh()).toMatchObject({ unchanged: 1, failed: [] })
    expect(server.asked('/feed.xml').at(-1)?.headers['if-none-match']).toBeDefined()
  })
})

async function addressAfter(statuses: readonly number[]): Promise<string> {
  const { server, news, id, refresh } = await following()
  server.route('/new.xml', { body: rss('Harbour News', entries(0, 3)) })
  for (const status of statuses) {
    server.route('/feed.xml', status === 200 ? rss('Harbour News', entries(0, 3)) : { status, headers: { location: 'new.xml' } })
    await refresh()
  }
  const { sources } = await news.ask('listSources', {})
  return lastPart(sources.find((one) => one.id === id)?.url)
}

describe('refreshSource: moved addresses', () => {
  it.each([
    [[301], '/feed.xml'],
    [[301, 301], '/new.xml'],
    [[308, 301], '/new.xml'],
    [[301, 200, 301], '/feed.xml'],
    [[302, 302, 302], '/feed.xml'],
    [[301, 302, 301], '/feed.xml'],
  ] as const)('after %j the address is %s', async (statuses, path) => {
    expect(await addressAfter(statuses)).toBe(path)
  })

  it('keeps its address where another source has the new one, also one that was just removed', async () => {
    const { server, news, id, refresh, follow } = await following()
    server.route('/new.xml', rss('Other News', entries(0, 2)))
    const other = await news.ask('addSource', { address: `${server.url}/new.xml` })
    const removed = await news.ask('removeSource', { id: other.source.id })
    server.route('/feed.xml', { status: 301, headers: { location: 'new.xml' } })
    for (let poll = 0; poll < 3; poll += 1) expect(await refresh()).toMatchObject({ failed: [] })
    await news.ask('undo', { token: removed.undo ?? '' })
    expect(await follow('/new.xml')).toBe(other.source.id)
    expect(await refresh()).toMatchObject({ failed: [], sources: 2 })
    const { sources } = await news.ask('listSources', {})
    expect([id, other.source.id].map((one) => lastPart(sources.find((source) => source.id === one)?.url))).toEqual([
      '/feed.xml',
      '/new.xml',
    ])
    expect(news.faults).toEqual([])
  })
})

function lastPart(url = ''): string {
  return url.slice(url.lastIndexOf('/'))
}

describe('refreshSource: refusals', () => {
  it('takes 410 for gone: it is not asked again unless forced, and comes back when it answers', async () => {
    const { server, news, id, refresh, articles, health } = await following()
    server.route('/feed.xml', { status: 410 })
    expect((await refresh()).failed).toEqual([
      { sourceId: id, kind: 'gone', sentence: 'The publisher has taken this address away for good.' },
    ])
    expect(await health(id)).toMatchObject({ state: 'gone', nextCheckAt: null })
    news.time.now += 30 * DAY
    expect(await news.ask('refresh', { sourceIds: [id] })).toMatchObject({ sources: 0 })
    expect(await articles()).toHaveLength(3)
    server.route('/feed.xml', { body: rss('Harbour News', entries(0, 4)) })
    expect(await refresh()).toMatchObject({ added: 1 })
    expect(await health(id)).toMatchObject({ state: 'ok', failure: null, failuresInRow: 0 })
  })

  it.each([
    [429, '3600', 2 * HOUR],
    [503, '10800', 3 * HOUR],
    [429, '86400', DAY],
    [429, '9999999999', DAY],
    [503, '-1', 2 * HOUR],
    [429, 'soon', 2 * HOUR],
  ])('F20: answers %i with Retry-After %s by waiting as long', async (status, retryAfter, wait) => {
    const { server, news, id, refresh, articles, health } = await following()
    server.route('/feed.xml', { status, headers: { 'retry-after': retryAfter } })
    await refresh()
    const { nextCheckAt, state, failure } = await health(id)
    expect([state, failure?.kind, (nextCheckAt ?? 0) - news.time.now]).toEqual(['failing', 'refused', wait])
    expect(await articles()).toHaveLength(3)
  })

  it('waits twice as long with each failure, at most a day, and starts over after a success', async () => {
    const { server, news, id, refresh, health } = await following()
    server.route('/feed.xml', { status: 500 })
    const waits: number[] = []
    for (let poll = 0; poll < 7; poll += 1) {
      await refresh()
      waits.push(((await health(id)).nextCheckAt ?? 0) - news.time.now)
    }
    expect(waits).toEqual([2, 4, 8, 16, 24, 24, 24].map((hours) => hours * HOUR))
    expect(await health(id)).toMatchObject({ failuresInRow: 7 })
    server.route('/feed.xml', rss('Harbour News', entries(0, 5)))
    await refresh()
    expect(await health(id)).toMatchObject({ failuresInRow: 0, state: 'ok' })
  })

  it('says of a source that was never asked that it was not', async () => {
    const { news } = corner()
    await news.ask('importOpml', { opml: '<opml><body><outline xmlUrl="http://127.0.0.1:9/f"/></body></opml>' })
    const { sources } = await news.ask('listSources', {})
    expect(sources.find((source) => source.url === 'http://127.0.0.1:9/f')?.health).toMatchObject({ state: 'never', lastCheckedAt: null })
  })
})

async function waitAfterPoll({ news, id, refresh, health }: Following): Promise<number> {
  await refresh()
  return (((await health(id)).nextCheckAt ?? 0) - news.time.now) / MINUTE
}

describe('refreshSource: when to ask again', () => {
  it('asks sooner where there is news and rarer where there is none, between 15 minutes and a day', async () => {
    const here = await following()
    const waits: number[] = []
    for (let poll = 0; poll < 4; poll += 1) {
      here.server.route('/feed.xml', rss('Harbour News', entries(0, 4 + poll)))
      waits.push(await waitAfterPoll(here))
    }
    expect(waits.map(Math.round)).toEqual([36, 22, 15, 15])
    for (let poll = 0; poll < 22; poll += 1) waits.push(await waitAfterPoll(here))
    expect(waits.at(4)).toBeCloseTo(19.5)
    expect(waits.at(-1)).toBe(DAY / MINUTE)
  })

  it('goes by the pace that a person chose for all, and by the one chosen for a source before that', async () => {
    const here = await following()
    const { news, id } = here
    await news.ask('changeSettings', { change: { checkEvery: (3 * HOUR) as never } })
    expect(await waitAfterPoll(here)).toBe(180)
    await news.ask('changeSource', { id, checkEvery: (30 * MINUTE) as never })
    expect(await waitAfterPoll(here)).toBe(30)
    await news.ask('changeSource', { id, checkEvery: null })
    expect(await waitAfterPoll(here)).toBe(180)
    await news.ask('changeSettings', { change: { checkEvery: null } })
  })

  it('puts a source where a newly chosen pace has it, counted from when it was asked', async () => {
    const { news, id, refresh, health } = await following()
    await refresh()
    const askedAt = news.time.now
    news.time.now += 20 * MINUTE
    await news.ask('changeSource', { id, checkEvery: (12 * HOUR) as never })
    expect((await health(id)).nextCheckAt).toBe(askedAt + 12 * HOUR)
    await news.ask('changeSource', { id, checkEvery: (15 * MINUTE) as never })
    expect((await health(id)).nextCheckAt).toBe(askedAt + 15 * MINUTE)
    await news.ask('changeSource', { id, checkEvery: null })
    await news.ask('changeSettings', { change: { checkEvery: DAY } })
    expect((await health(id)).nextCheckAt).toBe(askedAt + DAY)
    await news.ask('changeSettings', { change: { checkEvery: null } })
  })

  it('does not ask earlier than a server asked for because a person chose a shorter pace', async () => {
    const { server, news, id, refresh, health } = await following()
    server.route('/feed.xml', { status: 429, headers: { 'retry-after': '36000' } })
    await refresh()
    await news.ask('changeSource', { id, checkEvery: (15 * MINUTE) as never })
    expect((await health(id)).nextCheckAt).toBe(news.time.now + 10 * HOUR)
  })

  it('waits as long as max-age and ttl ask, at most a day', async () => {
    const here = await following()
    const { server } = here
    server.route('/feed.xml', { body: rss('H', entries(0, 4)), headers: { 'cache-control': 'max-age=14400' } })
    expect(await waitAfterPoll(here)).toBe(240)
    server.route('/feed.xml', rss('H', entries(0, 5), '<ttl>600</ttl>'))
    expect(await waitAfterPoll(here)).toBe(600)
    server.route('/feed.xml', rss('H', entries(0, 6), '<ttl>99999</ttl>'))
    expect(await waitAfterPoll(here)).toBe(DAY / MINUTE)
  })

  it.each([
    [0, 54],
    [1, 66],
  ])('spreads waits by a tenth (chance %i)', async (chance, minutes) => {
    dice.chance = chance
    const { news, id, health } = await following()
    dice.chance = 0.5
    const { nextCheckAt } = await health(id)
    expect(((nextCheckAt ?? 0) - news.time.now) / MINUTE).toBeCloseTo(minutes)
  })

  it('D15: never puts a source further off than a day, whatever the clock does', async () => {
    const { news, id, articles, health } = await following()
    for (const jump of [3650 * DAY, -7300 * DAY, HOUR, -1 * HOUR]) {
      news.time.now += jump
      const { sources } = await news.ask('refresh', { sourceIds: [id] })
      const { nextCheckAt } = await health(id)
      expect([jump, (nextCheckAt ?? 0) - news.time.now <= DAY * 1.2]).toEqual([jump, true])
      if (Math.abs(jump) > DAY) expect([jump, sources]).toEqual([jump, 1])
    }
    expect(await articles()).toHaveLength(3)
  })
})
