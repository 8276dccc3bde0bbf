import { describe, expect, it } from 'vitest'
import { closesAfterEach, newProfile, openEngine, until } from '../../fixtures/newsEngine.ts'
import { entries, rss } from '../../fixtures/newsServer.ts'
import { about, draftOf, found, indexed, organisation, page, storeOf, titles, watchDesk } from './watchDesk.ts'

closesAfterEach()

describe('a muting rule', () => {
  it('takes articles out of lists and counts, keeps them to be found, and gives them back as they were', async () => {
    const { news, keep, arrive, sourceId } = await watchDesk()
    const rule = await keep(draftOf('crane', ['mute']))
    await arrive(4, 'a crane')
    const source = async () => (await news.ask('listSources', {})).sources[0]
    expect(await titles(news)).toEqual(['Number 0', 'Number 1'])
    expect(await titles(news, { sourceId })).toEqual(['Number 0', 'Number 1'])
    expect(await source()).toMatchObject({ total: 2, unread: 2 })
    expect((await news.ask('listArticles', { scope: { view: 'unread' } })).total).toBe(2)
    expect((await news.ask('countArrived', { scope: {}, since: news.time.now - 1 })).count).toBe(2)
    await indexed(news)
    expect(await found(news, 'crane')).toEqual([])
    expect(await found(news, 'crane is:muted')).toEqual(['Number 2', 'Number 3'])
    expect(await news.ask('checkProfile', {})).toEqual({ ok: true, problems: [] })
    const { undo } = await news.ask('removeRule', { id: rule.id })
    expect(await titles(news)).toEqual(['Number 0', 'Number 1', 'Number 2', 'Number 3'])
    expect(await source()).toMatchObject({ total: 4, unread: 4 })
    await indexed(news)
    expect(await found(news, 'crane')).toEqual(['Number 2', 'Number 3'])
    await news.ask('undo', { token: undo ?? '' })
    expect(await titles(news)).toEqual(['Number 0', 'Number 1'])
    expect(await news.ask('checkProfile', {})).toEqual({ ok: true, problems: [] })
  })

  it('takes them out of mentions and weeks as well', async () => {
    const { news, server, keep, arrive } = await watchDesk()
    server.route('/', page('Northharbour Cranes', 'We build cranes. '.repeat(20), organisation))
    server.route('/own.xml', rss('Northharbour', entries(20, 21, about('nothing'))))
    const own = await news.ask('addSource', { address: `${server.url}/own.xml`, category: 'company' })
    const id = own.source.companyId ?? ''
    await arrive(4, 'Northharbour Cranes')
    const mentions = async () => (await news.ask('getCompany', { id })).company.mentions
    await until(async () => (await mentions()) === 2)
    const rule = await keep({ name: 'Them', conditions: [{ kind: 'word', words: 'Number 3', field: 'title' }], actions: ['mute'] })
    await news.ask('applyRule', { id: rule.id })
    const { company, weeks } = await news.ask('getCompany', { id })
    expect([company.mentions, weeks.reduce((sum, week) => sum + week.mentions, 0)]).toEqual([1, 1])
    expect(await titles(news, { mentionsOf: id })).toEqual(['Number 2'])
  })

  it('lets go what it does not catch any more when it is changed or switched off', async () => {
    const { news, keep, arrive } = await watchDesk()
    const rule = await keep(draftOf('crane', ['mute']))
    await arrive(3, 'a crane')
    await keep(draftOf('ship', ['mute']), rule.id)
    expect(await titles(news)).toEqual(['Number 0', 'Number 1', 'Number 2'])
    await keep(draftOf('crane', ['mute']), rule.id)
    expect(await titles(news)).toEqual(['Number 0', 'Number 1'])
    await keep(draftOf('crane', ['mute'], { isEnabled: false }), rule.id)
    expect(await titles(news)).toEqual(['Number 0', 'Number 1', 'Number 2'])
  })

  it('remembers what a person read meanwhile', async () => {
    const { news, keep, arrive } = await watchDesk()
    const rule = await keep(draftOf('crane', ['mute']))
    await arrive(3, 'a crane')
    await indexed(news)
    const [hit] = (await news.ask('search', { query: 'is:muted' })).articles
    expect(hit).toMatchObject({ isRead: true, caughtBy: [{ isMuting: true }] })
    await news.ask('markRead', { ids: [hit?.id ?? ''] })
    await news.ask('removeRule', { id: rule.id })
    expect((await news.articles()).map((row) => `${row.title} ${row.isRead}`).toSorted()).toEqual([
      'Number 0 false',
      'Number 1 false',
      'Number 2 true',
    ])
  })

  it('is outdone by a rule above it that stops', async () => {
    const { news, keep, arrive } = await watchDesk()
    await keep(draftOf('careful', ['mark', 'stop']))
    await keep(draftOf('crane', ['mute']))
    await arrive(3, 'a careful crane')
    expect(await titles(news)).toEqual(['Number 0', 'Number 1', 'Number 2'])
  })
})

describe('a library that came from elsewhere', () => {
  it('leaves nothing muted or marked by a rule that it does not know', async () => {
    const profile = newProfile()
    const { news, keep, arrive } = await watchDesk({ profile })
    const rule = await keep(draftOf('crane', ['mute']))
    await arrive(4, 'a crane')
    await news.close()
    const store = storeOf(profile)
    store.rules.remove(rule.id)
    store.rules.purge(rule.id)
    store.close()
    const again = await openEngine({ profile })
    await until(async () => (await titles(again)).length === 4)
    expect(await again.ask('checkProfile', {})).toEqual({ ok: true, problems: [] })
  })
})
