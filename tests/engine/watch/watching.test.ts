import { describe, expect, it } from 'vitest'
import { closesAfterEach, newProfile, openEngine, until } from '../../fixtures/newsEngine.ts'
import { entries, rss } from '../../fixtures/newsServer.ts'
import { draftOf as articleDraft } from '../store/news.ts'
import { STARTED, about, draftOf, organisation, page, rulesOf, storeOf, titles, told, watchDesk } from './watchDesk.ts'

closesAfterEach()

describe('a rule', () => {
  it('lists what arrives under Watching, with its name on the row, and nothing of what was there', async () => {
    const { news, keep, arrive } = await watchDesk()
    const rule = await keep(draftOf('crane'))
    await arrive(4, 'a crane')
    const { articles, total } = await news.ask('listArticles', { scope: { view: 'watching' } })
    expect([articles.map((row) => row.title).toSorted(), total]).toEqual([['Number 2', 'Number 3'], 2])
    expect(articles[0]?.caughtBy).toEqual([{ ruleId: rule.id, name: 'Rule crane', isMuting: false }])
    expect(await news.ask('listRules', {})).toMatchObject({ unread: 2, rules: [{ caught: 2, recently: 2, lastCaughtAt: news.time.now }] })
    expect(told(news)).toEqual([])
  })

  it('counts each article once through polls, edits and restarts', async () => {
    const profile = newProfile()
    const { news, server, keep, arrive } = await watchDesk({ profile })
    await keep(draftOf('crane'))
    await arrive(4, 'a crane')
    await news.refresh()
    await arrive(4, 'a crane and more of it')
    await news.close()
    const again = await openEngine({ profile })
    server.route('/feed.xml', rss('Trade', [...entries(0, 2, about('harbour')), ...entries(2, 5, about('a crane, edited'))]))
    await again.refresh()
    expect((await rulesOf(again))[0]).toMatchObject({ caught: 3 })
    expect(await titles(again, { view: 'watching' })).toEqual(['Number 2', 'Number 3', 'Number 4'])
    expect(await again.ask('checkProfile', {})).toEqual({ ok: true, problems: [] })
  })

  it('judges an edited article anew: it may be caught, or be let go; what was counted stays counted', async () => {
    const { news, keep, arrive } = await watchDesk()
    await keep(draftOf('crane'))
    await arrive(3, 'a ship')
    expect(await titles(news, { view: 'watching' })).toEqual([])
    await arrive(3, 'a crane')
    expect(await titles(news, { view: 'watching' })).toEqual(['Number 2'])
    await arrive(3, 'a ship after all')
    expect(await titles(news, { view: 'watching' })).toEqual([])
    expect((await rulesOf(news))[0]).toMatchObject({ caught: 1 })
  })

  it('judges an article again when its page brings the full text', async () => {
    const { news, server, keep } = await watchDesk()
    await keep(draftOf('turntable'))
    const link = `${server.url}/2.html`
    server.route('/2.html', page('Number 2', 'The turntable turns. '.repeat(60)))
    const summary = { title: 'Number 2', link, body: 'A summary.' }
    server.route('/feed.xml', rss('Trade', [...entries(0, 2, about('harbour')), ...entries(2, 3, () => summary)]))
    await news.refresh()
    await until(async () => (await titles(news, { view: 'watching' })).length === 1)
  })

  it('stops the rules below it, and the order is the person’s', async () => {
    const { news, keep, arrive } = await watchDesk()
    const first = await keep(draftOf('crane', ['mark', 'stop']))
    const second = await keep(draftOf('tells'))
    await arrive(3, 'a crane')
    expect((await rulesOf(news)).map((rule) => rule.caught)).toEqual([1, 0])
    const moved = await news.ask('moveRule', { id: second.id, before: first.id })
    expect(moved.rules.map((rule) => rule.id)).toEqual([second.id, first.id])
    await arrive(4, 'a crane')
    expect((await rulesOf(news)).map((rule) => rule.caught)).toEqual([2, 2])
    await news.ask('undo', { token: moved.undo ?? '' })
    expect((await rulesOf(news)).map((rule) => rule.id)).toEqual([first.id, second.id])
  })

  it('saves what it catches, tagged with its name, once: what a person gave up stays given up', async () => {
    const { news, keep, arrive } = await watchDesk()
    await keep(draftOf('crane', ['save']))
    await arrive(3, 'a crane')
    const { saved } = await news.ask('listSaved', {})
    expect(saved.map(({ title, tags }) => ({ title, tags }))).toEqual([{ title: 'Number 2', tags: ['Rule crane'] }])
    await news.ask('unsaveArticle', { id: saved[0]?.id ?? '' })
    await arrive(3, 'a crane, edited')
    expect((await news.ask('listSaved', {})).saved).toEqual([])
  })

  it('catches a company’s own news and news that mentions it, by its names', async () => {
    const { news, server, keep, arrive } = await watchDesk()
    server.route('/', page('Northharbour Cranes', 'We build cranes. '.repeat(20), organisation))
    server.route('/own.xml', rss('Northharbour', entries(20, 21, about('nothing'))))
    const own = await news.ask('addSource', { address: `${server.url}/own.xml`, category: 'company' })
    const companyId = own.source.companyId ?? ''
    await until(async () => (await news.ask('getCompany', { id: companyId })).company.name === 'Northharbour Cranes')
    await keep({ name: 'Them', conditions: [{ kind: 'company', companyId }], actions: ['mark'] })
    await arrive(3, 'Northharbour Cranes')
    server.route('/own.xml', rss('Northharbour', entries(20, 22, about('nothing'))))
    await news.refresh()
    expect(await titles(news, { view: 'watching' })).toEqual(['Number 2', 'Number 21'])
  })

  it('is refused with no words to look for, and cannot be changed once it is gone', async () => {
    const { news, keep } = await watchDesk()
    await expect(keep(draftOf('—'))).rejects.toThrow()
    expect(await news.fail('keepRule', { id: 'no-such', rule: draftOf('crane') })).toMatchObject({ kind: 'not-found', what: 'rule' })
    expect(await news.fail('removeRule', { id: 'no-such' })).toMatchObject({ kind: 'not-found' })
    expect(await news.fail('moveRule', { id: 'no-such', before: null })).toMatchObject({ kind: 'not-found' })
    expect(await news.fail('applyRule', { id: 'no-such' })).toMatchObject({ kind: 'not-found' })
  })
})

describe('what was stored when the engine died', () => {
  it('is judged by the next one, once', async () => {
    const profile = newProfile()
    const { news, keep, sourceId } = await watchDesk({ profile })
    await keep(draftOf('crane', ['notify', 'save']))
    await news.close()
    const store = storeOf(profile)
    const draft = articleDraft('a crane', { publishedAt: STARTED })
    store.articles.keep(sourceId, 'industry', [draft], STARTED)
    store.close()
    const again = await openEngine({ profile })
    await until(async () => (await titles(again, { view: 'watching' })).length === 1)
    expect((await again.ask('listSaved', {})).saved).toHaveLength(1)
    await again.close()
    const third = await openEngine({ profile })
    expect((await rulesOf(third))[0]).toMatchObject({ caught: 1 })
    expect(await third.ask('checkProfile', {})).toEqual({ ok: true, problems: [] })
  })
})
