import { describe, expect, it } from 'vitest'
import { articleTexts } from '../../../electron/engine/store/cache/articleTexts.ts'
import { mentionsTable } from '../../../electron/engine/store/cache/mentions.ts'
import { relatedTable } from '../../../electron/engine/store/cache/related.ts'
import { relateQueue } from '../../../electron/engine/store/cache/relateQueue.ts'
import { topicsTable } from '../../../electron/engine/store/cache/topics.ts'
import { cacheMigrations } from '../../../electron/engine/store/migrations/cache/index.ts'
import { migrate } from '../../../electron/engine/store/migrations/migrate.ts'
import { openDatabase, prepare } from '../../../electron/engine/store/profile/database.ts'
import type { Database } from '../../../electron/engine/store/profile/database.ts'
import type { Store } from '../../../electron/engine/store/store.ts'
import { draftOf, EVERYTHING, followed, indexed, kept, minute, NOON, textOf, titlesOf } from './news.ts'
import { plansOf } from './plans.ts'
import { openedStore, temporaryFolder } from './profiles.ts'
import { join } from 'node:path'

const ONCE = { times: 1, inTitle: false }

/** Rows of all articles, by title. */
function rowsOf(store: Store): Map<string, number> {
  const waiting = store.toRelate.next(100).map(({ article }) => article)
  return new Map(waiting.map((article) => [store.toRelate.read(article)?.title ?? '', article]))
}

/** Six articles of two sources; the even ones mention `acme`. */
function mentioning(profile = ':memory:') {
  const store = openedStore(profile)
  const sources = [followed(store, 'trade', { category: 'industry' }), followed(store, 'press')]
  for (let index = 0; index < 6; index += 1) {
    const source = sources[index < 4 ? 0 : 1]
    const text = textOf(index % 2 === 0 ? `Acme Works did it ${index}.` : 'Nothing of note.')
    if (source) kept(store, source, [draftOf(`n${index}`, { title: `n${index}`, publishedAt: minute(index - 60), feedText: text })])
  }
  store.mentions.lookFor('acme', { names: ['ACME works', 'Nowhere', '…'], sourceIds: [] })
  const rows = rowsOf(store)
  for (const [title, row] of rows) if (Number(title.slice(1)) % 2 === 0) store.mentions.put(row, [{ companyId: 'acme', ...ONCE }])
  return { store, sources, rows }
}

describe('mentions.put', () => {
  it('lists the articles that mention a company, newest first, narrowed as any list', () => {
    const { store, sources } = mentioning()
    const scope = { ...EVERYTHING, mentionsOf: 'acme' }
    for (const limit of [1, 2, 50]) expect(titlesOf(store, scope, 'newest', limit)).toEqual(['n4', 'n2', 'n0'])
    expect(titlesOf(store, scope, 'oldest', 2)).toEqual(['n0', 'n2', 'n4'])
    expect(titlesOf(store, { ...scope, category: 'industry' })).toEqual(['n2', 'n0'])
    expect(titlesOf(store, { ...scope, sourceIds: [sources[1]?.id ?? ''] })).toEqual(['n4'])
    expect(titlesOf(store, { ...scope, mentionsOf: 'nobody' })).toEqual([])
    const total = (change: object): number =>
      store.articles.page({ scope: { ...scope, ...change }, order: 'newest', limit: 1, after: null }).total
    expect([total({}), total({ category: 'industry' }), total({ since: minute(-57) })]).toEqual([3, 2, 1])
    expect(store.articles.countArrived({ scope, since: minute(-1) })).toBe(3)
    expect(store.articles.markReadSlice(scope, NOON, 2)).toHaveLength(2)
    expect([total({ unreadOnly: true }), total({})]).toEqual([1, 3])
  })

  it('counts what can be shown, and follows articles and sources that go', () => {
    const { store, sources, rows } = mentioning()
    const count = (): number => store.mentions.counts().get('acme') ?? 0
    expect(count()).toBe(3)
    store.sources.remove(sources[1]?.id ?? '')
    expect(count()).toBe(2)
    store.sources.restore(sources[1]?.id ?? '')
    const [first] = store.articles.page({ scope: EVERYTHING, order: 'oldest', limit: 1, after: null }).rows
    store.articles.prune([first?.id ?? ''], NOON)
    expect(count()).toBe(2)
    store.mentions.put(rows.get('n2') ?? 0, [])
    expect([count(), store.mentions.put(rows.get('n2') ?? 0, [])]).toEqual([1, false])
    store.articles.purgeSourceSlice(sources[1]?.id ?? '', 100)
    expect(count()).toBe(0)
  })

  it('keeps its place in lists where an article turns out to be of another day', () => {
    const { store } = mentioning()
    const [newest] = store.articles.page({ scope: EVERYTHING, order: 'newest', limit: 1, after: null }).rows
    expect(newest?.title).toBe('n5')
    const undated = draftOf('n9', { title: 'n9', publishedAt: null })
    const [id = ''] = kept(store, followed(store, 'late'), [undated], minute(5))
    store.mentions.put(rowsOf(store).get('n9') ?? 0, [{ companyId: 'acme', ...ONCE }])
    expect(titlesOf(store, { ...EVERYTHING, mentionsOf: 'acme' })[0]).toBe('n9')
    const about = { author: null, publishedAt: minute(-90), leadImageUrl: null, language: null, isBetter: true }
    store.articles.keepPageText(id, textOf('page'), about)
    expect(titlesOf(store, { ...EVERYTHING, mentionsOf: 'acme' })).toEqual(['n4', 'n2', 'n0', 'n9'])
  })
})

describe('mentions.forgetSlice', () => {
  it('forgets a company a little at a time and answers the articles', () => {
    const { store } = mentioning()
    const steps: number[] = []
    for (let some = [0]; some.length > 0;) steps.push((some = store.mentions.forgetSlice('acme', 2)).length)
    expect([steps, store.mentions.companies(), store.mentions.counts().size]).toEqual([[2, 1, 0], [], 0])
  })
})

describe('mentions.candidates', () => {
  it('finds the articles that have a name word for word, newest arrival first, from a row downwards', () => {
    const { store, rows } = mentioning()
    indexed(store)
    const expected = ['n4', 'n2', 'n0'].map((title) => rows.get(title))
    expect(store.mentions.candidates('acme', Number.MAX_SAFE_INTEGER, 10)).toEqual(expected)
    expect(store.mentions.candidates('acme', rows.get('n4') ?? 0, 1)).toEqual(expected.slice(1, 2))
    store.mentions.lookFor('acme', { names: ['Works Acme', '"'], sourceIds: [] })
    expect(store.mentions.candidates('acme', Number.MAX_SAFE_INTEGER, 10)).toEqual([])
    expect(store.mentions.candidates('nobody', Number.MAX_SAFE_INTEGER, 10)).toEqual([])
  })
})

describe('topics', () => {
  it('finds what shares most, counts how common a key is, and goes with its article', () => {
    const profile = temporaryFolder()
    const { store, rows, sources } = mentioning(profile)
    const row = (title: string): number => rows.get(title) ?? 0
    store.topics.put(row('n0'), { keys: [1, 2, 3] })
    store.topics.put(row('n1'), { keys: [2, 3, 4] })
    store.topics.put(row('n2'), { keys: [9] })
    expect(store.topics.sharing([1, 2, 3], 10)).toEqual([row('n0'), row('n1')])
    expect(store.topics.spread([1, 2, 9, 77])).toEqual(
      new Map([
        [1, 1],
        [2, 2],
        [9, 1],
      ]),
    )
    expect(store.topics.total()).toBe(6)
    store.topics.put(row('n0'), { keys: [1] })
    expect(store.topics.spread([1, 2])).toEqual(
      new Map([
        [1, 1],
        [2, 1],
      ]),
    )
    expect(store.topics.of([row('n0'), row('n5')])).toMatchObject([{ article: row('n0'), sourceId: sources[0]?.id, topic: { keys: [1] } }])
    store.articles.purgeSourceSlice(sources[0]?.id ?? '', 100)
    store.close()
    const cache = openDatabase(join(profile, 'cache.sqlite'), { isDurable: false, isReadOnly: false })
    for (const table of ['article_topics', 'topic_keys', 'topic_spread', 'related']) {
      expect([table, prepare(cache, `SELECT * FROM ${table}`).all({})]).toEqual([table, []])
    }
    cache.close()
  })
})

describe('related', () => {
  it('stands in order of kind and strength, and hides and goes with its articles', () => {
    const { store, rows, sources } = mentioning()
    const ids = new Map(
      store.articles.page({ scope: EVERYTHING, order: 'newest', limit: 9, after: null }).rows.map((row) => [row.title, row.id]),
    )
    const relation = (title: string, kind: 'same-story' | 'same-company' | 'same-topic', strength: number) => ({
      id: ids.get(title) ?? '',
      reason: { kind, words: [title] },
      strength,
    })
    const found = [relation('n2', 'same-topic', 0.9), relation('n4', 'same-story', 0.2), relation('n3', 'same-topic', 0.3)]
    store.related.put(rows.get('n0') ?? 0, [...found, { ...relation('n1', 'same-company', 1), id: 'nothing' }])
    const titles = (): string[] => store.related.of(ids.get('n0') ?? '').map(({ row }) => row.title)
    expect(titles()).toEqual(['n4', 'n2', 'n3'])
    expect(store.related.of(ids.get('n0') ?? '')[0]?.reason).toEqual({ kind: 'same-story', words: ['n4'] })
    store.sources.remove(sources[1]?.id ?? '')
    expect([titles(), store.related.count(ids.get('n0') ?? '')]).toEqual([['n2', 'n3'], 3])
    store.articles.prune([ids.get('n2') ?? ''], NOON)
    expect([titles(), store.related.count(ids.get('n0') ?? '')]).toEqual([['n3'], 2])
  })
})

describe('toRelate', () => {
  it('has what arrives and what changes wait, most urgent first', () => {
    const { store, rows, sources } = mentioning()
    const waiting = (): string[] => store.toRelate.next(50).map(({ article, step }) => `${step} ${store.toRelate.read(article)?.title}`)
    expect(waiting()).toEqual([5, 4, 3, 2, 1, 0].map((index) => `read n${index}`))
    for (const row of rows.values()) store.toRelate.done(row)
    expect([waiting(), store.toRelate.isEmpty()]).toEqual([[], true])
    store.toRelate.add([rows.get('n1') ?? 0, 999], 'relate-alone')
    store.toRelate.add([rows.get('n2') ?? 0], 'relate')
    store.toRelate.add([rows.get('n2') ?? 0], 'relate-alone')
    if (sources[0]) kept(store, sources[0], [draftOf('n3', { title: 'n3 edited' })])
    expect(waiting()).toEqual(['read n3 edited', 'relate n2', 'relate-alone n1'])
  })
})

describe('the statements of mentions, topics and relations', () => {
  it('walk an index, and scan nothing that grows with the articles', () => {
    const database = openDatabase(':memory:', { isDurable: false, isReadOnly: false })
    migrate(database, cacheMigrations)
    const makers = [mentionsTable, topicsTable, relatedTable, (database: Database) => relateQueue(database, articleTexts(database))]
    const plans = makers.flatMap((make) => plansOf(database, make))
    expect(plans.length).toBeGreaterThan(25)
    // Few enough to be read whole: companies, sources, counts by both, what rules mute, and what a call names itself.
    const small =
      /SCAN (?:muted|mentioned_companies|cached_sources|mention_counts|json_each|article_index|to_relate USING COVERING INDEX) ?[^;]*/g
    for (const plan of plans) expect(plan.replaceAll(small, '')).not.toMatch(/SCAN/)
    database.close()
  })
})
