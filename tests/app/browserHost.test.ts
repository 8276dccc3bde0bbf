import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { serveProfile, type ServedHost } from './servedHost.ts'

describe('the browser host', () => {
  const profile = mkdtempSync(join(tmpdir(), 'newsdesk-profile-'))
  const said: string[] = []
  let host: ServedHost
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    host = await serveProfile(profile, '--sample')
    browser = await openBrowser()
    page = await (await browser.newContext()).newPage()
    page.on('console', (message) => said.push(message.text()))
    await page.goto(host.address)
  })
  afterAll(async () => {
    await browser?.close()
    await host.close()
    rmSync(profile, { recursive: true, force: true })
  })

  it('shows the sample edition, and takes the code out of the address', async () => {
    await page.getByText('Sintai Communication').first().waitFor()
    expect(page.url()).toBe(new URL('/', host.address).href)
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
    await other.goto(host.address)
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
