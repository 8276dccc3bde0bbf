import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pipeline } from 'node:stream/promises'
import { describe, expect, it } from 'vitest'
import { openPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { savedFiles } from '../../../../electron/engine/media/savedFiles.ts'
import { agreeOnPictures } from '../../../../electron/engine/saving/savedMedia.ts'
import { forgetOldRestore } from '../../../../electron/engine/store/restore/restoreFolder.ts'
import { stageRestore, stageUndo } from '../../../../electron/engine/exchange/backup/restore.ts'
import { writeBackup } from '../../../../electron/engine/exchange/backup/writeBackup.ts'
import { makeSafe } from '../../../../electron/engine/article/safeHtml.ts'
import type { Store } from '../../../../electron/engine/store/store.ts'
import { HOSTILE_MARKUP } from '../../article/hostileMarkup.ts'
import { audit } from '../../article/policyAudit.ts'
import { followed, minute, NOON, savedCopyOf } from '../../store/news.ts'
import { openedStore, temporaryFolder } from '../../store/profiles.ts'

const PICTURE = randomBytes(70_000)
const PICTURE_PLACE = pictureName(PICTURE)
/** Some of every kind. */
const HOSTILE = HOSTILE_MARKUP.filter((html, index) => index % 40 === 0 && audit(html).length > 0)
const SHA = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')

function pictureName(bytes: Buffer): string {
  const hash = createHash('sha256').update(bytes).digest('hex')
  return `saved-media/${hash.slice(0, 2)}/${hash}`
}

function work(signal = new AbortController().signal) {
  const told: [number, number][] = []
  return { signal, now: () => NOON, told, progress: (done: number, total: number) => void told.push([done, total]) }
}

/** A profile with sources, saved items and a picture. */
function filled(profile = temporaryFolder(), count = 5): { profile: string; store: Store } {
  const store = openedStore(profile)
  followed(store)
  for (let index = 0; index < count; index += 1) store.saved.save(savedCopyOf(`${index}`, { note: '港口', tags: ['bid', `n${index % 3}`] }))
  store.settings.write('theme', 'dark')
  mkdirSync(dirname(join(profile, PICTURE_PLACE)), { recursive: true })
  writeFileSync(join(profile, PICTURE_PLACE), PICTURE)
  return { profile, store }
}

async function backedUp(from = filled()): Promise<string> {
  const path = join(temporaryFolder(), 'newsdesk.zip')
  const made = await writeBackup(path, { ...from, appVersion: '1.2.3', now: () => NOON }, work())
  if (!made.ok) throw new Error(made.failure.kind)
  return path
}

/** The bytes of every saved text as they stand in the library, by the id of its item. */
function bodiesIn(profile: string): Map<string, string> {
  const library = new DatabaseSync(join(profile, 'library.sqlite'), { readOnly: true })
  const rows = library.prepare('SELECT id, hex(body) AS body FROM saved JOIN saved_texts ON saved_texts.saved = saved.row').all()
  library.close()
  return new Map(rows.map(({ id, body }) => [String(id), String(body)]))
}

function copies(store: Store) {
  return store.saved.ids().map((id) => store.saved.get(id))
}

/** Every file of a profile that a restore must not touch, by its bytes. */
function bytesIn(profile: string): Record<string, string> {
  const files = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  return Object.fromEntries(
    files.map((file) => [join(file.parentPath, file.name).slice(profile.length), SHA(readFileSync(join(file.parentPath, file.name)))]),
  )
}

/** The entries of a zip. */
async function unzipped(path: string): Promise<Map<string, Buffer>> {
  const zip = await openPromise(path, { lazyEntries: true })
  const found = new Map<string, Buffer>()
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', resolve)
    zip.on('entry', (entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error !== null) return reject(error)
        const pieces: Buffer[] = []
        stream.on('data', (piece: Buffer) => pieces.push(piece))
        stream.on('end', () => {
          found.set(entry.fileName, Buffer.concat(pieces))
          zip.readEntry()
        })
      })
    })
    zip.readEntry()
  })
  return found
}

async function zipped(entries: ReadonlyMap<string, Buffer>, mode?: number): Promise<string> {
  const zip = new ZipFile()
  for (const [name, bytes] of entries) zip.addBuffer(bytes, name, mode === undefined ? {} : { mode })
  zip.end()
  const path = join(temporaryFolder(), 'made.zip')
  await pipeline(zip.outputStream, createWriteStream(path))
  return path
}

interface Said {
  format: string
  version: number
  entries: { name: string; bytes: number; sha256: string }[]
}

/** A backup that is sound but for one change, with a manifest that goes with it unless `change` says otherwise. */
async function changed(change: (entries: Map<string, Buffer>, manifest: Said) => void): Promise<string> {
  const entries = await unzipped(await backedUp())
  const manifest = JSON.parse(entries.get('manifest.json')?.toString() ?? '') as Said
  entries.delete('manifest.json')
  change(entries, manifest)
  for (const entry of manifest.entries) {
    const bytes = entries.get(entry.name)
    if (bytes !== undefined && entry.sha256 !== 'wrong') Object.assign(entry, { bytes: bytes.length, sha256: SHA(bytes) })
    if (entry.sha256 === 'wrong') entry.sha256 = '0'.repeat(64)
  }
  return zipped(new Map([['manifest.json', Buffer.from(JSON.stringify(manifest))], ...entries]))
}

function withDatabase(entries: Map<string, Buffer>, work: (database: DatabaseSync) => void): void {
  const file = join(temporaryFolder(), 'library.sqlite')
  writeFileSync(file, entries.get('library.sqlite') ?? Buffer.alloc(0))
  const database = new DatabaseSync(file)
  work(database)
  database.close()
  entries.set('library.sqlite', readFileSync(file))
}

describe('writeBackup', () => {
  it('makes one file whose every part is hashed and can be read without Newsdesk', async () => {
    const from = filled()
    const path = join(temporaryFolder(), 'newsdesk.zip')
    const follow = work()
    const made = await writeBackup(path, { ...from, appVersion: '1.2.3', now: () => NOON }, follow)
    expect(made).toEqual({ ok: true, value: { saved: 5, sources: 1, bytes: statSync(path).size } })
    const entries = await unzipped(path)
    expect([...entries.keys()].toSorted()).toEqual(
      ['library.sqlite', 'manifest.json', PICTURE_PLACE, 'saved.json', 'settings.json', 'sources.opml'].toSorted(),
    )
    const manifest = JSON.parse(entries.get('manifest.json')?.toString() ?? '') as Said
    expect(manifest).toMatchObject({ format: 'newsdesk backup', version: 1, appVersion: '1.2.3', madeAt: NOON })
    for (const { name, bytes, sha256 } of manifest.entries)
      expect([bytes, sha256]).toEqual([entries.get(name)?.length, SHA(entries.get(name) ?? '')])
    expect(JSON.parse(entries.get('saved.json')?.toString() ?? '')).toMatchObject({
      items: [{ title: 'Saved 0', note: '港口' }, {}, {}, {}, {}],
    })
    expect(entries.get('sources.opml')?.toString()).toContain('https://alpha.example/feed')
    expect(JSON.parse(entries.get('settings.json')?.toString() ?? '')).toMatchObject({ theme: 'dark' })
    const [done, total] = follow.told.at(-1) ?? [0, 1]
    expect(done).toBe(total)
    expect(readdirSync(join(from.profile, 'backups'))).toEqual([])
  })

  it('leaves nothing when it is stopped', async () => {
    const from = filled()
    const stopper = new AbortController()
    const path = join(temporaryFolder(), 'newsdesk.zip')
    const follow = { ...work(stopper.signal), progress: () => stopper.abort() }
    expect(await writeBackup(path, { ...from, appVersion: '1', now: () => NOON }, follow)).toEqual({
      ok: false,
      failure: { kind: 'stopped' },
    })
    expect([existsSync(path), readdirSync(join(from.profile, 'backups'))]).toEqual([false, []])
  })
})

describe('stageRestore', () => {
  it('brings 10,000 saved items into an empty profile, every one the same (D20)', async () => {
    const from = filled(temporaryFolder(), 10_000)
    const before = { saved: copies(from.store), sources: from.store.sources.list(), settings: from.store.settings.read() }
    const path = await backedUp(from)
    const profile = temporaryFolder()
    expect(await stageRestore(path, profile, work())).toEqual({
      ok: true,
      value: { saved: 10_000, sources: 1, bytes: statSync(path).size },
    })
    const store = openedStore(profile)
    expect({ saved: copies(store), sources: store.sources.list(), settings: store.settings.read() }).toEqual(before)
    expect(store.check()).toEqual([])
    expect(readFileSync(join(profile, PICTURE_PLACE)).equals(PICTURE)).toBe(true)
  }, 300_000)

  it('can be undone after a restart, and the undoing too', async () => {
    const path = await backedUp()
    const profile = temporaryFolder()
    const before = openedStore(profile)
    before.saved.save(savedCopyOf('mine'))
    before.close()
    await stageRestore(path, profile, work())
    openedStore(profile).close()
    expect(stageUndo(profile, NOON)).toEqual({ ok: true, value: { saved: 1, sources: 0 } })
    const undone = openedStore(profile)
    expect(undone.saved.ids()).toEqual(['saved-mine'])
    undone.close()
    expect(stageUndo(profile, NOON)).toEqual({ ok: true, value: { saved: 5, sources: 1 } })
    expect(openedStore(profile).saved.ids()).toHaveLength(5)
  })

  it('keeps the pictures that an undo would show, for as long as it can be undone', async () => {
    const path = await backedUp()
    const profile = temporaryFolder()
    const files = savedFiles(join(profile, 'media'), join(profile, 'saved-media'))
    const stored = await files.put(randomBytes(5000))
    const mine = openedStore(profile)
    mine.saved.save(savedCopyOf('mine', { kept: [{ url: 'https://gone.example/a.png', stored, isGivenUp: false }] }))
    mine.close()
    await stageRestore(path, profile, work())
    const restored = openedStore(profile)
    await agreeOnPictures({ store: restored, savedFiles: files })
    restored.close()
    expect(await files.isWhole(stored.hash)).toBe(true)
    stageUndo(profile, NOON)
    const undone = openedStore(profile)
    expect(await agreeOnPictures({ store: undone, savedFiles: files })).toEqual([])
    expect(undone.saved.get('saved-mine')?.kept).toMatchObject([{ stored }])
    undone.saved.unsave('saved-mine')
    undone.close()
    forgetOldRestore(profile, minute(31 * 24 * 60))
    const later = openedStore(profile)
    await agreeOnPictures({ store: later, savedFiles: files })
    expect(await files.isWhole(stored.hash)).toBe(false)
  })

  it('has nothing to undo where nothing was restored', () => {
    const profile = temporaryFolder()
    openedStore(profile).close()
    expect(stageUndo(profile, NOON)).toEqual({ ok: false, failure: { kind: 'not-found', what: 'undo' } })
  })

  it('makes hostile texts safe before the library is swapped in, and leaves honest ones as they are, to the byte (X01, D20)', async () => {
    const from = filled()
    const honest = makeSafe('<h2>Quay &amp; crane</h2><p>A <a href="https://a.example/x?b=1&amp;c=2">link</a> 港口<img src="/1.png">', {
      baseUrl: 'https://a.example/',
    })
    from.store.saved.save(savedCopyOf('honest', { ...honest, text: 'Quay & crane' }))
    HOSTILE.forEach((html, index) => from.store.saved.save(savedCopyOf(`hostile-${index}`, { html, text: 'Safe words' })))
    const bodies = bodiesIn(from.profile)
    const { profile, store } = filled(temporaryFolder(), 2)
    store.close()
    expect(await stageRestore(await backedUp(from), profile, work())).toMatchObject({ ok: true })
    const again = openedStore(profile)
    const hostile = copies(again).filter((copy) => copy?.id.startsWith('saved-hostile-'))
    expect(hostile).toHaveLength(HOSTILE.length)
    expect(hostile.flatMap((copy) => audit(copy?.html ?? ''))).toEqual([])
    expect(hostile.filter((copy) => /alert|onerror/.test(copy?.text ?? ''))).toEqual([])
    const honestIds = [...bodies.keys()].filter((id) => !id.startsWith('saved-hostile-'))
    const after = bodiesIn(profile)
    expect(honestIds).toHaveLength(6)
    expect(honestIds.filter((id) => after.get(id) !== bodies.get(id))).toEqual([])
    expect(again.check()).toEqual([])
  })

  it('leaves nothing when it is stopped', async () => {
    const path = await backedUp()
    const { profile, store } = filled(temporaryFolder(), 2)
    store.close()
    const before = bytesIn(profile)
    const stopper = new AbortController()
    const restored = await stageRestore(path, profile, { ...work(stopper.signal), progress: () => stopper.abort() })
    expect(restored).toEqual({ ok: false, failure: { kind: 'stopped' } })
    expect(bytesIn(profile)).toEqual(before)
  })

  const refused: [string, string, () => Promise<string>][] = [
    ['a file that is no zip', 'backup-foreign', async () => written('This is no backup. '.repeat(500))],
    ['an empty file', 'backup-foreign', async () => written('')],
    ['a zip of something else', 'backup-foreign', () => zipped(new Map([['holiday.jpg', PICTURE]]))],
    ['a manifest of something else', 'backup-foreign', () => changed((_, manifest) => (manifest.format = 'other'))],
    ['a backup that was cut off', 'backup-damaged', async () => written(readFileSync(await backedUp()).subarray(0, -3000))],
    ['a byte that flipped in the library', 'backup-damaged', async () => written(flipped(readFileSync(await backedUp())))],
    [
      'a hash that is wrong',
      'backup-damaged',
      () => changed((_, { entries }) => void Object.assign(entries[0] ?? {}, { sha256: 'wrong' })),
    ],
    ['a file that is missing', 'backup-damaged', () => changed((entries) => void entries.delete(PICTURE_PLACE))],
    [
      'a file that the manifest does not name',
      'backup-damaged',
      () => changed((entries) => void entries.set(pictureName(Buffer.from('x')), PICTURE)),
    ],
    ['a name that no backup has', 'backup-damaged', () => changed((entries) => void entries.set('saved-media/ab/evil', PICTURE))],
    ['a manifest that is no JSON', 'backup-damaged', () => zipped(new Map([['manifest.json', Buffer.from('{')]]))],
    ['a later form of backup', 'backup-from-future', () => changed((_, manifest) => (manifest.version = 2))],
    [
      'a library of a later schema',
      'backup-from-future',
      () => changed((entries) => withDatabase(entries, (library) => library.exec('PRAGMA user_version = 9999'))),
    ],
    ['a library that is no database', 'backup-damaged', () => changed((entries) => void entries.set('library.sqlite', PICTURE))],
    [
      'a library with a trigger of somebody else',
      'backup-damaged',
      () =>
        changed((entries) =>
          withDatabase(entries, (library) => library.exec('CREATE TRIGGER evil AFTER INSERT ON saved BEGIN DELETE FROM sources; END')),
        ),
    ],
    [
      'a saved text that is damaged',
      'backup-damaged',
      () =>
        changed((entries) => withDatabase(entries, (library) => library.exec('UPDATE saved_texts SET body = zeroblob(9) WHERE saved = 2'))),
    ],
    [
      'a saved item whose address is a script (X01)',
      'backup-damaged',
      () =>
        changed((entries) =>
          withDatabase(entries, (library) => library.exec("UPDATE saved SET url = 'javascript:alert(1)' WHERE row = 2")),
        ),
    ],
    [
      'a file that unpacks to a thousandfold',
      'backup-too-large',
      () =>
        changed((entries, manifest) => {
          const bomb = Buffer.alloc(40 * 1024 * 1024)
          entries.set(pictureName(bomb), bomb)
          manifest.entries.push({ name: pictureName(bomb), bytes: 0, sha256: '' })
        }),
    ],
    ['links in place of files', 'backup-damaged', async () => zipped(await unzipped(await backedUp()), 0o120777)],
  ]

  it.each(refused)('refuses %s as %s, and changes nothing (F19)', async (_, kind, make) => {
    const path = await make()
    const { profile, store } = filled(temporaryFolder(), 2)
    store.close()
    const before = bytesIn(profile)
    expect(await stageRestore(path, profile, work())).toEqual({ ok: false, failure: { kind } })
    expect(bytesIn(profile)).toEqual(before)
    const again = openedStore(profile)
    expect(again.saved.ids()).toHaveLength(2)
  })

  it('refuses a name that leads out of the folder, before it unpacks anything (zip slip)', async () => {
    const entries = await unzipped(await backedUp())
    const path = await zipped(new Map([...entries, ['saved-media/xx/name', Buffer.from('x')]]))
    const raw = readFileSync(path)
    for (let at = raw.indexOf('saved-media/xx/name'); at !== -1; at = raw.indexOf('saved-media/xx/name', at + 1))
      raw.write('../../../../evil.txt'.slice(0, 19), at)
    const profile = temporaryFolder()
    openedStore(profile).close()
    expect(await stageRestore(written(raw), profile, work())).toMatchObject({ ok: false, failure: { kind: 'backup-damaged' } })
    expect(existsSync(join(profile, '..', 'evil.tx'))).toBe(false)
  })
})

function written(content: string | Buffer): string {
  const path = join(temporaryFolder(), 'given.zip')
  writeFileSync(path, content)
  return path
}

function flipped(bytes: Buffer): Buffer {
  const at = Math.floor(bytes.length / 2)
  bytes.writeUInt8((bytes[at] ?? 0) ^ 0xff, at)
  return bytes
}
