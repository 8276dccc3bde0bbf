import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Mirror } from '../../../../electron/engine/store/mirror/mirror.ts'
import { openStore } from '../../../../electron/engine/store/store.ts'
import type { Store } from '../../../../electron/engine/store/store.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import { until } from '../../../fixtures/newsEngine.ts'
import { HOSTILE_MARKUP } from '../../article/hostileMarkup.ts'
import { audit } from '../../article/policyAudit.ts'
import { followed, minute, savedCopyOf } from '../news.ts'
import { temporaryFolder } from '../profiles.ts'

const LONG = 'A sentence that goes on for a while. '.repeat(400)

/** A store with its mirror, whose clock a test moves. */
function mirrored(profile: string, time: { now: EpochMs } = { now: minute(0) }) {
  const opened = openStore({ profile, now: () => time.now })
  if (!opened.ok) throw new Error(opened.failure.kind)
  const store: Store = opened.value
  const faults: unknown[] = []
  const mirror = store.keepMirror((fault) => faults.push(fault)) as Mirror
  const close = async (): Promise<void> => {
    await mirror.finish()
    store.close()
  }
  onTestFinished(() => store.close())
  return { store, mirror, faults, time, close }
}

function filesOf(profile: string): string[] {
  const folder = join(profile, 'mirror')
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^saved-.*\.json$/.test(name))
        .toSorted()
    : []
}

/** What any program reads in the files of a mirror. */
function titlesIn(profile: string): string[] {
  return filesOf(profile).flatMap((name) => {
    const { items } = JSON.parse(readFileSync(join(profile, 'mirror', name), 'utf8')) as { items: { title: string }[] }
    return items.map((item) => item.title)
  })
}

function copies(store: Store) {
  return store.saved.ids().map((id) => store.saved.get(id))
}

/** Saves before and after the day's copy, closes, and answers what was saved. */
async function filled() {
  const profile = temporaryFolder()
  const { store, close } = mirrored(profile)
  followed(store)
  for (let index = 0; index < 60; index += 1) store.saved.save(savedCopyOf(`${index}`, { text: `${index} ${LONG}`, tags: ['brief'] }))
  await store.keepDailyBackup()
  await new Promise((resolve) => void setTimeout(resolve, 30))
  for (let index = 60; index < 70; index += 1) store.saved.save(savedCopyOf(`${index}`, { html: '<p>港口</p>', text: '港口' }))
  store.saved.change('saved-1', { note: 'changed after the copy' })
  store.saved.unsave('saved-2')
  const before = copies(store)
  await close()
  return { profile, before }
}

describe('createMirror', () => {
  it('writes what is saved within a second, as JSON that any program reads', async () => {
    const profile = temporaryFolder()
    const { store, faults } = mirrored(profile)
    await until(() => filesOf(profile).length === 1)
    store.saved.save(savedCopyOf('harbour', { note: '港口', tags: ['bid'] }))
    await until(() => titlesIn(profile).includes('Saved harbour'))
    const [name = ''] = filesOf(profile)
    expect(name).toBe('saved-000001-2026-01-15.json')
    const document = JSON.parse(readFileSync(join(profile, 'mirror', name), 'utf8')) as { items: unknown[] }
    expect(document).toMatchObject({ format: 'newsdesk saved items', version: 1, writtenAt: '2026-01-15T12:00:00.000Z' })
    expect(document.items).toMatchObject([
      { title: 'Saved harbour', url: 'https://gone.example/harbour', note: '港口', tags: ['bid'], savedAt: '2026-01-15T12:00:00.000Z' },
    ])
    expect(faults).toEqual([])
  })

  it('follows notes, tags and what is saved no more', async () => {
    const profile = temporaryFolder()
    const { store, close } = mirrored(profile)
    store.saved.save(savedCopyOf('one'))
    store.saved.save(savedCopyOf('two'))
    await close()
    const again = mirrored(profile)
    again.store.saved.change('saved-one', { note: 'for the bid', tags: ['bid'] })
    again.store.saved.unsave('saved-two')
    await again.close()
    const text = readFileSync(join(profile, 'mirror', filesOf(profile).at(-1) ?? ''), 'utf8')
    expect(JSON.parse(text)).toMatchObject({ items: [{ title: 'Saved one', note: 'for the bid', tags: ['bid'] }] })
    expect(titlesIn(profile)).toEqual(['Saved one'])
  })

  it('writes a change of many saved items beside them, and all anew when changes have become many', async () => {
    const profile = temporaryFolder()
    const { store, mirror, faults } = mirrored(profile)
    for (let index = 0; index < 80; index += 1) store.saved.save(savedCopyOf(`${index}`, { text: `${index} ${LONG}` }))
    await until(() => filesOf(profile).includes('saved-000001-2026-01-15.json') && store.saved.ids().length === 80)
    store.saved.change('saved-3', { note: 'changed' })
    await until(() => filesOf(profile).length === 2)
    expect(filesOf(profile)).toEqual(['saved-000001-2026-01-15-changes-0001.json', 'saved-000001-2026-01-15.json'])
    for (let round = 0; round < 5; round += 1) {
      for (let index = 0; index < 80; index += 1) store.saved.change(`saved-${index}`, { note: `round ${round}` })
      await until(() => store.saved.get('saved-0')?.note === `round ${round}` && lastNotes(profile).get('saved-79') === `round ${round}`)
    }
    await mirror.finish()
    expect(filesOf(profile).some((name) => name.startsWith('saved-000001'))).toBe(false)
    expect(new Set(lastNotes(profile).values())).toEqual(new Set(['round 4']))
    expect(faults).toEqual([])
  })

  it('keeps fifteen days', async () => {
    const profile = temporaryFolder()
    for (let day = 0; day < 18; day += 1) {
      const { store, close } = mirrored(profile, { now: minute(day * 24 * 60) })
      store.saved.save(savedCopyOf(`${day}`))
      await close()
    }
    expect(filesOf(profile)).toHaveLength(15)
    expect(filesOf(profile).at(0)).toBe('saved-000004-2026-01-18.json')
    expect(filesOf(profile).at(-1)).toBe('saved-000018-2026-02-01.json')
  })

  it('writes after the next start what a kill left', async () => {
    const profile = temporaryFolder()
    const { store, mirror, close } = mirrored(profile)
    store.saved.save(savedCopyOf('one'))
    await mirror.finish()
    store.saved.save(savedCopyOf('two'))
    await close()
    expect(titlesIn(profile)).toEqual(['Saved one'])
    const again = mirrored(profile)
    await again.close()
    expect(titlesIn(profile).toSorted()).toEqual(['Saved one', 'Saved two'])
  })
})

describe('openStore', () => {
  const losses: [string, (profile: string) => void][] = [
    ['deleted', (profile) => rmSync(join(profile, 'library.sqlite'))],
    ['zeroed', (profile) => writeFileSync(join(profile, 'library.sqlite'), Buffer.alloc(200_000))],
    ['emptied', (profile) => truncateSync(join(profile, 'library.sqlite'), 0)],
    ['replaced by text', (profile) => writeFileSync(join(profile, 'library.sqlite'), 'no database '.repeat(999))],
    ['replaced by a folder', (profile) => (rmSync(join(profile, 'library.sqlite')), mkdirSync(join(profile, 'library.sqlite')))],
  ]

  it.each(losses)('brings everything saved back when the library was %s, from its copy and the mirror (D07)', async (_, lose) => {
    const { profile, before } = await filled()
    lose(profile)
    const { store } = mirrored(profile)
    expect(store.notices.map((notice) => notice.what)).toEqual(['library-restored'])
    expect(copies(store)).toEqual(before)
    expect(store.sources.list()).toHaveLength(1)
    expect(store.check()).toEqual([])
  })

  it.each(losses)('brings everything saved back when the library was %s and there is no copy (D07)', async (_, lose) => {
    const { profile, before } = await filled()
    rmSync(join(profile, 'backups'), { recursive: true })
    lose(profile)
    const { store } = mirrored(profile)
    expect(store.notices.map((notice) => notice.what)).toEqual(['library-from-mirror'])
    expect(copies(store)).toEqual(before)
    expect(store.check()).toEqual([])
  })

  it('loses one item to one damaged line of the mirror, and takes an older day where a whole was cut off (D06)', async () => {
    const { profile, before } = await filled()
    rmSync(join(profile, 'backups'), { recursive: true })
    rmSync(join(profile, 'library.sqlite'))
    const whole = join(profile, 'mirror', filesOf(profile).findLast((name) => !name.includes('changes')) ?? '')
    const lines = readFileSync(whole, 'utf8').split('\n')
    writeFileSync(whole, lines.with(5, 'x'.repeat(20)).join('\n'))
    const first = mirrored(profile)
    expect(first.store.saved.ids()).toHaveLength(before.length - 1)
    await first.close()

    const next = mirrored(profile, { now: minute(24 * 60) })
    next.store.saved.save(savedCopyOf('tomorrow'))
    await next.close()
    const newest = join(profile, 'mirror', filesOf(profile).findLast((name) => !name.includes('changes')) ?? '')
    truncateSync(newest, 3000)
    rmSync(join(profile, 'library.sqlite'))
    const last = mirrored(profile)
    expect(last.store.saved.ids().length).toBeGreaterThanOrEqual(before.length - 1)
  })

  it('makes safe what others wrote into a mirror, and leaves the rest as it was (X01)', async () => {
    const { profile, before } = await filled()
    rmSync(join(profile, 'backups'), { recursive: true })
    rmSync(join(profile, 'library.sqlite'))
    const last = join(profile, 'mirror', filesOf(profile).at(-1) ?? '')
    const hostile = {
      ...savedCopyOf('odd', { html: HOSTILE_MARKUP.join(''), url: 'javascript:alert(1)' }),
      savedAt: '2020-01-01T00:00:00.000Z',
    }
    appendFileSync(last, `${JSON.stringify(hostile)}\n`)
    const { store } = mirrored(profile)
    expect(copies(store).filter((copy) => copy?.id !== 'saved-odd')).toEqual(before)
    const odd = store.saved.get('saved-odd')
    expect([odd?.url, odd?.title, audit(odd?.html ?? '')]).toEqual([null, 'Saved odd', []])
    expect(store.check()).toEqual([])
  })

  it('takes nothing that is not a saved item from a mirror that others wrote into', async () => {
    const { profile, before } = await filled()
    rmSync(join(profile, 'backups'), { recursive: true })
    rmSync(join(profile, 'library.sqlite'))
    const last = join(profile, 'mirror', filesOf(profile).at(-1) ?? '')
    appendFileSync(last, '{"id":"odd","title":"Odd","category":"sports"}\n{"id":7,"title":"Seven"}\n{"id":"torn","ti')
    const { store } = mirrored(profile)
    expect(store.saved.ids()).toHaveLength(before.length)
    expect(store.check()).toEqual([])
  })
})

/** The last note of each item, over all files in their order. */
function lastNotes(profile: string): Map<string, string> {
  const inOrder = filesOf(profile).toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)))
  return new Map(
    inOrder.flatMap((name) => {
      const { items } = JSON.parse(readFileSync(join(profile, 'mirror', name), 'utf8')) as { items: { id: string; note: string }[] }
      return items.map((item): [string, string] => [item.id, item.note])
    }),
  )
}

function orderOf(name: string): string {
  return name.includes('changes') ? name : name.replace('.json', '-a.json')
}
