import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../electron/engine/store/search/searchQuery.ts'
import type { Store } from '../../../electron/engine/store/store.ts'
import { openDatabase, prepare } from '../../../electron/engine/store/profile/database.ts'
import { join } from 'node:path'
import { draftOf, followed, indexed, kept, minute, NOON, savedCopyOf, textOf } from './news.ts'
import { openedStore, temporaryFolder } from './profiles.ts'

function titles(store: Store, query: string, limit = 50): string[] {
  return store.search.search(parseQuery(query), limit).hits.map((hit) => hit.row.title)
}

/** Five articles of two sources, indexed. */
function newsdesk() {
  const store = openedStore()
  const alpha = followed(store, 'alpha', { title: 'Ericsson newsroom' })
  const trade = followed(store, 'trade', { title: 'Light Reading', category: 'industry' })
  const drafts = {
    cafe: draftOf('cafe', { title: 'Café opens', feedText: textOf('A CAFÉ with fast networks opened.'), publishedAt: minute(-1) }),
    china: draftOf('china', {
      title: '中国电信发布5G网络',
      feedText: textOf('中国电信今天表示，ネットワーク are ready.'),
      publishedAt: minute(-2),
    }),
    cloud: draftOf('cloud', {
      title: 'Cloud deal',
      feedText: textOf('The operator signed a cloud deal.'),
      author: 'Desk',
      publishedAt: minute(-3),
    }),
  }
  kept(store, alpha, Object.values(drafts))
  const old = Date.UTC(2020, 10, 17) as typeof NOON
  const [deal = ''] = kept(store, trade, [
    draftOf('deal', { title: 'A deal', feedText: textOf('Deal or no deal, fast.'), publishedAt: old }),
    draftOf('net', { title: 'Networked', feedText: textOf('Net results of the network.') }),
  ])
  indexed(store)
  return { store, alpha, trade, deal }
}

describe('search', () => {
  const rules: [string, string[]][] = [
    ['cafe', ['Café opens']],
    ['CAFÉ', ['Café opens']],
    ['network', ['Networked', 'Café opens']],
    ['network ', ['Networked']],
    ['net results', ['Networked']],
    ['"results of"', ['Networked']],
    ['"of results"', []],
    ['电信', ['中国电信发布5G网络']],
    ['电', ['中国电信发布5G网络']],
    ['信电', []],
    ['网络 今天', ['中国电信发布5G网络']],
    ['中国电信发布5G', ['中国电信发布5G网络']],
    ['ワーク', ['中国电信发布5G网络']],
    ['５G', ['中国电信发布5G网络']],
    ['deal -operator', ['A deal']],
    ['deal -"no deal"', ['Cloud deal']],
    ['fast in:title', []],
    ['deal in:title', ['Cloud deal', 'A deal']],
    ['ericsson', ['Café opens', 'Cloud deal', '中国电信发布5G网络']],
    ['desk', ['Cloud deal']],
    ['source:ericsson deal', ['Cloud deal']],
    ['source:"light reading"', ['Networked', 'A deal']],
    ['source:nobody deal', []],
    ['company:ericsson deal', ['Cloud deal']],
    ['company:"light reading" deal', []],
    ['is:unread deal', ['Cloud deal']],
    ['is:read', ['A deal']],
    ['before:2021 deal', ['A deal']],
    ['after:2020-11-17 before:2020-11-19 deal', ['A deal']],
    ['after:2021 deal', ['Cloud deal']],
    ['before:2020-11-17 deal', []],
    ['-deal -cafe -net', ['中国电信发布5G网络']],
    ['deal -source:ericsson', ['A deal']],
    ['deal -source:nobody', ['A deal', 'Cloud deal']],
    ['deal -company:ericsson', ['A deal']],
    ['deal -is:read', ['Cloud deal']],
    ['deal -is:unread', ['A deal']],
    ['deal -after:2021', ['A deal']],
    ['deal -before:2021', ['Cloud deal']],
    ['before:2020-12 deal', ['A deal']],
    ['after:2020-12 deal', ['Cloud deal']],
    ['after:2020年11月17日 before:2021/1/1', ['A deal']],
    ['before:2021-02-30', []],
    ['source：ericsson cloud', ['Cloud deal']],
    ['colour:red', []],
    ['', []],
    ['!!! "" - :', []],
  ]

  it.each(rules)('finds by %j', (query, expected) => {
    const { store, deal } = newsdesk()
    store.articles.markRead([deal], true, NOON)
    const found = store.search.search(parseQuery(query), 50)
    expect(found.hits.map((hit) => hit.row.title).sort()).toEqual(expected.toSorted())
    expect([found.total, found.isTotalExact]).toEqual([expected.length, true])
  })

  const scripts: [string, string, string[], string[]][] = [
    ['Greek', 'Η Αθήνα ανοίγει δίκτυα οπτικών ινών', ['αθηνα', 'ΑΘΗΝΑ', 'οπτικων', 'δικ', 'ινων'], ['αθηναιος']],
    ['Cyrillic', 'Связь: ёмкость сети растёт, йод', ['емкость', 'ЁМКОСТЬ', 'растет', 'связ'], ['емкостный']],
    ['Arabic', 'شَبَكَةُ الأليافِ', ['شبكة', 'الالياف', 'شبك'], ['ألوان']],
    ['Hebrew', 'רֶשֶׁת סיבים', ['רשת', 'סיבים'], ['רשתות']],
    ['Japanese', '東京でがんばるネットワーク', ['東', '東京', 'がんばる', 'ﾈｯﾄﾜｰｸ', 'ネット'], ['からす', '京東']],
    ['Korean', '서울의 광섬유 네트워크', ['광', '광섬유', '네트워크'.normalize('NFD'), '서울'], ['섬광']],
    ['Thai', 'เครือข่ายใยแก้วนำแสงแห่งชาติ', ['เครือข่าย', 'ใยแก้ว', 'ชาติ'], ['ชาวนา']],
    ['Hindi', 'दिल्ली में नेटवर्क', ['दिल्ली', 'नेटवर्क'], ['मुंबई']],
    ['Polish', 'Łódź buduje sieć światłowodową', ['lodz', 'Łódź', 'swiatlo', 'sieć'.normalize('NFD')], ['lod ']],
    ['German', 'Die Straße in Köln', ['strasse', 'straße', 'koln', 'KÖLN'], ['koeln']],
    ['ligatures', 'The oﬃce ﬁled a Cœur patent', ['office', 'filed', 'coeur', 'cœur'], ['officer']],
    ['full width', 'ＢＲＯＡＤＢＡＮＤ ５Ｇ', ['broadband', '5g', '５G'], ['6g']],
  ]

  it.each(scripts)('finds %s as people type it, and marks it', (_, title, found, missed) => {
    const store = openedStore()
    kept(store, followed(store), [draftOf('one', { title: title.normalize('NFD'), feedText: null }), draftOf('other')])
    store.saved.save(savedCopyOf('two', { title, note: '', tags: [] }))
    indexed(store)
    for (const query of found) {
      const { hits } = store.search.search(parseQuery(query), 5)
      expect([query, hits.length, hits.every((hit) => hit.titleMarks.length > 0)]).toEqual([query, 2, true])
    }
    for (const query of missed) expect([query, titles(store, query)]).toEqual([query, []])
  })

  it('puts a match in the title first, and of two alike the newer', () => {
    const { store } = newsdesk()
    expect(titles(store, 'deal')[0]).toBe('Cloud deal')
    const source = followed(store, 'same')
    kept(
      store,
      source,
      [1, 2, 3].map((day) =>
        draftOf(`same${day}`, { title: `Same ${day}`, publishedAt: minute(-day * 60 * 24 * 40), feedText: textOf('zebra') }),
      ),
    )
    indexed(store)
    expect(titles(store, 'zebra')).toEqual(['Same 1', 'Same 2', 'Same 3'])
  })

  it('marks what it found in the original text, without regard to case and accents', () => {
    const { store } = newsdesk()
    const [hit] = store.search.search(parseQuery('cafe netw'), 5).hits
    expect(hit?.titleMarks.map(([from, to]) => hit.row.title.slice(from, to))).toEqual(['Café'])
    expect(hit?.snippet.marks.map(([from, to]) => hit.snippet.text.slice(from, to))).toEqual(['CAFÉ', 'netw'])
    const [chinese] = store.search.search(parseQuery('今天'), 5).hits
    expect(chinese?.snippet.marks.map(([from, to]) => chinese.snippet.text.slice(from, to))).toEqual(['今天'])
  })

  it('finds saved items at once, also when the cache has them no more, and each once', () => {
    const { store, alpha } = newsdesk()
    const row = store.articles.page({
      scope: { sourceIds: [alpha.id], category: null, unreadOnly: false, since: null },
      order: 'newest',
      limit: 1,
      after: null,
    }).rows[0]
    store.saved.save(
      savedCopyOf('cafe', { id: row?.id ?? '', title: 'Café opens', text: 'A CAFÉ with fast networks opened.', tags: ['Brief'] }),
    )
    store.saved.save(savedCopyOf('gone', { title: 'Gone', text: 'An ancient cafe.', note: 'Ask about quasars', tags: ['Brief', 'Bid'] }))
    expect(titles(store, 'cafe').sort()).toEqual(['Café opens', 'Gone'])
    expect(store.search.search(parseQuery('cafe'), 50).total).toBe(2)
    const [gone] = store.search.search(parseQuery('quasars'), 50).hits
    expect(gone).toMatchObject({ sourceTitle: 'A source that is gone', row: { id: 'saved-gone', offline: 'ready', isRead: false } })
    expect(gone?.snippet.marks).toHaveLength(1)
    expect(titles(store, 'is:saved').sort()).toEqual(['Café opens', 'Gone'])
    expect(titles(store, 'is:saved -ancient')).toEqual(['Café opens'])
    expect(titles(store, 'tag:brief tag:bid')).toEqual(['Gone'])
    expect(titles(store, 'cafe -tag:bid')).toEqual(['Café opens'])
    expect(titles(store, 'cafe -is:saved')).toEqual([])
    expect(titles(store, 'is:saved -source:alpha').length).toBe(2)
    expect(titles(store, 'brief').sort()).toEqual(['Café opens', 'Gone'])
    const { id } = store.collections.make('Harbour bid')
    store.saved.change('saved-gone', { collectionId: id })
    expect(titles(store, '"harbour bid"')).toEqual(['Gone'])
    store.collections.rename(id, 'Quays')
    expect([titles(store, 'harbour'), titles(store, 'quays')]).toEqual([[], ['Gone']])
    store.articles.markRead(['saved-gone'], true, NOON)
    expect(titles(store, 'is:saved is:read')).toEqual(['Gone'])
    store.sources.remove(alpha.id)
    expect(titles(store, 'cafe').sort()).toEqual(['Café opens', 'Gone'])
    store.saved.unsave('saved-gone')
    expect(titles(store, 'quasars')).toEqual([])
  })

  describe('of saved items in collections', () => {
    const rules: [string, string[]][] = [
      ['collection:bids', ['Crane']],
      ['collection:bid', ['Crane', 'Quay']],
      ['collection:"bids 2027"', ['Quay']],
      ['collection:bids collection:"BIDS 2027"', ['Crane', 'Quay']],
      ['collection:senales', ['Buoy']],
      ['collection:SEÑ', ['Buoy']],
      ['collection：投标', ['Dock']],
      ['collection:港口投标 collection:senales', ['Buoy', 'Dock']],
      ['collection:empty', []],
      ['collection:nobody', []],
      ['collection:nobody is:saved', []],
      ['-collection:nobody is:saved', ['Buoy', 'Crane', 'Dock', 'Loose', 'Quay']],
      ['is:saved -collection:bid', ['Buoy', 'Dock', 'Loose']],
      ['Cloud -collection:bids', ['Cloud deal']],
      ['collection:bid -collection:bids', ['Quay']],
      ['collection:bids -tag:tender', []],
      ['collection:bid crane', ['Crane']],
      ['collection:bid -crane', ['Quay']],
    ]

    it.each(rules)('finds by %j, by parts of names in any script, case and accents folded', (query, expected) => {
      const { store } = newsdesk()
      const into = (name: string) => store.collections.make(name).id
      const placed = { Crane: into('Bids'), Quay: into('Bids 2027'), Buoy: into('Señales'), Dock: into('港口投标'), Loose: null }
      into('Empty')
      for (const [title, collectionId] of Object.entries(placed)) {
        store.saved.save(savedCopyOf(title, { title, text: `${title} text`, note: '', tags: ['tender'], collectionId }))
      }
      const found = store.search.search(parseQuery(query), 50)
      expect([found.hits.map((hit) => hit.row.title).toSorted(), found.total]).toEqual([expected, expected.length])
    })
  })

  describe('of saved items with tags', () => {
    const rules: [string, string[]][] = [
      ['tag:uberblick', ['Bid', 'Crane']],
      ['tag:ÜBERBLICK', ['Bid', 'Crane']],
      ['tag:übersicht', []],
      ['tag:тёндер', ['Dock']],
      ['tag:ТЕНДЕР', ['Dock']],
      ['tag:αθηνα', ['Dock']],
      ['tag:招标', ['Quay']],
      ['tag:招', []],
      ['tag:uberblick tag:STRASSE', ['Crane']],
      ['tag:uberblick -tag:straße', ['Bid']],
      ['is:saved -tag:UBERBLICK', ['Dock', 'Quay']],
    ]

    it.each(rules)('finds by %j, by whole tags in any script, case and accents folded', (query, expected) => {
      const { store } = newsdesk()
      const tagged = { Bid: ['Überblick'], Crane: ['überblick'.normalize('NFD'), 'Straße'], Dock: ['Тендер', 'ΑΘΉΝΑ'], Quay: ['招标'] }
      for (const [title, tags] of Object.entries(tagged)) store.saved.save(savedCopyOf(title, { title, note: '', tags }))
      const found = store.search.search(parseQuery(query), 50)
      expect([found.hits.map((hit) => hit.row.title).toSorted(), found.total]).toEqual([expected, expected.length])
      expect(store.search.savedIds(parseQuery(query))?.toSorted()).toEqual(expected.map((title) => `saved-${title}`))
    })
  })

  it('looks through all saved items, however many there are', () => {
    const store = openedStore()
    const count = 12_000
    store.saved.save(savedCopyOf('oldest', { text: 'A quasar.', note: '', sourceTitle: 'Harbour', savedAt: minute(-1) }))
    const harbour = followed(store, 'harbour')
    store.saved.save(savedCopyOf('kept', { text: 'A pulsar.', note: '', sourceId: harbour.id, savedAt: minute(-1), tags: ['bid'] }))
    for (let nth = 2; nth < count; nth += 1) store.saved.save(savedCopyOf(`${nth}`, { text: 'A mast.', note: '' }))
    const ids = (query: string) => store.search.savedIds(parseQuery(query))
    expect([ids('is:saved')?.length, ids('saved')?.length]).toEqual([count, count])
    expect(store.search.search(parseQuery('saved'), 50)).toMatchObject({ total: count, isTotalExact: true })
    expect(ids('quasar')).toEqual(['saved-oldest'])
    expect([ids('saved source:harbour'), titles(store, 'saved source:harbour')]).toEqual([['saved-kept'], ['Saved kept']])
    expect(ids('saved -mast')?.toSorted()).toEqual(['saved-kept', 'saved-oldest'])
    expect(ids('saved -press')).toEqual([])
  })

  it('does not tell articles of a hidden source', () => {
    const { store, alpha } = newsdesk()
    store.sources.remove(alpha.id)
    expect(titles(store, 'deal')).toEqual(['A deal'])
    store.sources.restore(alpha.id)
    expect(titles(store, 'deal')).toHaveLength(2)
  })

  it('finds articles by their source’s new title', () => {
    const { store, alpha } = newsdesk()
    store.sources.change(alpha.id, { title: 'Nokia newsroom' })
    indexed(store)
    expect([titles(store, 'ericsson'), titles(store, 'nokia').length]).toEqual([[], 3])
  })

  it('counts up to 1,000 and says when it stopped', () => {
    const store = openedStore()
    const source = followed(store)
    const drafts = Array.from({ length: 1005 }, (_, index) => draftOf(`n${index}`, { title: 'Quasar', feedText: null }))
    const [first = ''] = kept(store, source, drafts)
    while (store.search.indexSlice(1000) > 0);
    const found = store.search.search(parseQuery('quasar'), 3)
    expect([found.hits.length, found.total, found.isTotalExact]).toEqual([3, 1_000, false])
    expect(store.search.search(parseQuery('quasar is:unread'), 3)).toMatchObject({ total: 1_000, isTotalExact: false })
    store.articles.markRead([first], true, NOON)
    expect(store.search.search(parseQuery('quasar is:read'), 3)).toMatchObject({ total: 1, isTotalExact: true })
  })

  it('finds by the first letters of a word that many have what its commonest words find, and all by the next letters', () => {
    const profile = temporaryFolder()
    const store = openedStore(profile)
    kept(store, followed(store), [draftOf('one', { title: 'A network' }), draftOf('two', { title: 'A nebula' })])
    indexed(store)
    const database = openDatabase(join(profile, 'cache.sqlite'), { isDurable: false, isReadOnly: false })
    database.exec("INSERT INTO common_words VALUES ('network', 9000), ('networks', 12)")
    database.close()
    expect(titles(store, 'ne')).toEqual(['A network'])
    expect(titles(store, 'neb')).toEqual(['A nebula'])
    expect(titles(store, 'ne -network')).toEqual([])
  })
})

describe('indexSlice', () => {
  it('indexes a few at a time, and each edit once more', () => {
    const store = openedStore()
    const source = followed(store)
    kept(
      store,
      source,
      Array.from({ length: 7 }, (_, index) => draftOf(`n${index}`)),
    )
    expect([store.search.waiting(), store.search.indexSlice(3), store.search.waiting()]).toEqual([7, 3, 4])
    indexed(store)
    store.articles.keep(source.id, 'company', [draftOf('n0', { title: 'Changed altogether' })], NOON)
    expect(store.search.waiting()).toBe(1)
    indexed(store)
    expect([titles(store, 'altogether'), titles(store, '"About n0" in:title')]).toEqual([['Changed altogether'], []])
    while (store.search.mergeIndexSlice());
    expect(store.check()).toEqual([])
  })

  it('has the same index after edits and deletions as one built anew', () => {
    const profile = temporaryFolder()
    const store = openedStore(profile)
    const source = followed(store)
    for (let round = 0; round < 6; round += 1) {
      const drafts = Array.from({ length: 20 }, (_, index) =>
        draftOf(`n${(index * 3 + round) % 31}`, { title: `Round ${round} 中国 ${index}` }),
      )
      store.articles.keep(source.id, 'company', drafts, minute(round))
      store.search.indexSlice(9)
      const rows = store.articles.page({
        scope: { sourceIds: null, category: null, unreadOnly: false, since: null },
        order: 'oldest',
        limit: 3,
        after: null,
      }).rows
      store.articles.prune(
        rows.map((row) => row.id),
        NOON,
      )
    }
    indexed(store)
    const before = termsOf(profile)
    store.sources.change(source.id, { title: 'Another' })
    store.sources.change(source.id, { title: 'The alpha' })
    indexed(store)
    expect(termsOf(profile)).toEqual(before)
    store.close()
    rebuild(profile)
    const again = openedStore(profile)
    indexed(again)
    expect(termsOf(profile)).toEqual(before)
    expect(before.length).toBeGreaterThan(50)
  })

  it('loses no article when it is stopped between two slices', () => {
    const profile = temporaryFolder()
    const store = openedStore(profile)
    kept(
      store,
      followed(store),
      Array.from({ length: 9 }, (_, index) => draftOf(`n${index}`)),
    )
    store.search.indexSlice(4)
    store.close()
    const again = openedStore(profile)
    expect(again.search.waiting()).toBe(5)
    indexed(again)
    expect([titles(again, 'about').length, again.check()]).toEqual([9, []])
  })
})

/** Every word of the cache's index, with how many articles have it where. */
function termsOf(profile: string): unknown[] {
  const database = openDatabase(join(profile, 'cache.sqlite'), { isDurable: false, isReadOnly: false })
  database.exec("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'article_index', 'instance')")
  const terms = prepare<object>(database, 'SELECT term, doc, "offset" AS place FROM temp.terms ORDER BY term, doc, place').all({})
  database.close()
  return terms.map((term) => ({ ...term }))
}

function rebuild(profile: string): void {
  const database = openDatabase(join(profile, 'cache.sqlite'), { isDurable: false, isReadOnly: false })
  database.exec("INSERT INTO article_index (article_index) VALUES ('delete-all'); INSERT INTO to_index SELECT row FROM articles")
  database.close()
}
