import { describe, expect, it } from 'vitest'
import { closesAfterEach, newServer, openEngine } from '../fixtures/newsEngine.ts'
import { entries, rss } from '../fixtures/newsServer.ts'
import { newsdeskOf } from './newsdeskOf.ts'

closesAfterEach()

/** Runs a command on an engine that stays open for the next one. */
async function desk() {
  const server = await newServer()
  server.route(
    '/feed.xml',
    rss(
      'Trade',
      entries(0, 30, (number) => ({ title: number % 3 === 0 ? `A crane, ${number}` : `A ship, ${number}` })),
    ),
  )
  const news = await openEngine({ tellsCaught: false })
  const { source } = await news.ask('addSource', { address: `${server.url}/feed.xml` })
  return { server, news, source }
}

describe('the commands of rules', () => {
  it('try a rule out, add it, list it with its sentence and counts, and take it away', async () => {
    const { server, news, source } = await desk()
    const options = ['--word', 'crane', '--field', 'title', '--not-source', source.id, '--any', '--action', 'mark', '--action', 'save']
    const tried = await newsdeskOf(news, ['rule-test', ...options.slice(0, 4)])
    expect(tried.document).toMatchObject({ looked: 30, caught: 10 })
    const { document } = await newsdeskOf(news, ['rule-add', ...options])
    expect(document['rule']).toMatchObject({
      name: 'crane',
      sentence: `Mark it and save it when the title has “crane” or the source is not ${source.title}.`,
    })
    server.route(
      '/feed.xml',
      rss(
        'Trade',
        entries(0, 31, (number) => ({ title: number % 3 === 0 ? `A crane, ${number}` : `A ship, ${number}` })),
      ),
    )
    await news.refresh()
    const listed = await newsdeskOf(news, ['rules'])
    expect(listed.document['rules']).toMatchObject([
      { name: 'crane', caught: 1, recently: 1, lastCaughtAt: new Date(news.time.now).toISOString() },
    ])
    const id = (listed.document['rules'] as { id: string }[])[0]?.id ?? ''
    expect((await newsdeskOf(news, ['rule-test', id])).document).toMatchObject({ looked: 31, caught: 11 })
    expect((await newsdeskOf(news, ['articles', '--view', 'watching'])).document).toMatchObject({ total: 1 })
    expect((await newsdeskOf(news, ['rule-remove', id])).document).toEqual({ removed: true })
    expect((await newsdeskOf(news, ['rules'])).document).toEqual({ rules: [] })
  })

  it.each([
    [['rule-add'], 'a rule needs a word'],
    [['rule-add', '--word', '—'], 'a rule needs a word'],
    [['rule-add', '--word', 'x', '--action', 'shout'], 'an action is one of notify'],
    [['rule-add', '--word', 'x', '--field', 'margin'], 'a field is one of anywhere'],
    [['rule-test', 'no-such'], 'there is no rule “no-such”'],
  ])('answer %j with a sentence', async (typed, sentence) => {
    const { code, document } = await newsdeskOf(await openEngine(), typed)
    expect([code, document['failure']]).toMatchObject([1, { kind: 'bad-request', sentence: expect.stringContaining(sentence) }])
  })
})
