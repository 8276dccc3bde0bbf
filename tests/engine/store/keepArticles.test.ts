import { describe, expect, it } from 'vitest'
import { EARLIEST_NEWS } from '../../../shared/time.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { articleId } from '../../../electron/engine/store/cache/articleKeys.ts'
import { draftOf, EVERYTHING, followed, kept, minute, NOON, textOf, titlesOf } from './news.ts'
import { openedStore } from './profiles.ts'

describe('articles.keep', () => {
  it('gives an article the same id in every cache', () => {
    const [first, second] = [openedStore(), openedStore()]
    const ids = [first, second].map((store) => kept(store, followed(store), [draftOf('launch')])[0])
    expect(ids[0]).toBe(ids[1])
    expect(ids[0]).toMatch(/^[a-z2-7]{20}$/)
    expect(ids[0]).toBe(articleId(followed(openedStore()).id, 'id:launch'))
  })

  it('keeps the number of rows when the same document is polled 20 times (F13)', () => {
    const store = openedStore()
    const source = followed(store)
    const document = [
      draftOf('one'),
      draftOf('same id', { identityKey: 'id:one', title: 'The id again', contentHash: 'ff' }),
      draftOf('no guid', { identityKey: 'link:no-guid', rawId: null }),
      draftOf('sql', { identityKey: "'; DROP TABLE articles; --" }),
      draftOf('nul', { identityKey: 'a\0b' }),
      draftOf('other nul', { identityKey: 'a\0c' }),
      draftOf('huge', { identityKey: 'x'.repeat(2048) }),
    ]
    expect(kept(store, source, document)).toHaveLength(6)
    for (let poll = 1; poll <= 20; poll += 1) {
      expect(store.articles.keep(source.id, 'company', document, minute(poll))).toEqual({ added: [], updated: [], wantPage: [] })
    }
    expect(store.articles.counts()).toEqual([{ sourceId: source.id, total: 6, unread: 6 }])
  })

  it('knows an article again by its link when its source changes its guids at every poll (F13)', () => {
    const store = openedStore()
    const source = followed(store)
    const [id = ''] = kept(store, source, [draftOf('launch')])
    store.articles.markRead([id], true, NOON)
    for (let poll = 1; poll <= 20; poll += 1) kept(store, source, [draftOf('launch', { identityKey: `guid-${poll}` })])
    expect(store.articles.counts()).toEqual([{ sourceId: source.id, total: 1, unread: 0 }])
    const { updated } = store.articles.keep(
      source.id,
      'company',
      [draftOf('launch', { identityKey: 'guid-3', linkKey: 'moved/on', title: 'New' })],
      NOON,
    )
    expect(updated).toEqual([id])
    expect(store.articles.row(id)).toMatchObject({ title: 'New', isRead: true })
  })

  it('takes articles that share one link for different ones (F13)', () => {
    const store = openedStore()
    const source = followed(store)
    const shared = { linkKey: 'status.example/', url: 'https://status.example/' }
    expect(kept(store, source, [draftOf('a', shared), draftOf('b', shared)])).toHaveLength(2)
    expect(kept(store, source, [draftOf('c', { ...shared, publishedAt: minute(1) })])).toHaveLength(1)
    const only = openedStore()
    kept(only, followed(only), [draftOf('a', shared)])
    expect(kept(only, followed(only), [draftOf('other news', { ...shared, publishedAt: minute(5) })])).toHaveLength(1)
  })

  it('keeps the id and read state of an edited article and sets the last five versions aside', () => {
    const store = openedStore()
    const source = followed(store)
    const [id = ''] = kept(store, source, [draftOf('launch')])
    store.articles.markRead([id], true, NOON)
    for (let edit = 1; edit <= 7; edit += 1) {
      const draft = draftOf('launch', { title: `Edit ${edit}`, feedText: textOf(`Text ${edit}`) })
      expect(store.articles.keep(source.id, 'company', [draft], minute(edit))).toMatchObject({ added: [], updated: [id] })
    }
    expect(store.articles.getContent(id)).toMatchObject({ title: 'Edit 7', isRead: true, feedText: { text: 'Text 7' } })
    expect(store.articles.versions(id).map(({ title, text }) => [title, text?.text])).toEqual(
      [6, 5, 4, 3, 2].map((edit) => [`Edit ${edit}`, `Text ${edit}`]),
    )
  })

  it('does not let the same guid of two sources meet', () => {
    const store = openedStore()
    kept(store, followed(store, 'alpha'), [draftOf('launch')])
    expect(kept(store, followed(store, 'beta'), [draftOf('launch')])).toHaveLength(1)
  })

  it('lists by a time within 1990 and the first sight, in the same order at every run (F14)', () => {
    const odd = [-62_167_219_200_000, 253_402_300_799_999, 8.64e15, 0, -1, null, NOON, NOON, 8.64e15] as (EpochMs | null)[]
    const runs = Array.from({ length: 10 }, () => {
      const store = openedStore()
      const source = followed(store)
      const ids = kept(
        store,
        source,
        odd.map((publishedAt, index) => draftOf(`d${index}`, { publishedAt })),
      )
      for (const row of store.articles.rows(ids)) {
        expect(row.listedAt).toBeGreaterThanOrEqual(EARLIEST_NEWS)
        expect(row.listedAt).toBeLessThanOrEqual(NOON)
      }
      expect(store.articles.rows(ids).map((row) => row.publishedAt)).toEqual(odd)
      return titlesOf(store, EVERYTHING)
    })
    expect(new Set(runs.map((titles) => titles.join())).size).toBe(1)
    expect(runs[0]).toHaveLength(odd.length)
  })

  it('asks for pages that are wanted, until they come or are given up', () => {
    const store = openedStore()
    const source = followed(store)
    const drafts = [draftOf('a', { wantsPage: true }), draftOf('b', { wantsPage: true }), draftOf('c')]
    const { added, wantPage } = store.articles.keep(source.id, 'company', drafts, NOON)
    const [a = '', b = ''] = added
    expect(wantPage).toEqual([
      { id: a, url: 'https://news.example/a' },
      { id: b, url: 'https://news.example/b' },
    ])
    const about = { author: 'Ann', publishedAt: null, leadImageUrl: null, language: null, isBetter: true }
    expect(store.articles.keepPageText(a, textOf('The whole page'), about)).toBe(true)
    store.articles.giveUpPage(b, 'text-refused')
    expect(store.articles.pagesWanted(10)).toEqual([])
    expect(store.articles.keep(source.id, 'company', drafts, NOON).wantPage).toEqual([])
    expect(store.articles.getContent(a)).toMatchObject({
      author: 'Ann',
      excerpt: 'The whole page',
      prefersPage: true,
      offline: 'ready',
      pageText: { text: 'The whole page' },
    })
    const edited = draftOf('a', { wantsPage: true, title: 'Edited' })
    expect(store.articles.keep(source.id, 'company', [edited], NOON).wantPage).toEqual([{ id: a, url: edited.url }])
    expect(store.articles.getContent(a)).toMatchObject({ pageText: { text: 'The whole page' } })
  })

  it('knows a pruned article as deleted, and a forgotten one as read', () => {
    const store = openedStore()
    const source = followed(store)
    const [pruned = '', read = ''] = kept(store, source, [draftOf('pruned'), draftOf('read')])
    store.articles.markRead([read], true, NOON)
    expect(store.articles.prune([pruned], NOON)).toBe(1)
    expect(kept(store, source, [draftOf('pruned')])).toEqual([])
    while (store.articles.purgeSourceSlice(source.id, 1) > 0);
    expect(store.articles.counts()).toEqual([])
    kept(store, source, [draftOf('read')])
    expect(store.articles.row(read)).toMatchObject({ isRead: true })
  })
})

describe('refreshOffline', () => {
  const stored = { hash: 'ab'.repeat(32), type: 'image/png', bytes: 7 }

  it('calls ready only what has its text and every picture', () => {
    const store = openedStore()
    const source = followed(store)
    const [none, bare, pictured = '', waiting] = kept(store, source, [
      draftOf('none', { feedText: null }),
      draftOf('bare'),
      draftOf('pictured', { feedText: textOf('Look', ['https://p.example/1']), leadImageUrl: 'https://p.example/0' }),
      draftOf('waiting', { wantsPage: true }),
    ])
    const states = (): unknown[] => store.articles.rows([none, bare, pictured, waiting] as string[]).map((row) => row.offline)
    expect(states()).toEqual(['none', 'ready', 'partial', 'partial'])
    store.pictures.keep('https://p.example/0', stored, NOON)
    expect(store.articles.refreshOffline([pictured])).toEqual([pictured])
    expect(store.articles.row(pictured)).toMatchObject({ offline: 'partial', thumbnailHash: stored.hash })
    expect(store.articles.row(pictured)).toMatchObject({ missing: 'pictures-waiting' })
    store.pictures.keepTrouble('https://p.example/1', 'refused', NOON)
    expect(store.articles.refreshOffline([pictured])).toEqual([pictured])
    expect(store.articles.row(pictured)).toMatchObject({ offline: 'partial', missing: 'pictures-refused' })
    store.pictures.keep('https://p.example/1', stored, NOON)
    store.articles.refreshOffline([pictured])
    expect(states()).toEqual(['none', 'ready', 'ready', 'partial'])
    expect(store.pictures.totalBytes()).toBe(7)
    expect(store.articles.articlesShowing(stored.hash)).toEqual([pictured])
    store.pictures.lose(stored.hash, 'damaged', NOON)
    store.articles.refreshOffline([pictured])
    expect(store.articles.row(pictured)).toMatchObject({ offline: 'partial', thumbnailHash: null, missing: 'pictures-damaged' })
    expect(store.articles.wantingPictures(source.id, 9)).toEqual([pictured])
    expect(store.pictures.totalBytes()).toBe(0)
  })

  it('tells what was tried from what was not', () => {
    const store = openedStore()
    store.pictures.keepTrouble('https://p.example/no', 'other', NOON)
    store.pictures.keep('https://p.example/yes', stored, NOON)
    const known = store.pictures.known(['https://p.example/no', 'https://p.example/yes', 'https://p.example/new'])
    expect([...known]).toEqual([
      ['https://p.example/no', null],
      ['https://p.example/yes', stored],
    ])
  })
})
