import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../../electron/engine/store/store.ts'
import type { Store } from '../../../electron/engine/store/store.ts'
import { draftOf, EVERYTHING, followed, indexed, kept, NOON, savedCopyOf, titlesOf, UNREAD } from './news.ts'

/** What the store should say: the articles of two sources, which are read, saved, watched and muted. */
interface Model {
  readonly articles: Map<string, { source: number; title: string; id: string }>
  readonly read: Set<string>
  readonly saved: Set<string>
  readonly deleted: Set<string>
  /** Sources that the cache has, though all their articles may be gone. */
  readonly known: Set<number>
  readonly hidden: Set<number>
  /** By rules. */
  readonly muted: Set<string>
  readonly watched: Set<string>
}

type Step = { do: string; name: number; source: number; edit: number }

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom(
    'keep',
    'keep',
    'keep',
    'rename',
    'read',
    'unread',
    'readAll',
    'save',
    'unsave',
    'prune',
    'hide',
    'show',
    'purge',
    'index',
    'move',
    'mute',
    'mute',
    'mute',
    'mute',
    'watch',
  ),
  name: fc.nat(9),
  source: fc.nat(1),
  edit: fc.nat(3),
})

describe('openStore', () => {
  it('says of articles, read marks, saved items and counts what a model says (D17)', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => {
        const opened = openStore({ profile: ':memory:', now: () => NOON })
        if (!opened.ok) throw new Error(opened.failure.kind)
        const model: Model = {
          articles: new Map(),
          read: new Set(),
          saved: new Set(),
          deleted: new Set(),
          known: new Set(),
          hidden: new Set(),
          muted: new Set(),
          watched: new Set(),
        }
        const sources = [followed(opened.value, 'a'), followed(opened.value, 'b', { category: 'industry' })]
        for (const step of steps) take(step, opened.value, sources, model)
        compare(opened.value, model)
        opened.value.close()
      }),
      { numRuns: 120 },
    )
  })
})

function take({ do: what, name, source, edit }: Step, store: Store, sources: ReturnType<typeof followed>[], model: Model): void {
  const followedOne = sources[source]
  if (!followedOne) return
  const key = `${source}-${name}`
  const article = model.articles.get(key)
  const id = article?.id ?? ''
  switch (what) {
    case 'keep':
    case 'rename': {
      const title = `${key} edit ${edit}`
      const renamed = what === 'rename' ? { identityKey: `${key} renamed ${edit}` } : {}
      // A new guid is only known again by its link; a deleted article has none.
      if (what === 'rename' && !article) return
      model.known.add(source)
      const [added] = kept(store, followedOne, [draftOf(key, { title, ...renamed })])
      if (article) model.articles.set(key, { ...article, title })
      else if (!model.deleted.has(key)) model.articles.set(key, { source, title, id: added ?? '' })
      return
    }
    case 'read':
    case 'unread': {
      const isRead = what === 'read'
      const changes = article ? model.read.has(id) !== isRead : false
      expect(store.articles.markRead([id, 'no-such'], isRead, NOON)).toEqual(changes ? [id] : [])
      if (article && isRead) model.read.add(id)
      else if (article) model.read.delete(id)
      return
    }
    case 'readAll': {
      const scope = { ...UNREAD, sourceIds: [followedOne.id] }
      while (store.articles.markReadSlice(scope, NOON, 2).length > 0);
      if (!model.hidden.has(source))
        for (const one of model.articles.values()) if (one.source === source && !model.muted.has(one.id)) model.read.add(one.id)
      return
    }
    case 'save':
      if (article) store.saved.save(savedCopyOf(key, { id, title: article.title }))
      if (article) model.saved.add(id)
      return
    case 'unsave':
      expect(store.saved.unsave(id)?.id ?? null).toBe(model.saved.delete(id) ? id : null)
      return
    case 'prune':
      if (!article) return
      expect(store.articles.prune([id], NOON)).toBe(1)
      forget(key, model)
      model.deleted.add(key)
      return
    case 'hide':
      store.articles.hideSource(followedOne.id)
      if (model.known.has(source)) model.hidden.add(source)
      return
    case 'show':
      store.articles.showSource(followedOne.id)
      model.hidden.delete(source)
      return
    case 'purge':
      while (store.articles.purgeSourceSlice(followedOne.id, 2) > 0);
      for (const [key, one] of model.articles) if (one.source === source) forget(key, model)
      model.known.delete(source)
      model.hidden.delete(source)
      return
    case 'index':
      store.search.indexSlice(edit + 1)
      return
    case 'mute':
    case 'watch': {
      if (!article) return
      const isWatched = what === 'watch' ? !model.watched.has(id) : model.watched.has(id)
      const isMuted = what === 'mute' ? !model.muted.has(id) : model.muted.has(id)
      const isChanged = isWatched !== model.watched.has(id) || isMuted !== model.muted.has(id)
      expect(store.catches.put(id, { ruleIds: [...(isWatched ? ['w'] : []), ...(isMuted ? ['m'] : [])], isWatched, isMuted })).toBe(
        isChanged,
      )
      put(model.watched, id, isWatched)
      put(model.muted, id, isMuted)
      return
    }
    case 'move':
      while (store.articles.changeCategorySlice(followedOne.id, edit % 2 ? 'company' : 'industry', 2) > 0);
      return
  }
}

function put(set: Set<string>, id: string, isIn: boolean): void {
  if (isIn) set.add(id)
  else set.delete(id)
}

/** What an article was caught by goes with it. */
function forget(key: string, { articles, muted, watched }: Model): void {
  const id = articles.get(key)?.id ?? ''
  articles.delete(key)
  muted.delete(id)
  watched.delete(id)
}

function titles(list: { title: string }[]): string[] {
  return list.map((article) => article.title).sort()
}

function compare(store: Store, { articles, read, saved, hidden, muted, watched }: Model): void {
  const shown = [...articles.values()].filter((article) => !hidden.has(article.source) && !muted.has(article.id))
  const unread = shown.filter((article) => !read.has(article.id))
  expect(titlesOf(store, EVERYTHING).sort()).toEqual(titles(shown))
  expect(titlesOf(store, UNREAD).sort()).toEqual(titles(unread))
  const total = (scope: typeof UNREAD): number => store.articles.page({ scope, order: 'newest', limit: 1, after: null }).total
  expect([total(EVERYTHING), total(UNREAD)]).toEqual([shown.length, unread.length])
  const listed = shown.filter((article) => watched.has(article.id))
  expect(titlesOf(store, { ...EVERYTHING, watchedOnly: true }).sort()).toEqual(titles(listed))
  expect(store.catches.unread()).toBe(listed.filter((article) => !read.has(article.id)).length)
  const byCategory = (['company', 'industry'] as const).map((category) => titlesOf(store, { ...EVERYTHING, category }))
  expect(byCategory.flat().sort()).toEqual(titles(shown))
  expect(store.articles.readAmong([...read])).toEqual(read)
  expect(new Set(store.saved.ids())).toEqual(saved)
  indexed(store)
  expect(store.check()).toEqual([])
}
