import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shippedPackages } from '../../build/sbom.ts'
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

  it('S05 shows the licence of every package that stands in it, over the settings', async () => {
    const packages = (await shippedPackages()).map(({ name, version }) => `${name} ${version}`)
    await page.keyboard.press('Control+,')
    await page.getByRole('button', { name: 'Show them' }).click()
    const lines = page.locator('.licences summary')
    await expect.poll(() => lines.count()).toBe(packages.length)
    const shown = (await lines.allInnerTexts()).map((line) => line.split(/\s+/).slice(0, 2).join(' '))
    expect(shown).toEqual(packages)
    await lines.filter({ hasText: 'react-dom' }).press('Enter')
    await page.locator('.licences pre').filter({ visible: true, hasText: 'Permission is hereby granted' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Show them' }).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('D12 says at once that the network is gone, and that it is back', async () => {
    const offline = page.getByText('Offline, reading from this computer')
    await page.context().setOffline(true)
    await offline.waitFor()
    await page.context().setOffline(false)
    await offline.waitFor({ state: 'detached' })
    await expect.poll(() => connection(page)).toBe('online')
  })

  it('D13 tells the engine what the page hears of the network', async () => {
    await page.evaluate(() => dispatchEvent(new Event('offline')))
    await expect.poll(() => connection(page)).toBe('offline')
    await page.keyboard.press('r')
    await page.getByText('This computer is offline.').waitFor()
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await expect.poll(() => connection(page)).toBe('online')
  })

  it('keeps what a person changes of a source, and takes an unfollowing back', async () => {
    const line = page.locator('[data-source]').first()
    const title = (await line.locator('.nav-words').textContent()) ?? ''
    await line.focus()
    await page.getByRole('button', { name: `More for ${title}` }).press('Enter')
    await page.getByRole('menuitem', { name: 'Change…' }).press('Enter')
    await page.getByRole('dialog').getByLabel('Name').fill('Renamed')
    await page.getByRole('dialog').getByRole('combobox', { name: 'Folder' }).fill('Shelf')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('button', { name: 'Close the folder Shelf' }).waitFor()
    const renamed = page.locator('[data-source]', { hasText: 'Renamed' })
    await renamed.focus()
    await page.getByRole('button', { name: 'More for Renamed' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Unfollow' }).press('Enter')
    await renamed.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await renamed.waitFor()
  })

  it('R11 breaks no policy in ordinary use', async () => {
    await page.keyboard.press('j')
    await page.frameLocator('iframe').locator('body').waitFor()
    for (const key of ['?', 'Escape', 'g', 's', 'g', 'h', 'g', 'a']) await page.keyboard.press(key)
    expect(said.filter((text) => /Content Security Policy|TrustedHTML|TrustedScript/i.test(text))).toEqual([])
  })
})

/** What the engine believes of the network, asked over HTTP as the page does. */
async function connection(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    const token = Object.values(sessionStorage).find((value) => /^[\w-]{43}$/.test(String(value))) as string
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }
    const response = await fetch('/api/getStatus', { method: 'POST', headers, body: '{}' })
    return ((await response.json()) as { value: { connection: string } }).value.connection
  })
}
