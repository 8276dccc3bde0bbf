import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dist } from '../../build/places.ts'
import { openBrowser } from './browser.ts'

describe('the browser host', () => {
  const profile = mkdtempSync(join(tmpdir(), 'newsdesk-profile-'))
  const said: string[] = []
  let host: ChildProcess
  let address: string
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    host = spawn(process.execPath, [join(dist, 'electron', 'cli.js'), 'serve', '--no-open', '--sample', '--profile', profile], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    address = await firstLine(host)
    browser = await openBrowser()
    page = await (await browser.newContext()).newPage()
    page.on('console', (message) => said.push(message.text()))
    await page.goto(address)
  })
  afterAll(async () => {
    await browser?.close()
    if (host.kill('SIGTERM')) await new Promise((resolve) => host.once('exit', resolve))
    rmSync(profile, { recursive: true, force: true })
  })

  it('shows the sample edition, and takes the code out of the address', async () => {
    await page.getByText('Sintai Communication').first().waitFor()
    expect(page.url()).toBe(new URL('/', address).href)
  })

  it('B04 keeps the token through a reload, for this tab alone, and out of every process’s arguments', async () => {
    await page.reload()
    await page.getByText('Sintai Communication').first().waitFor()
    const token = await page.evaluate(
      () => Object.values(sessionStorage).find((value) => /^[\w-]{43}$/.test(String(value))) as string | undefined,
    )
    expect(token).toBeDefined()
    if (process.platform === 'linux') {
      const open = `${readFileSync(`/proc/${host.pid}/cmdline`, 'utf8')}${readFileSync(`/proc/${host.pid}/environ`, 'utf8')}`
      expect(open).not.toContain(token)
    }
    const other = await page.context().newPage()
    await other.goto(address)
    expect(await other.evaluate(() => sessionStorage.length)).toBe(0)
    await other.close()
  })

  it('R11 breaks no policy in ordinary use', async () => {
    await page.keyboard.press('j')
    await page.frameLocator('iframe').locator('body').waitFor()
    for (const key of ['?', 'Escape', 'g', 's', 'g', 'h', 'g', 'a']) await page.keyboard.press(key)
    expect(said.filter((text) => /Content Security Policy|TrustedHTML|TrustedScript/i.test(text))).toEqual([])
  })
})

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('The host ended before it said its address')))
    if (child.stdout !== null) createInterface(child.stdout).once('line', resolve)
  })
}
