import { describe, expect, it } from 'vitest'
import { closesAfterEach, openEngine, type NewsEngine } from '../../fixtures/newsEngine.ts'
import { entries, rss } from '../../fixtures/newsServer.ts'
import { about, draftOf, rulesOf, titles, told, watchDesk, type Draft } from './watchDesk.ts'

closesAfterEach()

describe('testRule', () => {
  it('says what then happens when the same articles arrive anew', async () => {
    const { news, server, keep, arrive } = await watchDesk()
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
    const { news, keep, arrive } = await watchDesk()
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
    const { news, keep, arrive } = await watchDesk()
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
