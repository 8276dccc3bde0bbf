import { describe, expect, it } from 'vitest'
import { draftOf, EVERYTHING, followed, kept, minute, NOON, titlesOf, UNREAD } from './news.ts'
import { openedStore } from './profiles.ts'

/** A source of four articles, of which two are muted. */
function mutedStore() {
  const store = openedStore()
  const source = followed(store, 'a')
  const ids = ['n0', 'n1', 'n2', 'n3'].map(
    (name, at) => kept(store, source, [draftOf(name, { title: name, publishedAt: minute(at) })])[0] ?? '',
  )
  const mute = (id: string, isMuted = true) => store.catches.put(id, { ruleIds: isMuted ? ['r'] : [], isWatched: false, isMuted })
  for (const id of ids.slice(0, 2)) mute(id)
  return { store, source, ids, mute }
}

describe('catches.put', () => {
  it('takes muted articles out of lists and counts, and gives them back unread as they were', () => {
    const { store, source, ids, mute } = mutedStore()
    const counts = () => store.articles.counts().find((one) => one.sourceId === source.id)
    expect(titlesOf(store, EVERYTHING, 'newest', 50)).toEqual(['n3', 'n2'])
    expect(titlesOf(store, { ...EVERYTHING, sourceIds: [source.id] }, 'oldest', 50)).toEqual(['n2', 'n3'])
    expect(counts()).toMatchObject({ total: 2, unread: 2 })
    expect(store.check()).toEqual(expect.not.arrayContaining([expect.objectContaining({ kind: 'source-counts' })]))
    for (const id of ids) mute(id, false)
    expect(titlesOf(store, UNREAD, 'newest', 50)).toEqual(['n3', 'n2', 'n1', 'n0'])
    expect(counts()).toMatchObject({ total: 4, unread: 4 })
  })

  it('says whether anything changed, and which rules caught what', () => {
    const { store, ids, mute } = mutedStore()
    const [first = '', , third = ''] = ids
    expect([mute(first), mute(third), store.catches.put('no-such', { ruleIds: ['r'], isWatched: true, isMuted: false })]).toEqual([
      false,
      true,
      false,
    ])
    expect([...store.catches.of([first, third, 'no-such']).values()]).toEqual([['r'], ['r']])
    expect(store.catches.isAnyMuted()).toBe(true)
  })

  it('keeps what is muted within the reach of retention', () => {
    const { store, source, ids } = mutedStore()
    expect(store.retention.sources(4)).toEqual([])
    expect(store.retention.sources(3)).toHaveLength(1)
    store.articles.prune(ids, NOON)
    expect(store.articles.counts().find((one) => one.sourceId === source.id)).toMatchObject({ total: 0, unread: 0 })
  })
})
