import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { ActionName } from '../../shared/actions.ts'
import type { RequestName } from '../../shared/contract/requests.ts'
import type { FakeBridge } from '../renderer/fakeBridge.ts'
import { serveLook } from '../renderer/look/serve.ts'
import { violationsOf } from '../renderer/look/violations.ts'
import { openBrowser } from './browser.ts'

/** Opens a page for looking, with a scene, theme or language, and waits for something that it shows. */
export type OpenLook = (query?: string, shows?: string) => Promise<Page>

/**
 * Has the tests of a file share one browser and one site with screens and a fake engine behind them. The function that it answers opens
 * a page for one test; pages are closed when their test is over. What moves stands still, unless told.
 */
export function sharesLook(reducedMotion: 'reduce' | 'no-preference' = 'reduce'): OpenLook {
  const folder = mkdtempSync(join(tmpdir(), 'newsdesk-look-'))
  const contexts: BrowserContext[] = []
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveLook>>
  beforeAll(async () => {
    site = await serveLook(folder)
    browser = await openBrowser()
  })
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })
  afterAll(async () => {
    await browser.close()
    site.server.close()
    rmSync(folder, { recursive: true })
  })
  return async (query = 'scene=full', shows = 'h1') => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion })
    contexts.push(context)
    const page = await context.newPage()
    await page.goto(`${site.url}?${query}`)
    await page.waitForSelector(shows)
    return page
  }
}

/** What the screen asked of the fake engine under a name, oldest first. */
export async function asked(page: Page, name: RequestName): Promise<unknown[]> {
  const all = await page.evaluate(() => (window as unknown as { fake: FakeBridge }).fake.asked)
  return all.filter((each) => each.name === name).map(({ input }) => input)
}

/** The input of the last request of a name; null where there was none. */
export async function lastAsked(page: Page, name: RequestName): Promise<unknown> {
  return (await asked(page, name)).at(-1) ?? null
}

/** The addresses that were opened outside. */
export async function openedOutside(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => (window as unknown as { fake: FakeBridge }).fake.opened)
}

/** Has the screen do something, as its host asks it to. */
export async function acted(page: Page, action: ActionName): Promise<void> {
  await page.evaluate((name) => (window as unknown as { fake: FakeBridge }).fake.act(name), action)
}

/** Presses keys one after the other, as in `g s`. `between`: in milliseconds, where what one opens must listen to the next. */
export async function keys(page: Page, typed: string, between = 0): Promise<void> {
  for (const key of typed.split(' ')) {
    await page.keyboard.press(key)
    if (between > 0) await page.waitForTimeout(between)
  }
}

/** Presses a button with the keyboard. */
export async function pressed(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).press('Enter')
}

/** Opens a dialog by its key and types into it; a new line is Enter. */
export async function type(page: Page, key: string, words: string): Promise<void> {
  await page.keyboard.press(key)
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type(words)
}

/** Goes on in a page, and answers which rules of access it breaks then, and what was refused meanwhile, as by the content security policy. */
export async function breachesOf(page: Page, goOn: ((page: Page) => Promise<unknown>) | undefined): Promise<readonly unknown[]> {
  const refused: string[] = []
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()))
  await goOn?.(page)
  await page.waitForTimeout(300)
  return [...(await violationsOf(page)), ...refused]
}
