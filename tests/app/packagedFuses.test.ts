import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../fixtures/newsEngine.ts'
import { openDisplay } from './display.ts'
import type { Display } from './display.ts'
import { electronRuntime, switches } from './electronApp.ts'
import { packageMissing, packagedApp, withEngine } from './packagedApp.ts'
import type { PackagedApp } from './packagedApp.ts'

describe.skipIf(packageMissing !== null)('the fuses of the packaged app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsdesk-fuses-'))
  const script = join(folder, 'leave-mark.cjs')
  const marks = join(folder, 'marks')
  let app: PackagedApp
  let display: Display
  beforeAll(async () => {
    mkdirSync(marks)
    writeFileSync(script, leaveMark(marks, 'required'))
    app = await withEngine(packagedApp())
    display = await openDisplay()
  })
  afterAll(() => {
    display?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('S06: nothing of it holds for an Electron without fuses', () => {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${script}` }
    const { stdout } = spawnSync(join(electronRuntime ?? '', 'electron'), ['-e', 'console.log("ran as Node")'], { env, encoding: 'utf8' })
    expect(stdout).toContain('ran as Node')
    expect(readdirSync(marks)).toEqual(['required'])
    rmSync(join(marks, 'required'))
  })

  it('S06: does not run as Node, takes no options of Node, is not inspected, and loads no other app', async () => {
    const other = join(app.folder, 'resources', 'app')
    mkdirSync(other)
    writeFileSync(join(other, 'package.json'), JSON.stringify({ name: 'other', version: '1.0.0', main: 'main.cjs' }))
    writeFileSync(join(other, 'main.cjs'), leaveMark(marks, 'other-app'))
    const args = [...switches(), '--inspect=0', '--remote-debugging-port=0', '--profile', join(folder, 'profile'), '--sample']
    const env = { ...process.env, ...display.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${script}` }
    const child = spawn(app.executable, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
    try {
      const said = await saidUntil(child, /DevTools listening on (ws:\S+)/)
      expect(await shownBy(said.match(/ws:\S+/)?.[0] ?? '')).toContain('Sintai Communication')
      expect(said).not.toContain('Debugger listening')
      expect(readdirSync(marks)).toEqual([])
    } finally {
      child.kill()
      await once(child, 'exit')
      rmSync(other, { recursive: true })
    }
  })
})

function leaveMark(marks: string, name: string): string {
  return `require('node:fs').writeFileSync(${JSON.stringify(join(marks, name))}, '')\n`
}

function saidUntil(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (piece: Buffer) => {
      said += piece.toString()
      if (pattern.test(said)) resolve(said)
    })
    child.on('exit', () => reject(new Error(`The app ended. It said:\n${said}`)))
  })
}

/** What the app's page says, asked over Chromium's own line, which no fuse closes. */
async function shownBy(address: string): Promise<string> {
  // Looked in on while it is being loaded, Playwright would wait for that for ever.
  const targets = `http://${new URL(address).host}/json`
  await until(async () => (await (await fetch(targets)).text()).includes('"title": "Newsdesk"'))
  const browser = await chromium.connectOverCDP(address)
  const context = browser.contexts()[0]
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
  await page?.getByText('Sintai Communication').first().waitFor()
  const text = await page?.innerText('body')
  await browser.close()
  return text ?? ''
}
