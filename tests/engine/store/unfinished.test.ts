import { describe, expect, it } from 'vitest'
import { cachedSources } from '../../../electron/engine/store/cache/cachedSources.ts'
import { evictions } from '../../../electron/engine/store/cache/evictions.ts'
import { unfinishedArticles } from '../../../electron/engine/store/cache/unfinished.ts'
import { cacheMigrations } from '../../../electron/engine/store/migrations/cache/index.ts'
import { migrate } from '../../../electron/engine/store/migrations/migrate.ts'
import { openDatabase } from '../../../electron/engine/store/profile/database.ts'
import { draftOf, followed, kept, NOON, textOf } from './news.ts'
import { plansOf } from './plans.ts'
import { openedStore } from './profiles.ts'

describe('offlineCounts', () => {
  it('counts what is ready, in part and not at all, of what is followed', () => {
    const store = openedStore()
    const one = followed(store, 'one')
    const other = followed(store, 'other')
    kept(store, one, [draftOf('a'), draftOf('b', { wantsPage: true }), draftOf('c', { feedText: null })])
    kept(store, other, [draftOf('d'), draftOf('e', { feedText: textOf('Look', ['https://p.example/1']) })])
    expect(store.articles.offlineCounts()).toEqual({ ready: 2, partial: 2, none: 1 })
    store.sources.remove(other.id)
    expect(store.articles.offlineCounts()).toEqual({ ready: 1, partial: 1, none: 1 })
  })

  it('finds those that wait, by source', () => {
    const store = openedStore()
    const source = followed(store)
    const [, page, pictured] = kept(store, source, [
      draftOf('whole'),
      draftOf('page', { wantsPage: true }),
      draftOf('pictured', { feedText: textOf('Look', ['https://p.example/1']) }),
    ])
    expect(store.articles.wantingPictures(source.id, 9)).toEqual([pictured])
    expect(store.articles.unfinished(source.id)).toEqual([pictured, page])
    expect(store.articles.sourcesWaiting()).toEqual([source.id])
    store.pictures.keepTrouble('https://p.example/1', 'refused', NOON)
    store.articles.refreshOffline([pictured ?? ''])
    store.articles.giveUpPage(page ?? '', 'text-robots')
    expect(store.articles.wantingPictures(source.id, 9)).toEqual([])
    expect(store.articles.sourcesWaiting()).toEqual([])
    expect(store.articles.missingOf(page ?? '')).toEqual(['text-robots'])
  })
})

describe('the statements', () => {
  it('walk an index of articles and never all of them', () => {
    const database = openDatabase(':memory:', { isDurable: false, isReadOnly: false })
    migrate(database, cacheMigrations)
    const plans = [
      ...plansOf(database, (made) => unfinishedArticles(made, cachedSources(database))),
      ...plansOf(database, (made) =>
        evictions(
          made,
          () => new Set(),
          () => NOON,
        ),
      ),
    ]
    const ofArticles = plans.filter((plan) => /\barticles\b/.test(plan))
    expect(ofArticles.length).toBeGreaterThan(7)
    for (const plan of ofArticles) expect(plan).not.toMatch(/SCAN articles(?! USING)/)
    database.close()
  })
})
