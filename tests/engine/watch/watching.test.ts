import { describe, expect, it } from 'vitest'
import type { EventBody } from '../../../shared/contract/events.ts'
import type { RuleAction } from '../../../shared/contract/rule.ts'
import type { RequestInput } from '../../../shared/contract/requests.ts'
import { openStore } from '../../../electron/engine/store/store.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { draftOf as articleDraft } from '../store/news.ts'
import { closesAfterEach, newProfile, newServer, openEngine, until, type NewsEngine } from '../../fixtures/newsEngine.ts'
import { entries, rss } from '../../fixtures/newsServer.ts'

closesAfterEach()

type Draft = RequestInput<'keepRule'>['rule']

/** A rule that looks for a word, as a request takes it. */
function draftOf(words: string, actions: RuleAction[] = ['mark'], more: Partial<Draft> = {}): Draft {
  return { name: `Rule ${words}`, conditions: [{ kind: 'word', words }], actions, ...more }
}

/** An engine that follows a feed of two articles, and how to let more arrive. */
async function desk(options: Parameters<typeof openEngine>[0] = {}) {
  const server = await newServer()
  server.route('/feed.xml', rss('Trade', entries(0, 2, about('harbour'))))
  const news = await openEngine(options)
  const { source } = await news.ask('addSource', { address: `${server.url}/feed.xml` })
  return {
    server,
    news,
    sourceId: source.id,
    keep: async (rule: Draft, id?: string) => (await news.ask('keepRule', { rule, ...(id === undefined ? {} : { id }) })).rule,
    /** Articles up to a number stand in the feed, those from `from` on telling of something. */
    arrive: async (to: number, telling: string, from = 2) => {
      server.route('/feed.xml', rss('Trade', [...entries(0, from, about('harbour')), ...entries(from, to, about(telling))]))
      await news.refresh()
    },
  }
}

const STARTED = Date.now()

/** What an article of a number tells of; it was published a little while ago. */
function about(thing: string) {
  return (number: number) => ({
    date: new Date(STARTED - (100 - number) * 60_000).toUTCString(),
    title: `Number ${number}`,
    body: `<p>This tells of ${thing}, at some length and with care.</p>`,
  })
}

async function titles(news: NewsEngine, scope: RequestInput<'listArticles'>['scope'] = {}): Promise<string[]> {
  return (await news.ask('listArticles', { scope, limit: 200 })).articles.map((row) => row.title).toSorted()
}

function told(news: NewsEngine): EventBody<'watchCaught'>[] {
  return news.events.flatMap((event) => (event.name === 'watchCaught' ? [event.body] : []))
}

async function rulesOf(news: NewsEngine) {
  return (await news.ask('listRules', {})).rules
}

describe('a rule', () => {
  it('lists what arrives under Watching, with its name on the row, and nothing of what was there', async () => {
    const { news, keep, arrive } = await desk()
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
    const { news, server, keep, arrive } = await desk({ profile })
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
    const { news, keep, arrive } = await desk()
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
    const { news, server, keep } = await desk()
    await keep(draftOf('turntable'))
    const link = `${server.url}/2.html`
    server.route('/2.html', page('Number 2', 'The turntable turns. '.repeat(60)))
    const summary = { title: 'Number 2', link, body: 'A summary.' }
    server.route('/feed.xml', rss('Trade', [...entries(0, 2, about('harbour')), ...entries(2, 3, () => summary)]))
    await news.refresh()
    await until(async () => (await titles(news, { view: 'watching' })).length === 1)
  })

  it('stops the rules below it, and the order is the person’s', async () => {
    const { news, keep, arrive } = await desk()
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
    const { news, keep, arrive } = await desk()
    await keep(draftOf('crane', ['save']))
    await arrive(3, 'a crane')
    const { saved } = await news.ask('listSaved', {})
    expect(saved.map(({ title, tags }) => ({ title, tags }))).toEqual([{ title: 'Number 2', tags: ['Rule crane'] }])
    await news.ask('unsaveArticle', { id: saved[0]?.id ?? '' })
    await arrive(3, 'a crane, edited')
    expect((await news.ask('listSaved', {})).saved).toEqual([])
  })

  it('catches a company’s own news and news that mentions it, by its names', async () => {
    const { news, server, keep, arrive } = await desk()
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
    const { news, keep } = await desk()
    await expect(keep(draftOf('—'))).rejects.toThrow()
    expect(await news.fail('keepRule', { id: 'no-such', rule: draftOf('crane') })).toMatchObject({ kind: 'not-found', what: 'rule' })
    expect(await news.fail('removeRule', { id: 'no-such' })).toMatchObject({ kind: 'not-found' })
    expect(await news.fail('moveRule', { id: 'no-such', before: null })).toMatchObject({ kind: 'not-found' })
    expect(await news.fail('applyRule', { id: 'no-such' })).toMatchObject({ kind: 'not-found' })
  })
})

describe('a muting rule', () => {
  it('takes articles out of lists and counts, keeps them to be found, and gives them back as they were', async () => {
    const { news, keep, arrive, sourceId } = await desk()
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
    const { news, server, keep, arrive } = await desk()
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
    const { news, keep, arrive } = await desk()
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
    const { news, keep, arrive } = await desk()
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
    const { news, keep, arrive } = await desk()
    await keep(draftOf('careful', ['mark', 'stop']))
    await keep(draftOf('crane', ['mute']))
    await arrive(3, 'a careful crane')
    expect(await titles(news)).toEqual(['Number 0', 'Number 1', 'Number 2'])
  })
})

describe('a library that came from elsewhere', () => {
  it('leaves nothing muted or marked by a rule that it does not know', async () => {
    const profile = newProfile()
    const { news, keep, arrive } = await desk({ profile })
    const rule = await keep(draftOf('crane', ['mute']))
    await arrive(4, 'a crane')
    await news.close()
    const opened = openStore({ profile, now: () => STARTED as EpochMs })
    if (!opened.ok) throw new Error(opened.failure.kind)
    opened.value.rules.remove(rule.id)
    opened.value.rules.purge(rule.id)
    opened.value.close()
    const again = await openEngine({ profile })
    await until(async () => (await titles(again)).length === 4)
    expect(await again.ask('checkProfile', {})).toEqual({ ok: true, problems: [] })
  })
})

describe('what was stored when the engine died', () => {
  it('is judged by the next one, once', async () => {
    const profile = newProfile()
    const { news, keep, sourceId } = await desk({ profile })
    await keep(draftOf('crane', ['notify', 'save']))
    await news.close()
    const opened = openStore({ profile, now: () => STARTED as EpochMs })
    if (!opened.ok) throw new Error(opened.failure.kind)
    const draft = articleDraft('a crane', { publishedAt: STARTED as EpochMs })
    opened.value.articles.keep(sourceId, 'industry', [draft], STARTED as EpochMs)
    opened.value.close()
    const again = await openEngine({ profile })
    await until(async () => (await titles(again, { view: 'watching' })).length === 1)
    expect((await again.ask('listSaved', {})).saved).toHaveLength(1)
    await again.close()
    const third = await openEngine({ profile })
    expect((await rulesOf(third))[0]).toMatchObject({ caught: 1 })
    expect(await third.ask('checkProfile', {})).toEqual({ ok: true, problems: [] })
  })
})

describe('testRule', () => {
  it('says what then happens when the same articles arrive anew', async () => {
    const { news, server, keep, arrive } = await desk()
    await keep(draftOf('careful', ['mark', 'stop']))
    await arrive(40, 'a crane')
    await arrive(50, 'a careful crane', 40)
    const rule = draftOf('crane', ['mark'])
    const dry = await wholeTest(news, rule)
    expect([dry.looked, dry.caught, dry.total]).toEqual([50, 0, 50])
    server.route(
      '/feed.xml',
      rss(
        'Trade',
        entries(0, 50, (number) => about(number < 10 ? 'a careful crane' : 'a crane')(number)),
      ),
    )
    await news.refresh()
    const tried = await wholeTest(news, rule)
    expect([tried.caught, tried.weeks.reduce((sum, week) => sum + week.caught, 0)]).toEqual([40, 40])
    const anew = await openEngine()
    await anew.ask('keepRule', { rule: draftOf('careful', ['mark', 'stop']) })
    const kept = await anew.ask('keepRule', { rule })
    await anew.ask('addSource', { address: `${server.url}/feed.xml` })
    const caught = (await anew.ask('listArticles', { scope: { view: 'watching' }, limit: 200 })).articles
    const byRule = caught.filter((row) => row.caughtBy.some((one) => one.ruleId === kept.rule.id)).map((row) => row.title)
    expect(byRule.toSorted()).toEqual(tried.titles.toSorted())
  })

  it('changes nothing, and looks at what is muted too', async () => {
    const { news, keep, arrive } = await desk()
    const rule = await keep(draftOf('crane', ['mute']))
    await arrive(4, 'a crane')
    const dry = await news.ask('testRule', { id: rule.id, rule: draftOf('crane', ['mute']) })
    expect(dry).toMatchObject({ looked: 4, total: 4, caught: 2, next: null })
    expect((await rulesOf(news))[0]).toMatchObject({ caught: 2 })
    expect(await titles(news)).toEqual(['Number 0', 'Number 1'])
  })
})

describe('applyRule', () => {
  it('catches what is here, saves what it is to save, tells nobody, and can be taken back', async () => {
    const { news, keep, arrive } = await desk()
    await arrive(4, 'a crane')
    const rule = await keep(draftOf('crane', ['notify', 'save']))
    expect(await titles(news, { view: 'watching' })).toEqual([])
    const { applied, undo } = await news.ask('applyRule', { id: rule.id })
    expect([applied, await titles(news, { view: 'watching' })]).toEqual([2, ['Number 2', 'Number 3']])
    expect((await news.ask('listSaved', {})).saved).toHaveLength(2)
    expect((await rulesOf(news))[0]).toMatchObject({ caught: 2 })
    await news.ask('undo', { token: undo ?? '' })
    expect(await titles(news, { view: 'watching' })).toEqual([])
    expect((await news.ask('listSaved', {})).saved).toEqual([])
    expect([(await rulesOf(news))[0]?.caught, told(news)]).toEqual([0, []])
  })
})

describe('a notifying rule', () => {
  it('tells what one refresh brought together, once, and nothing of what was there when the source was followed', async () => {
    const { news, server, keep, arrive } = await desk()
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
    const { news, keep, arrive } = await desk()
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
    const { news, keep, arrive } = await desk({ profile, tellsCaught: false })
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
    const { news, keep, arrive } = await desk()
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

async function wholeTest(news: NewsEngine, rule: Draft) {
  let after: string | null = null
  const sum = { looked: 0, caught: 0, total: 0, titles: [] as string[], weeks: [] as { caught: number }[] }
  do {
    const part: Awaited<ReturnType<typeof onePart>> = await onePart(news, rule, after)
    sum.looked += part.looked
    sum.caught += part.caught
    sum.total = part.total
    sum.titles.push(...part.articles.map((row) => row.title))
    sum.weeks.push(...part.weeks)
    after = part.next
  } while (after !== null)
  return sum
}

function onePart(news: NewsEngine, rule: Draft, after: string | null) {
  return news.ask('testRule', { rule, limit: 7, ...(after === null ? {} : { after }) })
}

async function found(news: NewsEngine, query: string): Promise<string[]> {
  return (await news.ask('search', { query })).articles.map((hit) => hit.title).toSorted()
}

async function indexed(news: NewsEngine): Promise<void> {
  await until(async () => (await news.ask('getStatus', {})).toIndex === 0)
}

const organisation =
  '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Organization","name":"Northharbour Cranes"}</script>'

function page(title: string, text: string, head = ''): string {
  return `<!doctype html><html><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`
}
