import { describe, expect, it } from 'vitest'
import { DAY } from '../../../shared/time.ts'
import { closesAfterEach, newServer, openEngine } from '../../fixtures/newsEngine.ts'
import { entries, rss } from '../../fixtures/newsServer.ts'
import { following } from './savingDesk.ts'

closesAfterEach()

describe('collections', () => {
  it('are made, renamed, ordered, filled, and removed with undo; their items stay saved', async () => {
    const { news, id } = await following()
    const bids = (await news.ask('makeCollection', { name: 'Bids' })).collection
    const later = (await news.ask('makeCollection', { name: 'Later' })).collection
    await news.ask('saveArticle', { id, collectionId: bids.id })
    await news.ask('renameCollection', { id: bids.id, name: 'Bids 2027' })
    await news.ask('moveCollection', { id: later.id, place: 0 })
    const names = async () => (await news.ask('listCollections', {})).collections.map(({ name, count }) => [name, count])
    expect(await names()).toEqual([
      ['Later', 0],
      ['Bids 2027', 1],
    ])
    const { undo } = await news.ask('removeCollection', { id: bids.id })
    expect(await names()).toEqual([['Later', 0]])
    expect((await news.ask('listSaved', {})).saved[0]?.collectionId).toBeNull()
    await news.ask('undo', { token: undo ?? '' })
    expect((await news.ask('listSaved', { collectionId: bids.id })).saved).toHaveLength(1)
    expect(await news.fail('renameCollection', { id: 'nothing', name: 'x' })).toMatchObject({ kind: 'not-found' })
  })

  it('have their name and their place back with an undo each, found by that name again', async () => {
    const { news, id } = await following()
    const names = async () => (await news.ask('listCollections', {})).collections.map(({ name }) => name)
    for (const name of ['Bids', 'Later', 'Board']) await news.ask('makeCollection', { name })
    const [bids] = (await news.ask('listCollections', {})).collections
    await news.ask('saveArticle', { id, collectionId: bids?.id })
    const renamed = await news.ask('renameCollection', { id: bids?.id ?? '', name: 'Tenders' })
    const moved = await news.ask('moveCollection', { id: bids?.id ?? '', place: 2 })
    expect([renamed.collection.count, await names()]).toEqual([1, ['Later', 'Board', 'Tenders']])
    await news.ask('undo', { token: renamed.undo ?? '' })
    expect(await names()).toEqual(['Later', 'Board', 'Bids'])
    expect((await news.ask('listSaved', { query: 'bids' })).saved).toHaveLength(1)
    await news.ask('undo', { token: moved.undo ?? '' })
    expect(await names()).toEqual(['Bids', 'Later', 'Board'])
  })

  it('have nothing to take back where nothing changed, and nothing to bring back where they are gone', async () => {
    const news = await openEngine()
    const { collection } = await news.ask('makeCollection', { name: 'Bids' })
    const { id } = collection
    expect((await news.ask('renameCollection', { id, name: 'Bids' })).undo).toBeNull()
    expect((await news.ask('moveCollection', { id, place: 7 })).undo).toBeNull()
    const { undo } = await news.ask('renameCollection', { id, name: 'Tenders' })
    await news.ask('removeCollection', { id })
    await news.ask('undo', { token: undo ?? '' })
    expect((await news.ask('listCollections', {})).collections).toEqual([])
  })
})

describe('changeSaved and unsaveArticles', () => {
  it('change several at once, and one undo takes it back', async () => {
    const news = await openEngine()
    const server = await newServer()
    server.route('/feed.xml', rss('Harbour', entries(0, 3)))
    await news.ask('addSource', { address: `${server.url}/feed.xml` })
    const ids = (await news.articles()).map((article) => article.id)
    for (const id of ids) await news.ask('saveArticle', { id, tags: ['old'] })
    const change = await news.ask('changeSaved', { ids, addTags: ['new'], removeTags: ['old'] })
    expect(change.changed).toBe(3)
    expect((await news.ask('listSaved', { tag: 'new' })).saved).toHaveLength(3)
    await news.ask('undo', { token: change.undo ?? '' })
    expect((await news.ask('listSaved', { tag: 'old' })).saved).toHaveLength(3)
    const gone = await news.ask('unsaveArticles', { ids: ids.slice(0, 2) })
    expect([gone.changed, (await news.ask('listSaved', {})).total]).toEqual([2, 1])
    await news.ask('undo', { token: gone.undo ?? '' })
    expect((await news.ask('listSaved', {})).total).toBe(3)
  })
})

describe('listSavedFacets', () => {
  it('answers what saved items can be narrowed by, and no item', async () => {
    const { news, id } = await following()
    const none = { tags: [], from: { companies: [], sources: [] } }
    expect(await news.ask('listSavedFacets', {})).toEqual(none)
    const { saved } = await news.ask('saveArticle', { id, tags: ['bid', '码头'] })
    expect(await news.ask('listSavedFacets', {})).toMatchObject({
      tags: [
        { tag: 'bid', count: 1 },
        { tag: '码头', count: 1 },
      ],
      from: { sources: [{ id: saved.sourceId, title: 'Harbour', count: 1 }] },
    })
    await news.ask('unsaveArticle', { id })
    expect(await news.ask('listSavedFacets', {})).toEqual(none)
  })
})

describe('listSaved', () => {
  it('narrows by note, time and words, and orders by each', async () => {
    const news = await openEngine()
    const server = await newServer()
    server.route(
      '/feed.xml',
      rss(
        'Harbour',
        entries(0, 3, (number) => ({ title: ['Zinc', 'Anchor', 'moor'][number] ?? '' })),
      ),
    )
    await news.ask('addSource', { address: `${server.url}/feed.xml` })
    for (const { id, title } of await news.articles()) {
      news.time.now += DAY
      await news.ask('saveArticle', { id, note: title === 'moor' ? 'Ask about 码头' : '' })
    }
    const titles = async (filter: Parameters<typeof news.ask<'listSaved'>>[1]) =>
      (await news.ask('listSaved', filter)).saved.map((item) => item.title)
    expect(await titles({ order: 'title' })).toEqual(['Anchor', 'moor', 'Zinc'])
    expect(await titles({ order: 'savedNewest' })).toEqual(await titles({}))
    expect(await titles({ order: 'savedOldest' })).toEqual((await titles({})).toReversed())
    expect(await titles({ order: 'publishedOldest' })).toEqual(['Zinc', 'Anchor', 'moor'])
    expect(await titles({ hasNote: true })).toEqual(['moor'])
    expect(await titles({ query: '码头' })).toEqual(['moor'])
    expect(await titles({ query: 'anch' })).toEqual(['Anchor'])
    expect(await titles({ after: (news.time.now - DAY / 2) as never })).toHaveLength(1)
    expect(await titles({ query: '"' })).toHaveLength(3)
    const { collection } = await news.ask('makeCollection', { name: 'Über Häfen' })
    const { saved } = await news.ask('listSaved', { query: 'zinc' })
    await news.ask('saveArticle', { id: saved[0]?.id ?? '', collectionId: collection.id, tags: ['tender'] })
    expect(await titles({ query: 'collection:hafen' })).toEqual(['Zinc'])
    expect(await titles({ query: 'collection:nobody' })).toEqual([])
    expect(await titles({ query: '-collection:hafen', order: 'title' })).toEqual(['Anchor', 'moor'])
    expect(await titles({ query: 'tag:tender -zinc' })).toEqual([])
    expect(await titles({ query: '-moor -zinc' })).toEqual(['Anchor'])
    expect(await titles({ query: 'source:harbour anchor' })).toEqual(['Anchor'])
    expect(await titles({ query: 'source:nobody' })).toEqual([])
  })
})
