import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readArguments } from '../../electron/commandLine/readArguments.ts'
import { runCommand } from '../../electron/commandLine/runCommand.ts'
import { createEngine } from '../../electron/engine/engine.ts'
import { transferFolder } from '../../electron/transfer/transferFolder.ts'
import { closesAfterEach, newProfile, newServer, openEngine } from '../fixtures/newsEngine.ts'
import { entries, rss } from '../fixtures/newsServer.ts'

closesAfterEach()

/** Runs a command as a process would: the engine is opened for it and closed behind it. */
async function newsdesk(profile: string, typed: string[]) {
  let out = ''
  const line = readArguments([...typed, '--json', '--profile', profile])
  if ('mistake' in line) throw new Error(line.mistake)
  const open = () => createEngine({ profile, version: '1.2.3', mayUsePrivate: true, isScheduled: false, finishesIndex: true })
  const code = await runCommand(line, open, { out: (text) => void (out += text), err: { write: () => true } as never })
  return { code, document: JSON.parse(out) as Record<string, never> }
}

/** A profile that follows one source and has saved two of its articles. */
async function filledProfile(): Promise<string> {
  const server = await newServer()
  server.route('/feed.xml', { body: rss('Harbour News', entries(0, 3)) })
  const news = await openEngine()
  await news.ask('addSource', { address: `${server.url}/feed.xml` })
  for (const { id } of (await news.articles()).slice(0, 2)) await news.ask('saveArticle', { id, note: 'for the bid' })
  await news.close()
  return news.profile
}

async function saved(profile: string) {
  return (await newsdesk(profile, ['saved'])).document['saved']
}

describe('backup and restore', () => {
  it('carry everything over into another profile, and can be undone', async () => {
    const profile = await filledProfile()
    const before = await saved(profile)
    const file = join(newProfile(), 'mine.zip')
    const made = await newsdesk(profile, ['backup', file])
    expect(made).toEqual({ code: 0, document: { saved: 2, sources: 1, bytes: statSync(file).size } })
    expect(readdirSync(join(profile, 'transfer', 'out'))).toEqual([])

    const other = newProfile()
    expect(await newsdesk(other, ['restore', file])).toEqual(made)
    expect(await saved(other)).toEqual(before)
    expect((await newsdesk(other, ['sources'])).document['sources']).toMatchObject([{ title: 'Harbour News' }])
    expect((await newsdesk(other, ['check'])).document).toEqual({ ok: true, problems: [] })

    expect(await newsdesk(other, ['restore', '--undo'])).toEqual({ code: 0, document: { saved: 0, sources: 0 } })
    expect(await saved(other)).toEqual([])
    expect(await newsdesk(other, ['restore', '--undo'])).toEqual({ code: 0, document: { saved: 2, sources: 1 } })
    expect(await saved(other)).toEqual(before)
  })

  it('refuse in words what is no backup, and change nothing', async () => {
    const profile = await filledProfile()
    const before = await saved(profile)
    const file = join(newProfile(), 'holiday.zip')
    writeFileSync(file, 'A picture of the harbour.')
    expect(await newsdesk(profile, ['restore', file])).toEqual({
      code: 1,
      document: { failure: { kind: 'backup-foreign', sentence: 'This file is not a backup of Newsdesk. Nothing was changed.' } },
    })
    expect((await newsdesk(profile, ['restore', join(newProfile(), 'none.zip')])).document).toMatchObject({
      failure: { kind: 'file-unreadable' },
    })
    expect((await newsdesk(profile, ['restore'])).document).toMatchObject({ failure: { kind: 'bad-request' } })
    expect((await newsdesk(profile, ['restore', '--undo'])).document).toMatchObject({ failure: { kind: 'not-found' } })
    expect(await saved(profile)).toEqual(before)
    expect(existsSync(join(profile, 'restore', 'next'))).toBe(false)
  })
})

describe('createEngine', () => {
  it('goes on with the library that was restored, for whoever holds it, and remembers what the host said of the network', async () => {
    const profile = await filledProfile()
    const file = join(newProfile(), 'mine.zip')
    await newsdesk(profile, ['backup', file])
    const news = await openEngine()
    await news.ask('reportCondition', { condition: 'offline' })
    const { token } = await transferFolder(news.profile).make('in', 'mine.zip', async (path) => writeFileSync(path, readFileSync(file)))
    news.events.splice(0)
    const [restored, listed] = await Promise.all([news.ask('restoreBackup', { token }), news.ask('listSaved', {})])
    expect([restored.saved, listed.saved.length]).toEqual([2, 0])
    expect((await news.ask('listSaved', {})).saved).toHaveLength(2)
    expect((await news.ask('getBackupState', {})).restored).toMatchObject({ isUndo: false, restoredAt: news.time.now })
    expect((await news.ask('getStatus', {})).connection).toBe('offline')
    const told = new Set(news.events.map((event) => event.name))
    for (const name of ['backupProgress', 'sourcesChanged', 'savedChanged', 'settingsChanged']) expect(told).toContain(name)
    expect((await news.fail('restoreBackup', { token })).kind).toBe('file-gone')
    expect(news.faults).toEqual([])
  })
})
