import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KeptSource } from '../../../electron/engine/store/library/sources.ts'
import { openDatabase, prepare } from '../../../electron/engine/store/profile/database.ts'
import { openStore } from '../../../electron/engine/store/store.ts'
import type { Store } from '../../../electron/engine/store/store.ts'
import { draftOf, EVERYTHING, followed, indexed, minute, NOON, savedCopyOf, textOf } from './news.ts'

const steps = [
  'keep',
  'keep',
  'edit',
  'newGuid',
  'page',
  'page',
  'prune',
  'unfollow',
  'refollow',
  'followAnew',
  'purge',
  'rename',
  'move',
  'mute',
  'unmute',
  'index',
  'index',
  'index',
  'save',
  'note',
  'tag',
  'unsave',
  'collect',
  'nameCollection',
  'dropCollection',
] as const
type Step = { readonly do: (typeof steps)[number]; readonly source: number; readonly name: number; readonly edit: number }

const step: fc.Arbitrary<Step> = fc.record({ do: fc.constantFrom(...steps), source: fc.nat(1), name: fc.nat(5), edit: fc.nat(3) })

describe('the search index', () => {
  it('follows every change exactly: one that is built anew holds the same words in the same places (D17)', () => {
    fc.assert(fc.property(fc.array(step, { minLength: 4, maxLength: 40 }), holdAfter), { numRuns: 60 })
  }, 600_000)
})

function holdAfter(taken: readonly Step[]): void {
  inProfile((profile, store) => compare(profile, store, taken))
}

function inProfile(work: (profile: string, store: Store) => void): void {
  const profile = mkdtempSync(join(tmpdir(), 'newsdesk-index-'))
  const opened = openStore({ profile, now: () => NOON })
  if (!opened.ok) throw new Error(opened.failure.kind)
  try {
    work(profile, opened.value)
  } finally {
    opened.value.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

function compare(profile: string, store: Store, taken: readonly Step[]): void {
  const sources = [followed(store, 'alpha'), followed(store, 'βήτα', { category: 'industry' })]
  for (const each of taken) take(each, store, sources)
  indexed(store)
  // Now, and not when another connection has written into the index: SQLite's own check would read that with what it remembers of before.
  expect(store.check()).toEqual([])
  const kept = { articles: wordsOf(profile, 'cache', 'article_index'), saved: wordsOf(profile, 'library', 'saved_index') }
  change(profile, 'cache', "INSERT INTO article_index (article_index) VALUES ('delete-all'); INSERT INTO to_index SELECT row FROM articles")
  change(profile, 'library', "INSERT INTO saved_index (saved_index) VALUES ('delete-all')")
  indexed(store)
  store.saved.indexMissing()
  expect(kept.articles).toEqual(wordsOf(profile, 'cache', 'article_index'))
  expect(kept.saved).toEqual(wordsOf(profile, 'library', 'saved_index'))
}

function take({ do: what, source, name, edit }: Step, store: Store, sources: readonly KeptSource[]): void {
  const { id, category } = sources[source]!
  const draft = draftOf(`${source}-${name}`, { title: `Number ${name} of ${source}`, author: 'Desk', categories: ['Networks'] })
  const rows = store.articles.page({ scope: { ...EVERYTHING, sourceIds: [id] }, order: 'oldest', limit: 10, after: null }).rows
  const article = rows[name % Math.max(1, rows.length)]?.id ?? ''
  const saved = `saved-${name}`
  switch (what) {
    case 'keep':
      return void store.articles.keep(id, category, [draft], minute(edit))
    case 'edit':
      return void store.articles.keep(
        id,
        category,
        [
          {
            ...draft,
            title: `Édité ${edit} 中国`,
            categories: [`Kind ${edit}`],
            publishedAt: minute(-edit * 600_000),
            contentHash: `${edit}`,
          },
        ],
        minute(edit),
      )
    case 'newGuid':
      return void store.articles.keep(
        id,
        category,
        [{ ...draft, identityKey: `again ${edit}`, contentHash: `again ${edit}` }],
        minute(edit),
      )
    case 'page': {
      const about = { author: 'Page author', publishedAt: minute(-edit * 600_000), leadImageUrl: null, language: null, isBetter: edit > 1 }
      return void store.articles.keepPageText(article, textOf(`The whole page ${edit}`), about)
    }
    case 'prune':
      return void store.articles.prune([article], NOON)
    case 'unfollow':
      return void store.sources.remove(id)
    case 'refollow':
      return void store.sources.restore(id)
    case 'followAnew':
      store.sources.remove(id)
      return void followed(store, source === 0 ? 'alpha' : 'βήτα', { category, title: `Anew ${edit}` })
    case 'purge':
      return void store.articles.purgeSourceSlice(id, edit + 1)
    case 'rename':
      return void store.sources.change(id, { title: `Renamed ${edit} Ωμέγα` })
    case 'move':
      return void store.articles.changeCategorySlice(id, edit % 2 ? 'company' : 'industry', 2)
    case 'mute':
    case 'unmute':
      return void store.catches.put(article, { ruleIds: ['rule'], isWatched: false, isMuted: what === 'mute' })
    case 'index':
      return void store.search.indexSlice(edit + 1)
    case 'save':
      return store.saved.save(savedCopyOf(String(name), { title: `Saved ${edit} 电信`, tags: ['Brief', ' Brief ', ''] }))
    case 'note':
      return void store.saved.change(saved, { note: `Ask about Ελλάδα ${edit}` })
    case 'tag':
      return void store.saved.change(saved, { tags: [`Tag ${edit}`, 'b', 'a'] })
    case 'collect':
      return void store.saved.change(saved, { collectionId: (store.collections.list()[0] ?? store.collections.make('Κατάλογος')).id })
    case 'nameCollection':
      return void store.collections.rename(store.collections.list()[0]?.id ?? '', `Bid ${edit}`)
    case 'dropCollection': {
      const dropped = store.collections.remove(store.collections.list()[0]?.id ?? '')
      if (dropped !== null && edit > 1) store.collections.restore(dropped)
      return
    }
    case 'unsave':
      return void store.saved.unsave(saved)
  }
}

/** Every word of an index, and where it stands. */
function wordsOf(profile: string, file: string, index: string): string[] {
  const database = openDatabase(join(profile, `${file}.sqlite`), { isDurable: false, isReadOnly: false })
  database.exec(`CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', '${index}', 'instance')`)
  const rows = prepare<{ said: string }>(
    database,
    `SELECT concat_ws(' ', term, doc, col, "offset") AS said FROM temp.words
     ORDER BY said`,
  ).all({})
  database.close()
  return rows.map(({ said }) => said)
}

function change(profile: string, file: string, sql: string): void {
  const database = openDatabase(join(profile, `${file}.sqlite`), { isDurable: false, isReadOnly: false })
  database.exec(sql)
  database.close()
}
