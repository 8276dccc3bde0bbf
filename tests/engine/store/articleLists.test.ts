import { describe, expect, it } from 'vitest'
import { mergeNewest } from '../../../electron/engine/store/cache/mergeSources.ts'
import { openDatabase } from '../../../electron/engine/store/profile/database.ts'
import type { ListKey } from '../../../electron/engine/store/cache/listStatements.ts'
import { listStatements } from '../../../electron/engine/store/cache/listStatements.ts'
import { cacheMigrations } from '../../../electron/engine/store/migrations/cache/index.ts'
import { migrate } from '../../../electron/engine/store/migrations/migrate.ts'
import { draftOf, EVERYTHING, followed, kept, minute, NOON, titlesOf, UNREAD } from './news.ts'
import { plansOf } from './plans.ts'
import { openedStore } from './profiles.ts'

/** Three sources of two categories, twelve articles a minute apart, told in turn. */
function threeSources() {
  const store = openedStore()
  const sources = [followed(store, 'a'), followed(store, 'b', { category: 'industry' }), followed(store, 'c')]
  for (let index = 0; index < 12; index += 1) {
    const source = sources[index % 3]
    if (source) kept(store, source, [draftOf(`n${index}`, { title: `n${index}`, publishedAt: minute(index - 60) })], minute(index))
  }
  return { store, sources, ids: sources.map((source) => source.id) }
}

describe('articles.page', () => {
  const all = Array.from({ length: 12 }, (_, index) => `n${11 - index}`)

  it('walks a whole list in pages, in both orders, each article once', () => {
    const { store } = threeSources()
    for (const limit of [1, 3, 4, 12, 50]) {
      expect(titlesOf(store, EVERYTHING, 'newest', limit)).toEqual(all)
      expect(titlesOf(store, EVERYTHING, 'oldest', limit)).toEqual(all.toReversed())
    }
  })

  it('walks a category, a source, and several sources merged', () => {
    const { store, ids } = threeSources()
    const [a = '', b = '', c = ''] = ids
    const lists = [
      [{ category: 'industry' }, [1]],
      [{ category: 'company' }, [0, 2]],
      [{ sourceIds: [a] }, [0]],
      [{ sourceIds: [c, a, a] }, [0, 2]],
      [{ sourceIds: [a, b], category: 'industry' }, [1]],
      [{ sourceIds: [] }, []],
      [{ sourceIds: ['no-such'] }, []],
    ] as const
    for (const [change, shown] of lists) {
      const scope = { ...EVERYTHING, ...change }
      const titles = all.filter((title) => (shown as readonly number[]).includes(Number(title.slice(1)) % 3))
      for (const limit of [1, 2, 50]) {
        expect(titlesOf(store, scope, 'newest', limit)).toEqual(titles)
        expect(titlesOf(store, scope, 'oldest', limit)).toEqual(titles.toReversed())
      }
      expect(store.articles.page({ scope, order: 'newest', limit: 1, after: null }).total).toBe(titles.length)
    }
  })

  it('shows unread articles and those of today, and counts them', () => {
    const { store, ids } = threeSources()
    const page = store.articles.page({ scope: EVERYTHING, order: 'newest', limit: 50, after: null })
    store.articles.markRead(
      page.rows.slice(0, 6).map((row) => row.id),
      true,
      NOON,
    )
    expect(titlesOf(store, UNREAD)).toEqual(all.slice(6))
    const today = { ...EVERYTHING, since: minute(-55) }
    expect(titlesOf(store, today)).toEqual(all.slice(0, 7))
    for (const scope of [
      UNREAD,
      today,
      { ...UNREAD, since: minute(-55) },
      { ...today, sourceIds: ids.slice(1) },
      { ...today, category: 'company' as const },
    ]) {
      expect(store.articles.page({ scope, order: 'oldest', limit: 1, after: null }).total).toBe(titlesOf(store, scope).length)
    }
  })

  it('keeps its place when articles arrive or go between two pages', () => {
    const { store, sources } = threeSources()
    const first = store.articles.page({ scope: EVERYTHING, order: 'newest', limit: 4, after: null })
    if (sources[0]) kept(store, sources[0], [draftOf('late', { publishedAt: minute(30) })], minute(40))
    store.articles.prune([first.rows[3]?.id ?? ''], NOON)
    const second = store.articles.page({ scope: EVERYTHING, order: 'newest', limit: 4, after: first.next })
    expect(second.rows.map((row) => row.title)).toEqual(all.slice(4, 8))
  })

  it('takes a cursor that is none for an empty page', () => {
    const { store } = threeSources()
    for (const after of ['', 'x', '1', '1.2.3', '-', '9'.repeat(40)]) {
      expect(store.articles.page({ scope: EVERYTHING, order: 'newest', limit: 4, after })).toMatchObject({
        rows: [],
        next: null,
        total: 12,
      })
    }
  })

  it('hides a removed source from lists, counts and rows, and shows it again', () => {
    const { store, ids } = threeSources()
    const [a = ''] = ids
    const before = titlesOf(store, EVERYTHING)
    store.sources.remove(a)
    expect(titlesOf(store, EVERYTHING)).toEqual(before.filter((title) => Number(title.slice(1)) % 3 !== 0))
    const today = { ...EVERYTHING, since: minute(-59) }
    expect(store.articles.page({ scope: today, order: 'newest', limit: 1, after: null }).total).toBe(titlesOf(store, today).length)
    expect(store.articles.page({ scope: EVERYTHING, order: 'newest', limit: 1, after: null }).total).toBe(8)
    store.sources.restore(a)
    expect(titlesOf(store, EVERYTHING)).toEqual(before)
  })

  it('moves a source to another category, some articles at a time', () => {
    const { store, ids } = threeSources()
    const [a = ''] = ids
    const steps: number[] = []
    for (let moved = 1; moved > 0;) steps.push((moved = store.articles.changeCategorySlice(a, 'industry', 3)))
    expect(steps).toEqual([3, 1, 0])
    expect(titlesOf(store, { ...EVERYTHING, category: 'industry' })).toHaveLength(8)
    expect(titlesOf(store, { ...EVERYTHING, category: 'company' })).toHaveLength(4)
  })
})

describe('articles.countArrived', () => {
  it('counts what was first seen after a moment, within the scope', () => {
    const { store, ids } = threeSources()
    const count = (scope: object, since: number): number =>
      store.articles.countArrived({ scope: { ...EVERYTHING, ...scope }, since: minute(since) })
    expect([count({}, -1), count({}, 5), count({}, 11)]).toEqual([12, 6, 0])
    expect(count({ sourceIds: ids.slice(0, 1) }, 5)).toBe(2)
    expect(count({ category: 'industry' }, 5)).toBe(2)
    expect(count({ unreadOnly: true, since: minute(-50) }, 5)).toBe(2)
  })
})

describe('articles.rows', () => {
  it('answers the rows that exist, in the order asked', () => {
    const { store } = threeSources()
    const [first, second] = store.articles.page({ scope: EVERYTHING, order: 'newest', limit: 2, after: null }).rows
    expect(store.articles.rows([second?.id ?? '', 'no-such', first?.id ?? ''])).toEqual([second, first])
    expect(store.articles.row('no-such')).toBeNull()
  })
})

function compare(a: ListKey, b: ListKey): number {
  return b.listed_at_ms - a.listed_at_ms || b.row - a.row
}

describe('mergeNewest', () => {
  it('says the same as sorting everything, however unevenly the sources publish', () => {
    const lanes = Array.from({ length: 40 }, (_, lane) =>
      Array.from({ length: (lane * 7) % 23 }, (_, index) => ({
        listed_at_ms: lane < 3 ? 9000 + index : (lane * 31 + index * 17) % 500,
        row: lane * 100 + index,
      })),
    )
    for (const limit of [1, 7, 50, 1000]) {
      let asked = 0
      const bounds = { since: 0, at: 9e15, row: 9e15, limit }
      const merged = mergeNewest(lanes, bounds, 'newest', (lane, { at, row, limit }) => {
        const rest = lane.toSorted(compare).filter((key) => compare({ listed_at_ms: at, row }, key) < 0)
        asked += Math.min(limit, rest.length)
        return rest.slice(0, limit)
      })
      expect(merged).toEqual(lanes.flat().sort(compare).slice(0, limit))
      expect(asked).toBeLessThanOrEqual(Math.max(lanes.length * 5, limit * 8))
    }
  })
})

describe('listStatements', () => {
  it('walks an index for every list and never sorts or scans', () => {
    const database = openDatabase(':memory:', { isDurable: false, isReadOnly: false })
    migrate(database, cacheMigrations)
    const all = plansOf(database, listStatements)
    const plans = all.filter((plan) => plan.startsWith('SEARCH articles'))
    expect([all.length, plans.length]).toEqual([16, 12])
    for (const plan of plans) {
      expect(plan).toMatch(/^SEARCH articles USING (COVERING )?INDEX (articles|unread)_by_(time|category|source)/)
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
    }
    expect(plans.filter((plan) => plan.includes('unread_by_'))).toHaveLength(6)
    for (const plan of all.filter((plan) => plan.includes('mentions'))) {
      expect(plan).toMatch(/^SEARCH mentions USING (COVERING )?INDEX mentions_by_company \(company=\? AND listed_at_ms/)
      expect(plan.replace('SCAN json_each', '')).not.toMatch(/SCAN|TEMP B-TREE/)
    }
    for (const plan of all.filter((plan) => plan.includes('watched'))) {
      expect(plan).toMatch(/^SEARCH watched USING (COVERING )?INDEX watched_by_time \(listed_at_ms/)
      expect(plan.replace('SCAN json_each', '')).not.toMatch(/SCAN|TEMP B-TREE/)
    }
    database.close()
  })
})
