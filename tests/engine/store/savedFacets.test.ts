import { describe, expect, it } from 'vitest'
import { MOST_FACETS } from '../../../electron/engine/store/library/savedFacets.ts'
import type { Store } from '../../../electron/engine/store/store.ts'
import { minute, savedCopyOf } from './news.ts'
import { openedStore } from './profiles.ts'

describe('savedFacets', () => {
  it('counts tags, companies and sources, most first, each under the name that was saved last', () => {
    const store = openedStore()
    const harbour = { sourceId: 'harbour', companyId: 'port' }
    store.saved.save(
      savedCopyOf('a', { ...harbour, sourceTitle: 'Harbour news', companyName: 'Port Ltd', tags: ['bid'], savedAt: minute(2) }),
    )
    store.saved.save(
      savedCopyOf('b', { ...harbour, sourceTitle: 'Old harbour', companyName: 'Port', tags: ['bid', '码头'], savedAt: minute(1) }),
    )
    store.saved.save(savedCopyOf('c', { tags: ['bid', 'again'] }))
    expect(store.savedFacets()).toEqual({
      tags: [
        { tag: 'bid', count: 3 },
        { tag: 'again', count: 1 },
        { tag: '码头', count: 1 },
      ],
      from: {
        companies: [{ id: 'port', name: 'Port Ltd', count: 2 }],
        sources: [
          { id: 'harbour', title: 'Harbour news', count: 2 },
          { id: 'gone', title: 'A source that is gone', count: 1 },
        ],
      },
    })
  })

  it('is empty where nothing is saved', () => {
    expect(openedStore().savedFacets()).toEqual({ tags: [], from: { companies: [], sources: [] } })
  })

  it('stays small at 10,000 saved items, and tells the most used of more than it may tell', () => {
    const store = openedStore()
    saveMany(store, 10_000)
    const { tags, from } = store.savedFacets()
    expect([tags.length, from.companies.length, from.sources.length]).toEqual([MOST_FACETS, 40, MOST_FACETS])
    expect(tags[0]).toEqual({ tag: 'bid', count: 10_000 })
    expect(from.sources[0]).toEqual({ id: 'source-0', title: 'Source 0', count: 5_000 })
    // Without any text of the items: a list of them all is larger a hundred times.
    expect(JSON.stringify({ tags, from }).length).toBeLessThan(64_000)
    expect(JSON.stringify(store.saved.list()).length).toBeGreaterThan(6_400_000)
  })
})

/** Half of them from one source, half from as many as there are; a tag that all have, and one that each has alone. */
function saveMany(store: Store, count: number): void {
  for (let number = 0; number < count; number += 1) {
    const source = number % 2 === 0 ? 0 : number
    const company = number % 40
    const from = {
      sourceId: `source-${source}`,
      sourceTitle: `Source ${source}`,
      companyId: `company-${company}`,
      companyName: `Company ${company}`,
    }
    store.saved.save(savedCopyOf(`item-${number}`, { ...from, excerpt: 'It says something. '.repeat(12), tags: ['bid', `only-${number}`] }))
  }
}
