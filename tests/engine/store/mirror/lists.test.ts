import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openStore, type Store } from '../../../../electron/engine/store/store.ts'
import { DAY, type DurationMs, type EpochMs } from '../../../../shared/time.ts'
import { until } from '../../../fixtures/newsEngine.ts'
import { followed, NOON, savedCopyOf } from '../news.ts'
import { temporaryFolder } from '../profiles.ts'

/** On a machine that does much else, in milliseconds. */
const PATIENCE = 60_000
const RECIPE = { list: 'main > ul', parts: [{ title: 'h2 a', at: 7 }], note: '港口' }

/** A store with its mirror, so many days after the first. */
function mirrored(profile: string, days = 0) {
  const opened = openStore({ profile, now: () => (NOON + days * DAY) as EpochMs })
  if (!opened.ok) throw new Error(opened.failure.kind)
  const store: Store = opened.value
  onTestFinished(() => store.close())
  const faults: unknown[] = []
  const mirror = store.keepMirror((fault) => faults.push(fault))
  const close = async (): Promise<void> => {
    await mirror?.finish()
    store.close()
    expect(faults).toEqual([])
  }
  return { store, close }
}

/** What a person follows, and their collections in their order. */
function listsOf(store: Store) {
  return { sources: store.sources.list(), collections: store.collections.list() }
}

function filesOf(profile: string): string[] {
  const folder = join(profile, 'mirror')
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^sources-.*\.json$/.test(name)) : []
  return names.toSorted().map((name) => join(folder, name))
}

/** A closed profile with two sources and two collections, one of which is empty; and its lists. */
async function filled() {
  const profile = temporaryFolder()
  const { store, close } = mirrored(profile)
  followed(store, 'alpha', { folder: 'Ports / 港口', category: 'industry', checkEvery: 900_000 as DurationMs, keepsPictures: false })
  followed(store, 'beta', { kind: 'newsroom', recipe: JSON.stringify(RECIPE), siteUrl: null })
  const bids = store.collections.make('Bids')
  const later = store.collections.make('稍后')
  store.collections.move(later.id, 0)
  store.saved.save(savedCopyOf('one', { collectionId: bids.id }))
  const before = listsOf(store)
  await close()
  return { profile, before, later }
}

/** Loses the library and its copies, so that only the mirror is left. */
function lose(profile: string): void {
  rmSync(join(profile, 'library.sqlite'))
  rmSync(join(profile, 'backups'), { recursive: true, force: true })
}

describe('the mirror of sources and collections', { timeout: 120_000 }, () => {
  it('is written within a second, as JSON that any program reads', async () => {
    const profile = temporaryFolder()
    const { store } = mirrored(profile)
    const { id } = followed(store, 'beta', { kind: 'newsroom', recipe: JSON.stringify(RECIPE), folder: '港口' })
    const read = () => JSON.parse(readFileSync(filesOf(profile)[0] ?? '', 'utf8')) as { sources: { id: string }[]; collections: unknown[] }
    await until(() => filesOf(profile).length === 1 && read().sources.length === 1, PATIENCE)
    expect(filesOf(profile)).toEqual([join(profile, 'mirror', 'sources-000001-2026-01-15.json')])
    expect(read().sources).toMatchObject([{ id, title: 'The beta', folder: '港口', addedAt: '2026-01-15T12:00:00.000Z', recipe: RECIPE }])
    store.collections.make('Bids')
    await until(() => read().collections.length === 1, PATIENCE)
    store.sources.remove(id)
    await until(() => read().sources.length === 0, PATIENCE)
  })

  it('brings all of them back, with folders, recipes and the order of collections (D07)', async () => {
    const { profile, before } = await filled()
    lose(profile)
    const { store } = mirrored(profile)
    expect(store.notices.map((notice) => notice.what)).toEqual(['library-from-mirror'])
    expect(listsOf(store)).toEqual(before)
    expect(before.collections.map(({ name, count }) => [name, count])).toEqual([
      ['稍后', 0],
      ['Bids', 1],
    ])
    expect(store.check()).toEqual([])
  })

  it('says later than a copy what was followed and let go since, and earlier nothing (D07)', async () => {
    const { profile, before, later } = await filled()
    const next = mirrored(profile)
    await next.store.keepDailyBackup()
    await next.close()
    const last = mirrored(profile)
    last.store.sources.remove(before.sources[0]?.id ?? '')
    followed(last.store, 'gamma')
    last.store.collections.remove(later.id)
    const after = listsOf(last.store)
    await last.close()
    rmSync(join(profile, 'library.sqlite'))
    const again = mirrored(profile)
    expect(listsOf(again.store)).toEqual(after)
    await again.close()

    // Long before the copy was made, by the clock of the disk.
    for (const file of filesOf(profile)) utimesSync(file, 0, 0)
    rmSync(join(profile, 'library.sqlite'))
    expect(listsOf(mirrored(profile).store)).toEqual(before)
  })

  it('loses one source to one damaged line, and lets nothing go because of it (D06)', async () => {
    const { profile, before } = await filled()
    const whole = mirrored(profile)
    await whole.store.keepDailyBackup()
    followed(whole.store, 'gamma')
    await whole.close()
    const [file = ''] = filesOf(profile)
    const lines = readFileSync(file, 'utf8').split('\n')
    writeFileSync(file, lines.with(1, 'x'.repeat(30)).join('\n'))
    rmSync(join(profile, 'library.sqlite'))
    const { store } = mirrored(profile)
    expect(
      store.sources
        .list()
        .map((source) => source.title)
        .toSorted(),
    ).toEqual(['The alpha', 'The beta', 'The gamma'])
    expect(store.collections.list()).toEqual(before.collections)
  })

  it('takes the day before where the newest was cut off (D06)', async () => {
    const { profile, before } = await filled()
    const tomorrow = mirrored(profile, 1)
    followed(tomorrow.store, 'gamma')
    await tomorrow.close()
    const [, newest = ''] = filesOf(profile)
    truncateSync(newest, 200)
    lose(profile)
    expect(listsOf(mirrored(profile).store)).toEqual(before)
  })

  it('takes nothing that is no source from a file that others wrote into', async () => {
    const { profile, before } = await filled()
    const [file = ''] = filesOf(profile)
    const whole = readFileSync(file, 'utf8')
    const odd = [
      '{"id":"a","title":"A script","url":"javascript:alert(1)","kind":"feed","category":"company"},',
      '{"id":"b","title":"Of no kind","url":"https://b.example/","kind":"odd","category":"company"},',
      '{"id":7,"title":"Seven","url":"https://c.example/","kind":"feed","category":"company"},',
      `{"id":"d","title":"The same","url":"${before.sources[0]?.url}","kind":"feed","category":"company"},`,
      '{"id":"e","title":"Tor',
    ]
    writeFileSync(file, whole.replace('"sources":[\n', `"sources":[\n${odd.join('\n')}\n`))
    lose(profile)
    const { store } = mirrored(profile)
    expect(store.sources.list().map(({ url }) => url)).toEqual(before.sources.map(({ url }) => url))
    expect(store.check()).toEqual([])
  })

  it('keeps fifteen days', async () => {
    const profile = temporaryFolder()
    for (let day = 0; day < 18; day += 1) {
      const { store, close } = mirrored(profile, day)
      followed(store, `number-${day}`)
      await close()
    }
    expect(filesOf(profile)).toHaveLength(15)
    expect(filesOf(profile).at(-1)).toBe(join(profile, 'mirror', 'sources-000018-2026-02-01.json'))
  })
})
