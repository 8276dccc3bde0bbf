import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../build/places.ts'
import { startNewsServer, type NewsServer } from '../fixtures/newsServer.ts'
import { originSections, originText, publishOrigin } from '../fixtures/originSite.ts'
import { openBrowser } from './browser.ts'
import { serveProfile, type ServedHost } from './servedHost.ts'

const shots = join(root, 'tests', 'app', 'shots')

describe.skipIf(originText === null)('the page that the product grew from, on screen', () => {
  const profile = mkdtempSync(join(tmpdir(), 'newsdesk-origin-'))
  let server: NewsServer
  let host: ServedHost
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    server = await startNewsServer()
    publishOrigin(server, originText ?? '')
    host = await serveProfile(profile, '--allow-private')
    browser = await openBrowser()
    page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
    await page.goto(host.address)
  })
  afterAll(async () => {
    await browser.close()
    await host.close()
    await server.close()
    rmSync(profile, { recursive: true, force: true })
  })

  it('is followed by the home page’s address alone, and read with its sections, contact and related news', async () => {
    await page.getByRole('textbox').first().fill(`${server.url}/industry.xml`)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Follow', exact: true }).first().click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('navigation').first().waitFor()
    await page.keyboard.press('a')
    await page.getByRole('dialog').getByRole('textbox').first().fill(`${server.url}/`)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText('China Has Built 700,000 5G Base Stations').first().waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Follow', exact: true }).first().click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await page.locator('[data-row]').filter({ hasText: 'China Has Built 700,000' }).first().click()
    for (const heading of originSections) await expect.poll(() => articleText(page), { timeout: 15_000 }).toContain(heading)
    await page.getByText('+86 755 0000 0100').first().waitFor()
    await page.getByText('China counts 700,000 5G base stations').last().waitFor()
    mkdirSync(shots, { recursive: true })
    await page.screenshot({ path: join(shots, 'origin.png') })
    await page.getByText('China counts 700,000 5G base stations').last().scrollIntoViewIfNeeded()
    await page.screenshot({ path: join(shots, 'origin-related.png') })
  })
})

function articleText(page: Page): Promise<string> {
  return page.frameLocator('iframe').locator('body').innerText()
}
