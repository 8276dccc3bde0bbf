import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveLook } from '../renderer/look/serve.ts'
import { violationsOf } from '../renderer/look/violations.ts'
import { openBrowser } from './browser.ts'

let browser: Browser
let context: BrowserContext
let site: Awaited<ReturnType<typeof serveLook>>
const outDir = mkdtempSync(join(tmpdir(), 'newsdesk-access-'))

beforeAll(async () => {
  site = await serveLook(outDir)
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
})

afterAll(async () => {
  await browser.close()
  site.server.close()
  rmSync(outDir, { recursive: true })
})

type Screen = readonly [name: string, query: string, prepare: (page: Page) => Promise<unknown>]

const screens: readonly Screen[] = [
  ['the timeline with an article, its company and related news', '', articleWithFoot],
  ['a company', '', (page) => page.click('[aria-labelledby=sidebar-companies] button')],
  ['the timeline of a source in trouble', '', (page) => page.click('text=Spectrum Office')],
  ['saved items with a note', '', (page) => keys(page, 'g s j e')],
  ['search with hits', '', (page) => keys(page, '/ f i b Enter')],
  ['search with no words', '', (page) => keys(page, '/ x Escape')],
  ['source health', '', (page) => keys(page, 'g h')],
  ['the dialog that adds', '', (page) => keys(page, 'a')],
  ['settings', '', (page) => keys(page, 'Control+,')],
  ['the command palette', '', (page) => keys(page, 'Control+k')],
  ['shortcuts', '', (page) => keys(page, '?')],
  ['welcome', 'scene=empty', () => Promise.resolve()],
  ['a list that cannot be read', 'scene=failing', () => Promise.resolve()],
  ['a refresh under way', 'scene=working', () => Promise.resolve()],
  ['an offline screen', 'scene=offline', () => Promise.resolve()],
]

const looks = [
  ['theme=light', screens],
  ['theme=dark', screens],
  ['theme=contrast', screens.slice(0, 5)],
  ['theme=light&language=zh-CN', screens.slice(0, 5)],
] as const

describe('every view', () => {
  for (const [look, shown] of looks) {
    it.each(shown)(
      `has one main heading, and breaks no rule of access or of the content security policy (R11), in ${look}: %s`,
      async (_name, query, prepare) => {
        const page = await opened(`${query}&${look}`)
        const faults: string[] = []
        page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
        await prepare(page)
        await page.waitForTimeout(300)
        expect(await violationsOf(page)).toEqual([])
        expect(await page.locator('h1').count()).toBe(1)
        expect(faults).toEqual([])
        await page.close()
      },
    )
  }
})

describe('an article', () => {
  it('opens its links outside, and the frame stays (X04)', async () => {
    const page = await opened('')
    await page.keyboard.press('j')
    const link = page.frameLocator('iframe').locator('a').first()
    await link.click()
    await link.click({ button: 'middle' })
    expect(await page.evaluate(() => (window as unknown as { fake: { opened: string[] } }).fake.opened)).toHaveLength(2)
    expect(await page.evaluate(() => document.querySelector('iframe')?.contentDocument?.location.href)).toBe('about:srcdoc')
    await page.close()
  })

  it('hands the keys that are pressed inside its frame to the screen', async () => {
    const page = await opened('')
    await page.keyboard.press('j')
    const first = await page.locator('[aria-current=true]').getAttribute('data-row')
    await page.frameLocator('iframe').locator('p').first().click()
    await page.keyboard.press('j')
    expect(await page.locator('[aria-current=true]').getAttribute('data-row')).not.toBe(first)
    await page.close()
  })

  it('is marked read after a moment, stays in the list of unread, and can be marked unread again', async () => {
    const page = await opened('')
    await page.click('text=Unread >> visible=true')
    await page.keyboard.press('j')
    const row = page.locator('[aria-current=true]')
    await expect.poll(() => row.getAttribute('data-unread'), { timeout: 5000 }).toBe('false')
    await page.keyboard.press('m')
    await expect.poll(() => row.getAttribute('data-unread'), { timeout: 5000 }).toBe('true')
    await page.close()
  })
})

describe('the timeline', () => {
  it('lets what arrived wait behind a count, and shows it when asked', async () => {
    const page = await opened('')
    await page.waitForSelector('.row')
    await page.evaluate(() => (window as unknown as { arrive(): void }).arrive())
    await page.click('text=1 new article')
    await page.waitForSelector('text=A cable that arrived just now')
    expect(await page.locator('.arrived').count()).toBe(0)
    await page.close()
  })
})

async function opened(query: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${site.url}?${query}`)
  await page.waitForSelector('h1', { timeout: 5000 })
  return page
}

async function articleWithFoot(page: Page): Promise<void> {
  await page.keyboard.press('j')
  await page.waitForSelector('.company-card')
  await page.waitForSelector('.related-row')
}

async function keys(page: Page, typed: string): Promise<void> {
  for (const key of typed.split(' ')) {
    await page.keyboard.press(key)
    await page.waitForTimeout(60)
  }
}
