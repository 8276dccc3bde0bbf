import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore, storeFailure, type Store } from '../../electron/engine/store/store.ts'
import type { SpokenFailure } from '../../shared/engine.ts'
import { closesAfterEach, openEngine, until, type NewsEngine } from '../fixtures/newsEngine.ts'
import { fillDisk, growDisk, smallDisk } from './smallDisk.ts'
import { seeded } from './store/chance.ts'
import { draftOf, followed, kept, NOON, textOf } from './store/news.ts'

closesAfterEach()

const NOTE = 'kept on a full disk'

function opened(profile: string): Store {
  const made = openStore({ profile, now: () => NOON })
  if (!made.ok) throw new Error(made.failure.kind)
  return made.value
}

/** Keeps articles until the disk has no room for more of them; answers why no more were kept. */
function fillWithNews(profile: string): string | null {
  const store = opened(profile)
  const source = followed(store)
  const chance = seeded(8)
  try {
    for (let index = 0; index < 10_000; index += 1) {
      const text = Array.from({ length: 900 }, () => `word${chance(3_000)}`).join(' ')
      kept(store, source, [draftOf(`n${index}`, { feedText: textOf(text) })])
    }
    return null
  } catch (error) {
    return storeFailure(error)?.kind ?? String(error)
  } finally {
    store.close()
  }
}

/** Saves articles one after the other, and answers those whose saving was acknowledged, and why others were refused. */
async function saveAll(news: NewsEngine) {
  const acknowledged = new Set<string>()
  const refused = new Set<string>()
  for (const { id } of await news.articles()) {
    const answer: { ok: boolean; failure?: SpokenFailure } = await news.engine.call('saveArticle', { id, note: NOTE })
    if (answer.ok) acknowledged.add(id)
    else refused.add(answer.failure?.kind ?? '')
  }
  return { acknowledged, refused: [...refused] }
}

async function savedIds(news: NewsEngine): Promise<Set<string>> {
  return new Set((await news.ask('listSaved', {})).saved.map((item) => item.id))
}

/** What the files of the mirror have, each of which is whole as soon as it has its name. */
function mirroredIds(profile: string): Set<string> {
  const folder = join(profile, 'mirror')
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^saved-.*\.json$/.test(name)) : []
  const files = names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { items: { id: string }[] })
  return new Set(files.flatMap(({ items }) => items.map(({ id }) => id)))
}

describe('an engine with its mirror, on a disk that its cache has filled', () => {
  it('D08: saves or refuses in words, shows nothing as saved that is lost, and starts again', { timeout: 600_000 }, async ({ skip }) => {
    const disk = smallDisk(12)
    if (disk === null) return skip('no small disk can be mounted here')
    const profile = join(disk, 'profile')
    expect(fillWithNews(profile)).toBe('disk-full')
    fillDisk(disk)
    const news = await openEngine({ profile })
    expect((await news.ask('getStatus', {})).notices.map((notice) => notice.what)).toEqual(['disk-nearly-full'])
    const { acknowledged, refused } = await saveAll(news)
    expect([acknowledged.size, refused]).toEqual([200, []])
    expect(await savedIds(news)).toEqual(acknowledged)
    await news.close()

    const again = await openEngine({ profile })
    expect(await savedIds(again)).toEqual(acknowledged)
    expect(await again.ask('checkProfile', {})).toEqual({ ok: true, problems: [] })
    await again.close()

    growDisk(disk, 40)
    const last = await openEngine({ profile })
    await until(() => mirroredIds(profile).size === acknowledged.size, 60_000)
    await last.close()
    rmSync(join(profile, 'backups'), { recursive: true, force: true })
    rmSync(join(profile, 'library.sqlite'))
    const fromMirror = await openEngine({ profile })
    expect(await savedIds(fromMirror)).toEqual(acknowledged)
  })

  it('D08: opens for reading, and says so, where not even the reserve is left to start with', { timeout: 600_000 }, async ({ skip }) => {
    const disk = smallDisk(12)
    if (disk === null) return skip('no small disk can be mounted here')
    const profile = join(disk, 'profile')
    expect(fillWithNews(profile)).toBe('disk-full')
    rmSync(join(profile, 'reserve'))
    const before = await openEngine({ profile })
    const { acknowledged } = await saveAll(before)
    await before.close()
    fillDisk(disk)
    const news = await openEngine({ profile })
    expect(await news.ask('getStatus', {})).toMatchObject({ isReadOnly: true, notices: [{ what: 'disk-full' }] })
    expect([acknowledged.size > 0, await savedIds(news)]).toEqual([true, acknowledged])
    const [first] = acknowledged
    expect(await news.fail('saveArticle', { id: first ?? '', note: 'another' })).toMatchObject({ kind: 'disk-full' })
    await news.close()
    growDisk(disk, 40)
    const again = await openEngine({ profile })
    expect(await again.ask('getStatus', {})).toMatchObject({ isReadOnly: false, notices: [{ what: 'disk-nearly-full' }] })
    expect(await savedIds(again)).toEqual(acknowledged)
  })
})
