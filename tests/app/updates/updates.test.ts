import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { electronScript } from '../../../build/node.vite.ts'
import { openDisplay } from '../display.ts'
import { electronRuntime, switches } from '../electronApp.ts'
import { linkAll } from '../linkedTree.ts'
import { packageMissing } from '../packagedApp.ts'
import { startUpdateServer, updateFolders } from './updateServer.ts'
import type { UpdateServer } from './updateServer.ts'

describe.skipIf(packageMissing !== null)('updates, with the updater and the network of the app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsdesk-updates-'))
  let outcomes: Readonly<Record<string, string>>
  let server: UpdateServer
  let other: UpdateServer

  beforeAll(async () => {
    other = await startUpdateServer('https://127.0.0.1:9/')
    server = await startUpdateServer(other.address(''))
    outcomes = await takeAll(folder, server)
  })
  afterAll(async () => {
    await server?.close()
    await other?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('S07: fetches what is newer and whole', () => {
    expect(outcomes['good']).toBe('fetched 1.1.0')
  })

  it.each([
    ['wrong-hash', /^damaged: /],
    ['cut', /^damaged: /],
    ['broken-off', /^(?:damaged|unreachable): /],
    ['led-away', /^elsewhere: /],
    ['unencrypted', /^elsewhere: /],
    ['file-led-away', /^elsewhere: /],
    ['file-elsewhere', /^elsewhere: /],
    ['nonsense', /^not-understood: /],
    ['older', /^nothing newer$/],
    ['same', /^nothing newer$/],
  ])('S07: refuses what is %s', (name, outcome) => {
    expect(outcomes[name]).toMatch(outcome)
  })

  it('S07: asks no other host for anything', () => {
    expect(other.asked).toEqual([])
  })

  it('S07: keeps no file but the one that was whole', () => {
    const kept = readdirSync(join(folder, 'cache'), { recursive: true, encoding: 'utf8' })
    expect(kept.filter((name) => name.includes('temp-'))).toEqual([])
  })

  it('V03: says nothing that tells one person from another', () => {
    for (const { headers } of server.asked) {
      expect(headers).toMatchObject({ 'user-agent': 'Newsdesk', 'accept-language': 'en' })
      expect(Object.keys(headers).filter((name) => /^(?:x-|cookie|referer|authorization|sec-ch)/.test(name))).toEqual([])
    }
  })
})

/** Runs the probe on each folder of the server. */
async function takeAll(folder: string, server: UpdateServer): Promise<Readonly<Record<string, string>>> {
  const runtime = join(folder, 'runtime')
  linkAll(electronRuntime ?? '', runtime)
  const app = join(runtime, 'resources', 'app')
  rmSync(app, { recursive: true, force: true })
  mkdirSync(app)
  await build(electronScript(app, 'main', join(import.meta.dirname, 'probe.ts')))
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'probe', version: '1.0.0', main: 'main.cjs' }))
  writeFileSync(join(app, 'dev-app-update.yml'), 'provider: generic\nurl: https://127.0.0.1:9/\nupdaterCacheDirName: updates\n')
  const said = await run(join(runtime, 'electron'), folder, updateFolders.map(server.address))
  const [, told = '[]'] = /^outcomes (.*)$/m.exec(said) ?? []
  const outcomes = JSON.parse(told) as string[]
  return Object.fromEntries(updateFolders.map((name, index) => [name, outcomes[index] ?? `nothing; it said:\n${said}`]))
}

async function run(executable: string, folder: string, addresses: readonly string[]): Promise<string> {
  const display = await openDisplay()
  const image = join(folder, 'old.AppImage')
  writeFileSync(image, 'the version that runs')
  const env = { ...process.env, ...display.env, APPIMAGE: image, XDG_CACHE_HOME: join(folder, 'cache') }
  const child = spawn(executable, [...switches(), `--user-data-dir=${join(folder, 'data')}`, ...addresses], { env })
  let said = ''
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()))
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
  await new Promise((resolve) => child.once('exit', resolve))
  display.close()
  return said
}
