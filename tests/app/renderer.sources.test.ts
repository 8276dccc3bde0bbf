import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FakeBridge } from '../renderer/fakeBridge.ts'
import { serveLook } from '../renderer/look/serve.ts'
import { openBrowser } from './browser.ts'

let browser: Browser
let site: Awaited<ReturnType<typeof serveLook>>
const outDir = mkdtempSync(join(tmpdir(), 'newsdesk-sources-'))

beforeAll(async () => {
  site = await serveLook(outDir)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  site.server.close()
  rmSync(outDir, { recursive: true })
})

describe('a source in the sidebar', () => {
  it('is changed from its menu by keyboard alone', async () => {
    const page = await opened()
    await chooseOf(page, 'Telecom Weekly', 'Change…')
    const dialog = page.getByRole('dialog', { name: 'Change Telecom Weekly' })
    await dialog.getByText('https://weekly.example/', { exact: false }).first().waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('The Weekly')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.locator('.sidebar').getByRole('button', { name: 'The Weekly', exact: false }).first().waitFor()
    const [change] = await asked(page, 'changeSource')
    expect(change).toMatchObject({ id: 'telecom-weekly', title: 'The Weekly', checkEvery: null, keepsPictures: true })
    await page.close()
  })

  it('is left as it was on Escape', async () => {
    const page = await opened()
    await chooseOf(page, 'Telecom Weekly', 'Change…')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('Other')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await asked(page, 'changeSource')).toEqual([])
    await page.close()
  })

  it('is unfollowed from its menu, hands the focus to its neighbour, and comes back by undo', async () => {
    const page = await opened()
    const before = await titles(page)
    const at = before.indexOf('Telecom Weekly')
    await chooseOf(page, 'Telecom Weekly', 'Unfollow')
    await expect.poll(() => titles(page)).toEqual(before.toSpliced(at, 1))
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain(before[at + 1])
    await page.getByText('Unfollowed “Telecom Weekly”. Saved items stay.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await expect.poll(() => titles(page)).toEqual(before)
    await page.close()
  })
})

describe('the source whose articles are listed', () => {
  it('is changed, refreshed and unfollowed by its keys, and its list is left', async () => {
    const page = await opened()
    await page.keyboard.press('#')
    expect(await asked(page, 'removeSource')).toEqual([])
    await page.locator('[data-source=telecom-weekly]').press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Telecom Weekly' }).waitFor()
    await page.keyboard.press('.')
    await expect.poll(() => asked(page, 'refresh')).toEqual([{ sourceIds: ['telecom-weekly'], force: true }])
    await page.keyboard.press('E')
    await page.getByRole('dialog', { name: 'Change Telecom Weekly' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('#')
    await page.getByRole('heading', { level: 1, name: 'All articles' }).waitFor()
    expect(await asked(page, 'removeSource')).toEqual([{ id: 'telecom-weekly' }])
    await expect.poll(() => titles(page)).not.toContain('Telecom Weekly')
    await page.keyboard.press('u')
    await expect.poll(() => titles(page)).toContain('Telecom Weekly')
    await page.close()
  })
})

async function opened(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  await page.goto(`${site.url}?scene=full`)
  await page.waitForSelector('[data-source=telecom-weekly]')
  return page
}

/** Opens the menu of a source and chooses one of its lines, by keyboard. */
async function chooseOf(page: Page, title: string, words: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${title}` }).press('Enter')
  await page.getByRole('menuitem', { name: words }).press('Enter')
}

async function titles(page: Page): Promise<readonly string[]> {
  return await page.locator('[data-source] .nav-words').allTextContents()
}

async function asked(page: Page, name: string): Promise<unknown[]> {
  const all = await page.evaluate(() => (window as unknown as { fake: FakeBridge }).fake.asked)
  return all.filter((each) => each.name === name).map(({ input }) => input)
}
