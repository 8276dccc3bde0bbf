import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entries, rss, startNewsServer, type NewsServer } from '../fixtures/newsServer.ts'
import { openBrowser } from './browser.ts'
import { serveProfile, type ServedHost } from './servedHost.ts'

describe('watching', () => {
  const profile = mkdtempSync(join(tmpdir(), 'newsdesk-watching-'))
  let browser: Browser
  let server: NewsServer
  let host: ServedHost
  let page: Page
  beforeAll(async () => {
    server = await startNewsServer()
    publish(server, 3)
    ;[browser, host] = await Promise.all([openBrowser(), serveProfile(profile, '--allow-private')])
    page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
    page.setDefaultTimeout(12_000)
    await page.goto(host.address)
    await follow(page, `${server.url}/feed.xml`)
  })
  afterAll(async () => {
    await browser?.close()
    await host?.close()
    await server?.close()
    rmSync(profile, { recursive: true, force: true })
  })

  it('a rule is made where nothing was caught yet, with what it would have caught', async () => {
    await go(page, 'w', 'Watching')
    await page.getByText('Nothing has been caught yet').waitFor()
    await page.getByRole('button', { name: 'Make a rule' }).press('Enter')
    await write(page, 'crane')
    await page.getByText('1 of all 3 articles').waitFor()
    await page.getByText('Notify me when the article has “crane”.').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Kept the rule “crane”').waitFor()
    await page.getByText('Has caught nothing yet').waitFor()
  })

  it('what arrives is told at the foot of the page, marked with the rule’s name, and counted', async () => {
    publish(server, 7)
    await page.keyboard.press('r')
    await page.getByText('1 watched article has arrived').waitFor()
    await go(page, 'w', 'Watching')
    const row = page.locator('[data-row]').filter({ hasText: 'A crane, number 6' })
    await row.getByText('Watched by crane').waitFor()
    expect(await page.locator('[data-row]').count()).toBe(1)
    await page.keyboard.press('j')
    await expect.poll(() => page.frameLocator('iframe').locator('body').innerText()).toContain('Report 6.')
  })

  it('a rule is changed into one that mutes: its news leaves the lists and is found by search; undo brings it back', async () => {
    await page.getByRole('button', { name: 'Rules', exact: true }).press('Enter')
    await page.getByRole('button', { name: 'crane', exact: true }).press('Enter')
    await page.getByRole('radio', { name: 'Watch' }).press('ArrowRight')
    await page.getByText('Mute it when the article has “crane”.').waitFor()
    await page.getByRole('button', { name: 'Keep the rule' }).press('Enter')
    // The notice of the rule's making may still be there: its form goes when the change is kept.
    await page.getByRole('button', { name: 'Keep the rule' }).waitFor({ state: 'detached' })
    await page.getByText('Kept the rule “crane”').waitFor()
    await go(page, 'a', 'All articles')
    await page.getByText('6 articles').waitFor()
    await page.keyboard.press('/')
    await page.locator('[data-search]:focus').waitFor()
    await page.keyboard.type('is:muted')
    await page.getByText('Muted by crane').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Refresh' }).focus()
    await page.keyboard.press('u')
    await page.getByText('Taken back').waitFor()
    await go(page, 'a', 'All articles')
    await page.getByText('7 articles').waitFor()
  })

  it('rules are put in another order by the arrow keys', async () => {
    await showRules(page)
    await page.getByRole('button', { name: 'New rule' }).press('Enter')
    await write(page, 'ship')
    // What is written stays while one looks elsewhere.
    await page.getByRole('button', { name: 'Today' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
    await showRules(page)
    await expect.poll(() => page.locator('.condition-value').inputValue()).toBe('ship')
    await page.locator('.condition-value').press('Enter')
    await expect.poll(() => names(page)).toEqual(['crane', 'ship'])
    await page.getByRole('button', { name: /^Move “ship”/ }).press('ArrowUp')
    await expect.poll(() => names(page)).toEqual(['ship', 'crane'])
    await page.getByText('“ship” is now number 1 of 2').waitFor({ state: 'attached' })
  })

  it('and by dragging', async () => {
    await page.locator('.rule-grip').nth(1).dragTo(page.locator('.rule-row').nth(0))
    await expect.poll(() => names(page)).toEqual(['crane', 'ship'])
  })
})

const STARTED = Date.now()

function about(number: number) {
  const title = number % 6 === 0 ? `A crane, number ${number}` : `A ship, number ${number}`
  const date = new Date(STARTED - (100 - number) * 60_000).toUTCString()
  return { title, date, body: `<p>Report ${number}. It is told at some length what was seen in the port.</p>`.repeat(6) }
}

function publish(server: NewsServer, count: number): void {
  server.route('/feed.xml', rss('Port Observer', entries(0, count, about)))
}

async function follow(page: Page, address: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.getByRole('textbox').first().fill(address)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Follow', exact: true }).first().press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('[data-row]').first().waitFor()
}

async function go(page: Page, key: string, heading: string): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press(key)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

async function showRules(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.locator('[role=dialog] input:focus').waitFor()
  await page.keyboard.type('Rules')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Rules' }).waitFor()
}

/** Types into the field that the new rule's form begins in. */
async function write(page: Page, words: string): Promise<void> {
  await page.locator('.condition-value:focus').waitFor()
  await page.keyboard.type(words)
}

function names(page: Page): Promise<string[]> {
  return page.locator('.rule-name').allInnerTexts()
}
