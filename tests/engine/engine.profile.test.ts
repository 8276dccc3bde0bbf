import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createEngine } from '../../electron/engine/engine.ts'
import { DAY } from '../../shared/time.ts'
import { closesAfterEach, newProfile, newServer, openEngine, until } from '../fixtures/newsEngine.ts'
import { entries, rss } from '../fixtures/newsServer.ts'

closesAfterEach()

/** A closed profile with a source, three articles, one of them read and one saved. */
async function filledProfile() {
  const server = await newServer()
  server.route('/feed.xml', { body: rss('Harbour News', entries(0, 3)), etag: true })
  const news = await openEngine()
  const { source } = await news.ask('addSource', { address: `${server.url}/feed.xml` })
  const [first, second] = await news.articles()
  const [readId, savedId] = [first?.id ?? '', second?.id ?? '']
  await news.ask('markRead', { ids: [readId] })
  await news.ask('saveArticle', { id: savedId, note: 'kept' })
  await news.close()
  return { server, profile: news.profile, sourceId: source.id, readId, savedId }
}

function hashesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sqlite') && name !== 'owner.sqlite')
  return Object.fromEntries(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )
}

async function failureOf(profile: string) {
  const made = await createEngine({ profile, version: '0.0.0' })
  if (made.ok) await made.value.close()
  return made.ok ? null : made.failure
}

describe('createEngine', () => {
  it.each(['library.sqlite', 'cache.sqlite'])('D19: refuses a %s of the future in words and leaves every byte', async (name) => {
    const { profile } = await filledProfile()
    const database = new DatabaseSync(join(profile, name))
    database.exec('PRAGMA user_version = 9999')
    database.close()
    const before = hashesIn(profile)
    expect(await failureOf(profile)).toMatchObject({
      kind: 'profile-from-future',
      sentence: `${name} was made by a newer Newsdesk. It was left as it is; please update.`,
    })
    expect(hashesIn(profile)).toEqual(before)
  })

  it('D06: keeps a library that is no database under another name, says so, and goes on from the newest copy', async () => {
    const { profile, savedId } = await filledProfile()
    const rubbish = 'This is no database at all. '.repeat(400)
    writeFileSync(join(profile, 'library.sqlite'), rubbish)
    for (const end of ['-wal', '-shm']) rmSync(join(profile, `library.sqlite${end}`), { force: true })
    const news = await openEngine({ profile })
    expect((await news.ask('getStatus', {})).notices.map((notice) => notice.what)).toEqual(['library-restored'])
    expect((await news.ask('listSaved', {})).saved.map((item) => [item.id, item.note])).toEqual([[savedId, 'kept']])
    const kept = readdirSync(profile).filter((name) => /^library\.sqlite\.corrupt-\d{8}T\d{6}$/.test(name))
    expect(kept.map((name) => readFileSync(join(profile, name), 'utf8') === rubbish)).toEqual([true])
  })

  it.each(['with its daily copy', 'from the mirror alone'])(
    'D07: has every saved item with its text when the library is gone, %s',
    async (from) => {
      const { profile, savedId, readId } = await filledProfile()
      const second = await openEngine({ profile })
      await second.ask('saveArticle', { id: readId, note: 'after the copy', tags: ['bid'] })
      const texts = await Promise.all([savedId, readId].map(async (id) => (await second.ask('getArticle', { id })).article.text))
      await second.close()
      for (const end of ['', '-wal', '-shm']) rmSync(join(profile, `library.sqlite${end}`), { force: true })
      rmSync(join(profile, 'cache.sqlite'))
      if (from === 'from the mirror alone') rmSync(join(profile, 'backups'), { recursive: true })
      const news = await openEngine({ profile })
      const told = (await news.ask('getStatus', {})).notices.map((notice) => notice.what)
      expect(told).toEqual([from === 'from the mirror alone' ? 'library-from-mirror' : 'library-restored'])
      expect((await news.ask('listSaved', {})).saved.map((item) => [item.id, item.note])).toEqual([
        [readId, 'after the copy'],
        [savedId, 'kept'],
      ])
      expect(await Promise.all([savedId, readId].map(async (id) => (await news.ask('getArticle', { id })).article.text))).toEqual(texts)
    },
  )

  it('D11: refuses a second engine on one profile, and lets the next in once the first has closed', async () => {
    const { profile } = await filledProfile()
    const news = await openEngine({ profile })
    expect(await failureOf(profile)).toEqual({ kind: 'profile-in-use', sentence: 'Newsdesk is already running with this profile.' })
    await news.close()
    expect(await failureOf(profile)).toBeNull()
  })

  it('fails in words where a file stands in the place of the folder', async () => {
    const file = join(newProfile(), 'profile')
    writeFileSync(file, 'a file')
    expect((await failureOf(file))?.kind).toMatch(/^profile-(?:read-only|unreadable)$/)
  })

  it('D09: opens a profile that cannot be written for reading, and refuses every change in words', async ({ skip }) => {
    const { profile } = await filledProfile()
    const isRoot = process.getuid?.() === 0
    for (const name of readdirSync(profile)) chmodSync(join(profile, name), name.includes('.') ? 0o444 : 0o555)
    chmodSync(profile, 0o555)
    // Root may write anywhere: somebody else must try.
    const user = isRoot ? { uid: 65_534, gid: 65_534 } : {}
    const script = fileURLToPath(new URL('./readingEngine.ts', import.meta.url))
    const child = spawnSync(process.execPath, [script, profile], { ...user, encoding: 'utf8', cwd: '/', timeout: 50_000 })
    chmodSync(profile, 0o755)
    if (child.error !== undefined || (isRoot && /EACCES|permission denied|MODULE_NOT_FOUND/i.test(child.stderr))) {
      skip(`no other user can run this: ${child.error?.message ?? child.stderr.slice(0, 200)}`)
    }
    const said = JSON.parse(child.stdout || '{}') as Record<string, unknown>
    expect(said).toMatchObject({
      articles: 3,
      read: 'ok',
      isReadOnly: true,
      notices: ['read-only'],
      refreshed: ['profile-read-only'],
      save: 'profile-read-only',
      mark: 'profile-read-only',
      remove: 'profile-read-only',
      settings: 'profile-read-only',
    })
    expect(said['startedIn']).toBeLessThan(10_000)
    expect(child.stderr).not.toContain('Error')
  })

  it('has everything again after its cache was lost: sources, read marks of the same articles, saved items with their text', async () => {
    const { profile, savedId, readId } = await filledProfile()
    for (const end of ['', '-wal', '-shm']) rmSync(join(profile, `cache.sqlite${end}`), { force: true })
    const news = await openEngine({ profile })
    const { article } = await news.ask('getArticle', { id: savedId })
    expect([article.isSaved, article.note, article.sourceTitle, article.text.length > 100]).toEqual([true, 'kept', 'Harbour News', true])
    expect((await news.articles()).length).toBe(0)
    expect(await news.refresh()).toMatchObject({ added: 3, failed: [] })
    const rows = await news.articles()
    expect(rows.some((row) => row.id === readId)).toBe(true)
    expect(rows.find((row) => row.id === savedId)?.isSaved).toBe(true)
  })

  it('forgets at its next start what was unfollowed, and keeps what was saved of it', async () => {
    const { profile, sourceId, savedId } = await filledProfile()
    const news = await openEngine({ profile })
    await news.ask('removeSource', { id: sourceId })
    await news.close()
    const next = await openEngine({ profile })
    await until(async () => (await next.ask('search', { query: 'Port' })).total <= 1)
    expect((await next.ask('listSources', {})).sources).toEqual([])
    expect((await next.ask('getArticle', { id: savedId })).article).toMatchObject({ isSaved: true, sourceTitle: 'Harbour News' })
    await next.close()
    const cache = new DatabaseSync(join(profile, 'cache.sqlite'))
    const { left } = cache.prepare('SELECT count(*) AS left FROM articles').get() as { left: number }
    cache.close()
    expect(left).toBe(0)
  })

  it('closes the profile again where it fails to start', async () => {
    const { profile } = await filledProfile()
    rmSync(join(profile, 'media'), { recursive: true, force: true })
    const now = vi.fn(() => Date.now())
    const broken = createEngine({
      profile,
      version: '0.0.0',
      isSample: true,
      chance: () => {
        throw new Error('a fault of ours')
      },
      now: now as never,
    })
    await broken.then(
      async (made) => made.ok && (await made.value.close()),
      () => undefined,
    )
    expect(await failureOf(profile)).toBeNull()
  })
})

describe('Engine.close', () => {
  it('during a refresh ends long before a slow server answers, leaves no verdict on sources, and the profile opens again at once', async () => {
    const { server, profile, sourceId } = await filledProfile()
    const unhandled: unknown[] = []
    const note = (reason: unknown): void => void unhandled.push(reason)
    process.on('unhandledRejection', note)
    onTestFinished(() => void process.off('unhandledRejection', note))
    for (const path of ['/a.xml', '/b.xml', '/c.xml']) server.route(path, rss(path, entries(0, 30)))
    const setUp = await openEngine({ profile })
    for (const path of ['/a.xml', '/b.xml', '/c.xml']) await setUp.ask('addSource', { address: server.url + path })
    await setUp.close()
    for (const delay of [0, 15, 60, 150, 300]) {
      server.route('/feed.xml', { body: rss('Late', []), after: 30_000 })
      for (const path of ['/a.xml', '/b.xml', '/c.xml']) server.route(path, rss(path, entries(delay, delay + 30)))
      const news = await openEngine({ profile })
      const refreshing = news.engine.call('refresh', { force: true })
      await new Promise((resolve) => void setTimeout(resolve, delay))
      const startedAt = performance.now()
      await news.close()
      expect(performance.now() - startedAt).toBeLessThan(8_000)
      await refreshing
      const again = await openEngine({ profile })
      const { sources } = await again.ask('listSources', {})
      expect(sources.find((source) => source.id === sourceId)?.health).toMatchObject({ state: 'ok', failuresInRow: 0 })
      expect(await again.ask('checkProfile', {})).toEqual({ ok: true, problems: [] })
      await again.close()
      expect(news.faults).toEqual([])
    }
    expect(unhandled).toEqual([])
  })

  it('answers what is asked afterwards with engine-stopped, and may be called twice', async () => {
    const news = await openEngine()
    await Promise.all([news.close(), news.close()])
    expect(await news.fail('getStatus', {})).toMatchObject({ kind: 'engine-stopped' })
  })

  it('waits for what was asked before it', async () => {
    const { profile, savedId } = await filledProfile()
    const news = await openEngine({ profile })
    const saving = news.engine.call('saveArticle', { id: savedId, note: 'at the last moment' })
    const marking = news.engine.call('markAllRead', { scope: {}, until: news.time.now })
    await news.close()
    expect([(await saving).ok, (await marking).ok]).toEqual([true, true])
    const again = await openEngine({ profile })
    expect((await again.ask('getArticle', { id: savedId })).article.note).toBe('at the last moment')
    expect((await again.articles()).every((row) => row.isRead)).toBe(true)
  })

  it('finishes pages and the search index where it is told to, as for the command line', async () => {
    const { server, profile } = await filledProfile()
    server.route(
      '/more.xml',
      rss(
        'More',
        entries(0, 60, (number) => ({ title: `Zeppelin ${number}` })),
      ),
    )
    const news = await openEngine({ profile, finishesIndex: true })
    await news.ask('addSource', { address: `${server.url}/more.xml` })
    await news.close()
    const again = await openEngine({ profile })
    expect((await again.ask('search', { query: 'zeppelin' })).total).toBe(60)
  })
})

const copies = (profile: string) => (existsSync(join(profile, 'backups')) ? readdirSync(join(profile, 'backups')).toSorted() : [])

describe('the daily copy of the library', () => {
  it('is made once a day, at the latest when the engine closes, and is sound', async () => {
    const { profile } = await filledProfile()
    expect(copies(profile)).toHaveLength(1)
    const again = await openEngine({ profile })
    await again.close()
    expect(copies(profile)).toHaveLength(1)
    const tomorrow = await openEngine({ profile })
    tomorrow.time.now += DAY
    await tomorrow.close()
    expect(copies(profile)).toHaveLength(2)
    expect(copies(profile).every((name) => /^library-\d{4}-\d\d-\d\d\.sqlite$/.test(name))).toBe(true)
    const copy = new DatabaseSync(join(profile, 'backups', copies(profile)[0] ?? ''), { readOnly: true })
    expect(copy.prepare('SELECT count(*) AS saved FROM saved').get()).toEqual({ saved: 1 })
    copy.close()
  })

  it('is not made of a library in which there is nothing', async () => {
    const news = await openEngine()
    await news.close()
    expect(copies(news.profile)).toEqual([])
  })

  it('that cannot be made is told as a fault and stops nothing', async () => {
    const { profile } = await filledProfile()
    rmSync(join(profile, 'backups'), { recursive: true })
    writeFileSync(join(profile, 'backups'), 'a file in its place')
    const news = await openEngine({ profile })
    await news.close()
    expect(news.faults).toHaveLength(1)
    rmSync(join(profile, 'backups'))
    mkdirSync(join(profile, 'backups'))
  })
})
