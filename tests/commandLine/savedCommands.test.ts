import { describe, expect, it } from 'vitest'
import { closesAfterEach, newServer, openEngine, type NewsEngine } from '../fixtures/newsEngine.ts'
import { entries, rss } from '../fixtures/newsServer.ts'
import { newsdeskOf } from './newsdeskOf.ts'

closesAfterEach()

interface Said {
  readonly saved?: { title: string; collectionId: string | null } | { title: string; note: string }[]
  readonly failure?: { sentence: string }
}

async function desk() {
  const server = await newServer()
  const titles = ['Zinc', 'Anchor', 'Moor']
  server.route(
    '/feed.xml',
    rss(
      'Harbour',
      entries(0, 3, (number) => ({ title: titles[number] ?? '' })),
    ),
  )
  const news = await openEngine()
  await news.ask('addSource', { address: `${server.url}/feed.xml` })
  const ids = new Map((await news.articles()).map((article) => [article.title, article.id]))
  return { news, idOf: (title: string) => ids.get(title) ?? '' }
}

async function titles(news: NewsEngine, ...typed: string[]): Promise<string[] | string> {
  const { saved, failure } = (await newsdeskOf<Said>(news, ['saved', ...typed])).document
  return Array.isArray(saved) ? saved.map((item) => item.title) : (failure?.sentence ?? '')
}

describe('save --collection', () => {
  it('makes a collection once, whatever the case of its name, and none for an article that is not there', async () => {
    const { news, idOf } = await desk()
    await newsdeskOf<Said>(news, ['save', idOf('Zinc'), '--collection', 'Bids'])
    await newsdeskOf<Said>(news, ['save', idOf('Moor'), '--collection', 'bids', '--note', 'for March'])
    expect((await newsdeskOf<Said>(news, ['save', 'nothing', '--collection', 'Later'])).document.failure).toBeDefined()
    const { collections } = await news.ask('listCollections', {})
    expect(collections.map(({ name, count }) => [name, count])).toEqual([['Bids', 2]])
  })
})

describe('saved', () => {
  it('lists by tag, collection and words, in the order that is wanted', async () => {
    const { news, idOf } = await desk()
    await newsdeskOf<Said>(news, ['save', idOf('Zinc'), '--tag', 'metal'])
    news.time.now += 1000
    await newsdeskOf<Said>(news, ['save', idOf('Anchor'), '--collection', 'Bids'])
    news.time.now += 1000
    await newsdeskOf<Said>(news, ['save', idOf('Moor'), '--note', 'Ask about 码头'])
    expect(await titles(news)).toEqual(['Moor', 'Anchor', 'Zinc'])
    expect(await titles(news, '--order', 'saved-oldest')).toEqual(['Zinc', 'Anchor', 'Moor'])
    expect(await titles(news, '--order', 'title')).toEqual(['Anchor', 'Moor', 'Zinc'])
    expect(await titles(news, '--tag', 'metal')).toEqual(['Zinc'])
    expect(await titles(news, '--collection', 'BIDS')).toEqual(['Anchor'])
    expect(await titles(news, '--query', '码头')).toEqual(['Moor'])
  })

  it('says what is typed wrongly', async () => {
    const { news } = await desk()
    expect(await titles(news, '--order', 'colour')).toContain('an order is one of saved, saved-oldest')
    expect(await titles(news, '--collection', 'Bids')).toContain('there is no collection “Bids”')
    expect(await titles(news, '--tag', 'a', '--tag', 'b')).toContain('one tag')
  })
})
