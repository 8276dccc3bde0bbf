import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copyWhole } from '../../electron/transfer/copyWhole.ts'
import { transferFolder, type TransferFolder } from '../../electron/transfer/transferFolder.ts'
import { writingFailure } from '../../electron/transfer/writingFailure.ts'
import { MINUTE, durationOf, later, systemClock, type EpochMs } from '../../shared/time.ts'

let profile: string
let now: EpochMs
let transfers: TransferFolder
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'newsdesk-transfer-'))
  now = systemClock()
  transfers = transferFolder(profile, () => now)
})
afterEach(() => rmSync(profile, { recursive: true, force: true }))

const make = (name = 'News.md', text = 'news') => transfers.make('out', name, (path) => writeFile(path, text))

describe('transferFolder', () => {
  it('has a file ready under a token, with its name, type and size', async () => {
    const file = await make('Glasfaser für alle.html', 'text')
    expect(file).toEqual({ token: expect.stringMatching(/^[0-9a-f]{32}$/), name: 'Glasfaser für alle.html', type: 'text/html', bytes: 4 })
    expect(await transfers.look('out', file.token)).toEqual(file)
  })

  it('gives a file once, to one of two that ask at the same time', async () => {
    const { token } = await make()
    const taken = await Promise.all([transfers.take('out', token), transfers.take('out', token), transfers.take('out', token)])
    expect(taken.filter((file) => file !== null)).toHaveLength(1)
    const file = taken.find((each) => each !== null)
    expect(readFileSync(file?.path ?? '', 'utf8')).toBe('news')
    await file?.drop()
    expect(readdirSync(join(profile, 'transfer', 'out'))).toEqual([])
  })

  it('gives a file again that was put back', async () => {
    const { token } = await make()
    await (await transfers.take('out', token))?.putBack()
    expect((await transfers.take('out', token))?.name).toBe('News.md')
  })

  it('gives nothing after ten minutes, and deletes it when the next one comes', async () => {
    const { token } = await make()
    now = later(now, durationOf(9, MINUTE))
    expect(await transfers.look('out', token)).not.toBeNull()
    now = later(now, durationOf(2, MINUTE))
    expect(await transfers.take('out', token)).toBeNull()
    const next = await make()
    expect(readdirSync(join(profile, 'transfer', 'out'))).toEqual([next.token])
  })

  it('counts the ten minutes from when the file was whole', async () => {
    const file = await transfers.begin('in', 'slow.zip')
    await writeFile(file.path, 'slow')
    now = later(now, durationOf(30, MINUTE))
    const { token } = await file.finish()
    expect(await transfers.take('in', token)).not.toBeNull()
  })

  it('keeps the ways apart', async () => {
    const { token } = await make()
    expect(await transfers.take('in', token)).toBeNull()
  })

  it.each([
    '',
    '.',
    '..',
    '../../library.sqlite',
    '/etc/passwd',
    'ABCDEF0123456789ABCDEF0123456789',
    '0'.repeat(31),
    `${'0'.repeat(32)}.part`,
  ])('R01 gives nothing for the token “%s”', async (token) => {
    await make()
    expect(await transfers.take('out', token)).toBeNull()
  })

  it('R01 writes a hostile name into its own folder', async () => {
    const { token, name } = await make('../../../library.sqlite')
    expect(name).toBe('library.sqlite')
    expect(readdirSync(join(profile, 'transfer', 'out', token))).toEqual(['library.sqlite'])
    expect(existsSync(join(profile, 'library.sqlite'))).toBe(false)
  })

  it.skipIf(process.platform === 'win32')('lets nobody else look at a file', async () => {
    const { token } = await make()
    const folder = join(profile, 'transfer', 'out', token)
    expect(statSync(folder).mode & 0o077).toBe(0)
    expect(statSync(join(folder, 'News.md')).mode & 0o777).toBe(0o600)
  })

  it('D16 leaves nothing of a file whose writing failed, and shows none that is not whole', async () => {
    const failing = transfers.make('out', 'half.zip', async (path) => {
      await writeFile(path, 'half')
      throw new Error('The disk is full')
    })
    await expect(failing).rejects.toThrow('full')
    expect(readdirSync(join(profile, 'transfer', 'out'))).toEqual([])
  })

  it('sweeps everything', async () => {
    await make()
    await transfers.begin('in', 'a.zip')
    await transfers.sweep()
    expect(existsSync(join(profile, 'transfer'))).toBe(false)
  })
})

describe('copyWhole', () => {
  it('puts a whole copy in the place of what stood there', async () => {
    const [from, to] = [join(profile, 'from'), join(profile, 'to')]
    writeFileSync(from, 'new')
    writeFileSync(to, 'old and longer')
    await copyWhole(from, to)
    expect(readFileSync(to, 'utf8')).toBe('new')
    expect(readdirSync(profile).toSorted()).toEqual(['from', 'to'])
  })

  it('leaves what stood there where the copy fails, and nothing half done', async () => {
    const to = join(profile, 'to')
    mkdirSync(to)
    writeFileSync(join(profile, 'from'), 'new')
    await expect(copyWhole(join(profile, 'from'), to)).rejects.toThrow()
    await expect(copyWhole(join(profile, 'missing'), join(profile, 'other'))).rejects.toThrow()
    expect(readdirSync(profile).toSorted()).toEqual(['from', 'to'])
  })
})

describe('writingFailure', () => {
  it.each([
    ['ENOSPC', { kind: 'disk-full' }],
    ['EACCES', { kind: 'file-not-written', name: 'a.md' }],
    ['EISDIR', { kind: 'file-not-written', name: 'a.md' }],
  ])('says what %s means', (code, failure) => {
    expect(writingFailure(Object.assign(new Error(code), { code }), 'a.md')).toEqual(failure)
  })
})
