import { describe, expect, it } from 'vitest'
import { sharesNews } from '../../fixtures/newsEngine.ts'
import { entries, paragraphs, rss } from '../../fixtures/newsServer.ts'

const corner = sharesNews()

async function following(count = 3) {
  const made = corner()
  made.server.route('/feed.xml', rss('Harbour News', entries(0, count)))
  const id = await made.follow('/feed.xml')
  return { ...made, id }
}

const edited = (number: number) => (number === 2 ? { title: 'Port trial is over', body: `<p>All is new.</p>${paragraphs(9)}` } : {})

describe('an article that its publisher edits', () => {
  it('keeps its id, stays read and saved, is read as it was saved, and shows the new text beside it', async () => {
    const { server, news, refresh, articles } = await following()
    const before = await articles()
    const [first] = before
    const { article: old } = await news.ask('getArticle', { id: first?.id ?? '' })
    await news.ask('markRead', { ids: [first?.id ?? ''] })
    await news.ask('saveArticle', { id: first?.id ?? '', note: 'for Monday', tags: ['ports'] })
    server.route('/feed.xml', rss('Harbour News', entries(0, 3, edited)))
    expect(await refresh()).toMatchObject({ added: 0, updated: 1 })
    const after = await articles()
    expect(after.map((row) => row.id)).toEqual(before.map((row) => row.id))
    expect(after[0]).toMatchObject({ title: 'Port trial is over', isRead: true, isSaved: true })
    const id = first?.id ?? ''
    const { article } = await news.ask('getArticle', { id })
    expect([article.title, article.text, article.note, article.tags]).toEqual([first?.title, old.text, 'for Monday', ['ports']])
    const rewritten = (await news.ask('getArticle', { id, origin: 'feed' })).article
    expect([rewritten.text.includes('All is new.'), rewritten.note, rewritten.tags]).toEqual([true, 'for Monday', ['ports']])
    const { saved } = await news.ask('listSaved', {})
    expect(saved.find((item) => item.id === id)?.title).toBe(first?.title)
  })

  it('shows the new text where it is not saved', async () => {
    const { server, news, refresh, articles } = await following()
    const id = (await articles())[0]?.id ?? ''
    server.route('/feed.xml', rss('Harbour News', entries(0, 3, edited)))
    await refresh()
    const { article } = await news.ask('getArticle', { id })
    expect([article.title, article.text.includes('All is new.')]).toEqual(['Port trial is over', true])
  })

  it('F13: with another guid under the same link is the same article, through twenty polls', async () => {
    const { server, news, refresh, articles } = await following()
    const [first] = await articles()
    await news.ask('saveArticle', { id: first?.id ?? '' })
    await news.ask('markRead', { ids: [first?.id ?? ''] })
    for (let poll = 0; poll < 20; poll += 1) {
      server.route(
        '/feed.xml',
        rss(
          'Harbour News',
          entries(0, 3, (number) => ({ guid: `round-${poll}-${number}` })),
        ),
      )
      expect(await refresh()).toMatchObject({ added: 0 })
    }
    const after = await articles()
    expect([after.length, after[0]?.id, after[0]?.isRead, after[0]?.isSaved]).toEqual([3, first?.id, true, true])
  })

  it('stays when its publisher takes it out of the feed', async () => {
    const { server, refresh, articles } = await following()
    server.route('/feed.xml', rss('Harbour News', entries(3, 5)))
    await refresh()
    server.route('/feed.xml', rss('Harbour News', []))
    await refresh()
    expect(await articles()).toHaveLength(5)
  })
})

describe('removeSource', () => {
  it('takes a source and its articles out of lists, search and rows, and undo brings them back as they were', async () => {
    const { news, id, articles } = await following()
    const [first] = await articles()
    const ids = [first?.id ?? '']
    await news.ask('markRead', { ids })
    const { undo } = await news.ask('removeSource', { id })
    expect([await articles(), (await news.ask('getRows', { ids })).articles]).toEqual([[], []])
    expect(await news.fail('getArticle', { id: ids[0] ?? '' })).toMatchObject({ kind: 'not-found' })
    expect((await news.ask('listSources', {})).sources.some((source) => source.id === id)).toBe(false)
    expect(await news.ask('undo', { token: undo ?? '' })).toEqual({ undone: true })
    const back = await articles()
    expect([back.length, back[0]?.isRead]).toEqual([3, true])
    expect(await news.ask('undo', { token: undo ?? '' })).toEqual({ undone: false })
  })

  it('lets each removal be undone for ten minutes, whatever became of an earlier one', async () => {
    const [one, other] = [await following(), await following()]
    await one.news.ask('removeSource', { id: one.id })
    one.news.time.now += 9 * 60_000
    const { undo } = await other.news.ask('removeSource', { id: other.id })
    one.news.time.now += 2 * 60_000
    // A round is what finishes old removals.
    await corner()
      .refresh()
      .catch(() => undefined)
    const third = await following()
    await third.refresh()
    expect(await other.news.ask('undo', { token: undo ?? '' })).toEqual({ undone: true })
    expect(await other.articles()).toHaveLength(3)
    expect(await one.articles()).toHaveLength(0)
  })

  it('of a source that is followed again meanwhile does not take its articles when the undo has passed', async () => {
    const { news, id, follow, articles } = await following()
    const [first] = await articles()
    await news.ask('markRead', { ids: [first?.id ?? ''] })
    await news.ask('removeSource', { id })
    expect(await follow('/feed.xml', { category: 'company' })).toBe(id)
    news.time.now += 11 * 60_000
    const other = await following()
    await other.refresh()
    const { articles: rows } = await news.ask('listArticles', { scope: { sourceId: id } })
    expect([rows.length, rows[0]?.isRead, rows.map((row) => row.category)]).toEqual([3, true, ['company', 'company', 'company']])
  })

  it('answers not-found for a source that is not there', async () => {
    const { news, id } = await following()
    await news.ask('removeSource', { id })
    expect(await news.fail('removeSource', { id })).toMatchObject({ kind: 'not-found', sentence: 'There is no such source.' })
    expect(await news.fail('refresh', { sourceIds: [id] })).toMatchObject({ kind: 'not-found' })
    expect(await news.fail('changeSource', { id, title: 'x' })).toMatchObject({ kind: 'not-found' })
  })
})

describe('saved items', () => {
  it('survive unfollowing with text, title of the source, note and tags', async () => {
    const { news, id, articles } = await following()
    const [first] = await articles()
    const articleId = first?.id ?? ''
    const before = (await news.ask('getArticle', { id: articleId })).article
    await news.ask('saveArticle', { id: articleId, note: 'keep', tags: ['ports', ' ports ', 'crane'] })
    await news.ask('removeSource', { id })
    const { article } = await news.ask('getArticle', { id: articleId })
    expect(article).toMatchObject({ text: before.text, html: before.html, sourceTitle: 'Harbour News', isSaved: true, note: 'keep' })
    expect(article.tags.toSorted()).toEqual(['crane', 'ports'])
    const { articles: rows } = await news.ask('getRows', { ids: [articleId] })
    expect(rows[0]).toMatchObject({ sourceTitle: 'Harbour News', isSaved: true })
  })

  it('come back whole by undo, and are not overwritten where they were saved anew before it', async () => {
    const { news, articles } = await following()
    const id = (await articles())[0]?.id ?? ''
    await news.ask('saveArticle', { id, note: 'first', tags: ['a'] })
    const first = await news.ask('unsaveArticle', { id })
    await news.ask('undo', { token: first.undo ?? '' })
    expect((await news.ask('getArticle', { id })).article).toMatchObject({ note: 'first', tags: ['a'], isSaved: true })
    const second = await news.ask('unsaveArticle', { id })
    await news.ask('saveArticle', { id, note: 'second' })
    await news.ask('undo', { token: second.undo ?? '' })
    expect((await news.ask('getArticle', { id })).article).toMatchObject({ note: 'second', isSaved: true })
    expect(await news.ask('unsaveArticle', { id: 'nothing' })).toEqual({ unsaved: false, undo: null })
  })

  it('keep the note or the tags that a second saving does not give', async () => {
    const { news, articles } = await following()
    const id = (await articles())[0]?.id ?? ''
    await news.ask('saveArticle', { id, note: 'mine', tags: ['a'] })
    await news.ask('saveArticle', { id, tags: ['b'] })
    await news.ask('saveArticle', { id, note: 'still mine' })
    expect((await news.ask('getArticle', { id })).article).toMatchObject({ note: 'still mine', tags: ['b'] })
    expect(await news.fail('saveArticle', { id: 'nothing' })).toMatchObject({ kind: 'not-found' })
  })

  it('are listed in pages without a double or a gap, also when the row of the cursor is unsaved between pages', async () => {
    const { news, id, articles } = await following(9)
    for (const { id: articleId } of await articles()) await news.ask('saveArticle', { id: articleId })
    const scope = { view: 'saved', sourceId: id } as const
    const page = await news.ask('listArticles', { scope, limit: 4 })
    const last = page.articles.at(-1)?.id ?? ''
    const second = await news.ask('listArticles', { scope, limit: 4, after: page.next ?? '' })
    expect([page.total, new Set([...page.articles, ...second.articles].map((row) => row.id)).size]).toEqual([9, 8])
    await news.ask('unsaveArticle', { id: last })
    const again = await news.ask('listArticles', { scope, limit: 4, after: page.next ?? '' })
    const seen = new Set(page.articles.map((row) => row.id))
    expect(again.articles.filter((row) => seen.has(row.id))).toEqual([])
    expect(again.articles.length).toBeGreaterThanOrEqual(3)
  })
})

describe('markAllRead', () => {
  it('marks what a scope held when it was seen, and undo marks exactly that unread again', async () => {
    const { server, news, id, articles, refresh } = await following()
    await news.ask('markRead', { ids: [(await articles())[0]?.id ?? ''] })
    const until = news.time.now
    news.time.now += 1000
    server.route('/feed.xml', rss('Harbour News', entries(0, 5)))
    await refresh()
    const { changed, undo } = await news.ask('markAllRead', { scope: { sourceId: id }, until })
    expect([changed, (await articles()).map((row) => row.isRead)]).toEqual([2, [false, false, true, true, true]])
    await news.ask('undo', { token: undo ?? '' })
    expect((await articles()).map((row) => row.isRead)).toEqual([false, false, true, false, false])
    const source = (await news.ask('listSources', {})).sources.find((one) => one.id === id)
    expect([source?.total, source?.unread]).toEqual([5, 4])
  })

  it('marks of saved items those of the scope alone', async () => {
    const [one, other] = [await following(), await following()]
    for (const { articles, news } of [one, other]) await news.ask('saveArticle', { id: (await articles())[0]?.id ?? '' })
    const scope = { view: 'saved', sourceId: one.id } as const
    expect(await one.news.ask('markAllRead', { scope, until: one.news.time.now })).toMatchObject({ changed: 1 })
    expect((await other.articles())[0]?.isRead).toBe(false)
  })

  it('has nothing to undo where there was nothing to do', async () => {
    const { news, id } = await following()
    await news.ask('markAllRead', { scope: { sourceId: id }, until: news.time.now })
    expect(await news.ask('markAllRead', { scope: { sourceId: id }, until: news.time.now })).toEqual({ changed: 0, undo: null })
  })
})
