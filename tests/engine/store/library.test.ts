import { describe, expect, it } from 'vitest'
import { minute, followed, NOON, savedCopyOf } from './news.ts'
import { openedStore } from './profiles.ts'

describe('sources', () => {
  it('keeps a source and what is changed of it', () => {
    const store = openedStore()
    const source = followed(store, 'alpha', { folder: 'Operators' })
    expect(store.sources.byUrl('https://alpha.example/feed')).toEqual(source)
    expect(store.sources.change(source.id, { title: 'Alpha', folder: null, category: undefined })).toMatchObject({
      title: 'Alpha',
      folder: null,
      category: 'company',
    })
    expect(store.sources.get(source.id)?.title).toBe('Alpha')
    expect(store.sources.change('no-such', { title: 'x' })).toBeNull()
    expect(store.sources.list()).toHaveLength(1)
  })

  it('gives a source followed again its old id, so that its articles are still known as read', () => {
    const [first, second] = [openedStore(), openedStore()]
    expect(followed(first).id).toBe(followed(second).id)
    const old = followed(first, 'old')
    first.sources.change(old.id, { url: 'https://moved.example/feed' })
    expect(followed(first, 'old').id).not.toBe(old.id)
  })

  it('hides a removed source, restores it, and forgets it in the end', () => {
    const store = openedStore()
    const source = followed(store)
    expect([store.sources.remove(source.id), store.sources.remove(source.id)]).toEqual([true, false])
    expect([store.sources.list(), store.sources.get(source.id), store.sources.byUrl(source.url)]).toEqual([[], null, null])
    expect([store.sources.restore(source.id), store.sources.restore(source.id)]).toEqual([true, false])
    expect(store.sources.get(source.id)).toEqual(source)
    store.sources.remove(source.id)
    expect(store.sources.purgeRemoved(NOON)).toEqual([])
    expect(store.sources.purgeRemoved()).toEqual([source.id])
    expect(store.sources.restore(source.id)).toBe(false)
  })

  it('takes a removed source back when it is followed again', () => {
    const store = openedStore()
    const source = followed(store)
    store.sources.remove(source.id)
    expect(followed(store)).toMatchObject({ id: source.id, removedAt: null })
    expect(store.sources.list()).toHaveLength(1)
  })
})

describe('saved', () => {
  it('keeps a whole copy and gives it back when it is let go', () => {
    const store = openedStore()
    const copy = savedCopyOf('one', {
      note: 'Mind\0 the gap',
      tags: ['brief', 'bid'].sort(),
      pictures: [{ url: 'https://p/1', alt: 'a', width: 1, height: null }],
    })
    store.saved.save(copy)
    expect(store.saved.get(copy.id)).toEqual(copy)
    expect(store.saved.unsave(copy.id)).toEqual(copy)
    expect([store.saved.get(copy.id), store.saved.unsave(copy.id), store.saved.list(), store.saved.tags()]).toEqual([null, null, [], []])
    store.saved.save(copy)
    expect(store.saved.get(copy.id)).toEqual(copy)
  })

  it('lists the newest saved first, by tag and by source', () => {
    const store = openedStore()
    store.saved.save(savedCopyOf('old', { savedAt: minute(1), tags: ['a', 'b'] }))
    store.saved.save(savedCopyOf('new', { savedAt: minute(2), tags: ['b'], sourceId: 'here' }))
    expect(store.saved.list().map((item) => item.id)).toEqual(['saved-new', 'saved-old'])
    expect(store.saved.list({ tag: 'a' }).map((item) => [item.id, item.tags])).toEqual([['saved-old', ['a', 'b']]])
    expect(store.saved.tags()).toEqual([
      { tag: 'b', count: 2 },
      { tag: 'a', count: 1 },
    ])
    expect([store.saved.ids('here'), store.saved.ids('nowhere')]).toEqual([['saved-new'], []])
    expect(store.saved.isSaved(['saved-old', 'other'])).toEqual(new Set(['saved-old']))
  })

  it('changes only what is given of note and tags', () => {
    const store = openedStore()
    store.saved.save(savedCopyOf('one', { note: 'first', tags: ['a'] }))
    expect(store.saved.change('saved-one', { note: 'second' })).toMatchObject({ note: 'first', tags: ['a'] })
    expect(store.saved.get('saved-one')).toMatchObject({ note: 'second', tags: ['a'] })
    expect(store.saved.change('saved-one', { tags: ['b', ' b ', '', 'c'] })).toMatchObject({ note: 'second', tags: ['a'] })
    expect(store.saved.get('saved-one')).toMatchObject({ note: 'second', tags: ['b', 'c'] })
    expect(store.saved.change('no-such', { note: 'x' })).toBeNull()
    expect(store.check()).toEqual([])
  })
})

describe('settings', () => {
  it('keeps any value under its key', () => {
    const store = openedStore()
    const values = { theme: 'dark', textSize: 18, checkEvery: null, keys: { undo: ['u'] } }
    for (const [key, value] of Object.entries(values)) store.settings.write(key, value)
    store.settings.write('textSize', 20)
    expect(store.settings.read()).toEqual({ ...values, textSize: 20 })
  })
})
