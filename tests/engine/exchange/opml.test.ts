import { describe, expect, it } from 'vitest'
import { HOUR } from '../../../shared/time.ts'
import { closesAfterEach, openEngine, type NewsEngine } from '../../fixtures/newsEngine.ts'
import { costNow } from '../../fixtures/cost.ts'

closesAfterEach()

function opml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head><title>Mine</title></head><body>${body}</body></opml>`
}

async function followed(news: NewsEngine) {
  const { sources } = await news.ask('listSources', {})
  return sources
    .map(({ url, title, folder, category, kind, checkEvery, siteUrl }) => ({ url, title, folder, category, kind, checkEvery, siteUrl }))
    .toSorted((a, b) => (a.url < b.url ? -1 : 1))
}

const NESTED = opml(`
<outline text="Telecom">
  <outline text="Standards">
    <outline type="rss" text="Radio" title="Radio group" xmlUrl="https://radio.example/feed" htmlUrl="https://radio.example/"/>
  </outline>
  <OUTLINE TYPE="rss" TEXT="Core" XMLURL="https://core.example/feed"/>
  <outline type="rss" text="Radio again" xmlurl="https://radio.example/feed"/>
</outline>
<outline text="Bad" xmlUrl="javascript:alert(1)"/>
<outline text="A link" type="link" url="https://link.example/"/>
<outline xmlUrl="feed://plain.example/rss"/>`)

describe('importOpml', () => {
  it('takes nested folders, attributes in any case and bare lines; tells doubles and bad lines and takes the rest', async () => {
    const news = await openEngine()
    const report = await news.ask('importOpml', { opml: NESTED })
    expect(report).toMatchObject({ added: 3, already: 0 })
    expect((await followed(news)).map(({ url, title, folder }) => [url, title, folder])).toEqual([
      ['http://plain.example/rss', 'plain.example', null],
      ['https://core.example/feed', 'Core', 'Telecom'],
      ['https://radio.example/feed', 'Radio group', 'Telecom / Standards'],
    ])
    expect(report.skipped.map((line) => [line.url, line.sentence])).toEqual([
      ['Radio again', 'This address is in the list twice.'],
      ['Bad', 'Only addresses that start with http:// or https:// can be followed.'],
      ['A link', 'This is a plain link, not a feed.'],
    ])
  })

  it('twice is the same as once, and leaves what a person changed', async () => {
    const news = await openEngine()
    await news.ask('importOpml', { opml: NESTED })
    const [first] = (await news.ask('listSources', {})).sources
    await news.ask('changeSource', { id: first?.id ?? '', title: 'Mine', folder: null, category: 'company' })
    const before = await followed(news)
    expect(await news.ask('importOpml', { opml: NESTED })).toMatchObject({ added: 0, already: 3 })
    expect(await followed(news)).toEqual(before)
  })

  it('brings back a source that was removed, with its articles not yet purged', async () => {
    const news = await openEngine()
    await news.ask('importOpml', { opml: NESTED })
    const { sources } = await news.ask('listSources', {})
    const { undo } = await news.ask('removeSource', { id: sources[0]?.id ?? '' })
    expect(await news.ask('importOpml', { opml: NESTED })).toMatchObject({ added: 1, already: 2 })
    expect((await news.ask('listSources', {})).sources).toHaveLength(3)
    await news.ask('undo', { token: undo ?? '' })
    expect((await news.ask('listSources', {})).sources).toHaveLength(3)
  })

  it.each(['', 'no markup', '<html><body>Login</body></html>', '<rss><channel/></rss>', '\u0000\u0001'])(
    'refuses in words what is no OPML: %j',
    async (text) => {
      const news = await openEngine()
      expect(await news.fail('importOpml', { opml: text })).toMatchObject({
        kind: 'not-opml',
        sentence: 'This file is not a list of subscriptions (OPML).',
      })
      expect(await followed(news)).toEqual([])
    },
  )

  it.each([
    [10_000, 10_000, 0, ''],
    [10_001, 5_000, 1_000, 'Of a list of more than 10,000 sources the first 5,000 are taken.'],
  ])('F23: of %i lines takes %i within seconds, and says which were not taken', async (count, taken, left, sentence) => {
    const news = await openEngine()
    const lines = Array.from({ length: count }, (_, number) => {
      return `<outline text="Feed ${number}" xmlUrl="https://publisher-${number}.example/feed"/>`
    })
    const before = process.cpuUsage()
    const report = await news.ask('importOpml', { opml: opml(`<outline text="All">${lines.join('\n')}</outline>`) })
    const { user, system } = process.cpuUsage(before)
    // Of processor time: what else runs on the machine is not the import's.
    expect((user + system) / 1000).toBeLessThan(5_000)
    expect([report.added, report.skipped.length, report.skipped[0]?.sentence ?? '']).toEqual([taken, left, sentence])
    expect((await news.ask('listSources', {})).sources).toHaveLength(taken)
  })

  it('F23: does not keep other requests waiting while it reads a long list', async () => {
    const news = await openEngine()
    const lines = Array.from(
      { length: 60_000 },
      (_, number) => `<outline text="F ${number}" url="https://p-${number}.example/" type="link"/>`,
    )
    const importing = news.ask('importOpml', { opml: opml(lines.join('')) })
    let longest = 0
    for (let isOver = false; !isOver;) {
      const before = costNow()
      isOver = await Promise.race([importing.then(() => true), new Promise<boolean>((resolve) => void setTimeout(resolve, 5, false))])
      longest = Math.max(longest, costNow() - before)
    }
    expect(longest).toBeLessThan(250)
  })

  it('F22: a list that names __proto__ changes no prototype', async () => {
    const news = await openEngine()
    const line = '<outline __proto__="x" constructor="y" text="__proto__" xmlUrl="https://proto.example/feed"/>'
    expect(await news.ask('importOpml', { opml: opml(line) })).toMatchObject({ added: 1 })
    expect(Object.keys(Object.prototype)).toEqual([])
    expect((await followed(news))[0]?.title).toBe('__proto__')
  })
})

describe('exportOpml', () => {
  it('is the same in another profile: folders, titles, categories, own paces, odd characters', async () => {
    const news = await openEngine()
    await news.ask('importOpml', { opml: NESTED })
    const { sources } = await news.ask('listSources', {})
    await news.ask('changeSource', {
      id: sources[0]?.id ?? '',
      title: 'R&D <"news"> ‘5G’ 新闻',
      folder: 'A "b" & <c>',
      category: 'company',
    })
    await news.ask('changeSource', { id: sources[1]?.id ?? '', checkEvery: (3 * HOUR) as never })
    const exported = (await news.ask('exportOpml', {})).opml
    const other = await openEngine()
    expect(await other.ask('importOpml', { opml: exported })).toMatchObject({ added: 3, already: 0, skipped: [] })
    expect(await followed(other)).toEqual(await followed(news))
    expect((await other.ask('exportOpml', {})).opml.length).toBe(exported.length)
  })

  it('of an empty profile can be read again', async () => {
    const news = await openEngine()
    const { opml: exported } = await news.ask('exportOpml', {})
    expect(await news.ask('importOpml', { opml: exported })).toMatchObject({ added: 0, already: 0, saved: 0, skipped: [] })
  })
})

const line = (name: string): string => `<outline type="rss" text="${name}" xmlUrl="https://example.test/${name}"/>`

describe('previewImport', () => {
  it('tells what an import would follow, and follows nothing', async () => {
    const news = await openEngine()
    await news.ask('importOpml', { opml: opml(line('One')) })
    const list = `<outline text="Trade">${line('One')}${line('Two')}</outline><outline type="rss" text="Bad" xmlUrl="nowhere"/>`
    expect(await news.ask('previewImport', { opml: opml(list) })).toEqual({
      fresh: 1,
      already: 1,
      folders: 1,
      stars: 0,
      skipped: 1,
      first: [{ title: 'Two', url: 'https://example.test/Two' }],
    })
    expect((await news.ask('listSources', {})).sources).toHaveLength(1)
  })
})
