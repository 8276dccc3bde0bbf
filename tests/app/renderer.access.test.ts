import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { breachesOf, keys, openedOutside, sharesLook } from './lookPage.ts'

const opened = sharesLook('no-preference')
/** In milliseconds: what a key opens listens to the next one soon, not at once. */
const BETWEEN_KEYS = 60
const slowly = (typed: string) => (page: Page) => keys(page, typed, BETWEEN_KEYS)

type Screen = readonly [name: string, query: string, prepare: (page: Page) => Promise<unknown>]

const screens: readonly Screen[] = [
  ['the timeline with an article, its company and related news', '', articleWithFoot],
  ['a company', '', (page) => page.click('[aria-labelledby=sidebar-companies] button')],
  ['the timeline of a source in trouble', '', (page) => page.click('text=Spectrum Office')],
  ['saved items with a note', '', slowly('g s j e')],
  ['search with hits', '', slowly('/ f i b Enter')],
  ['search with no words', '', slowly('/ x Escape')],
  ['source health', '', slowly('g h')],
  ['the dialog that adds', '', slowly('a')],
  ['settings', '', slowly('Control+,')],
  ['the command palette', '', slowly('Control+k')],
  ['shortcuts', '', slowly('?')],
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
        expect(await breachesOf(page, prepare)).toEqual([])
        expect(await page.locator('h1').count()).toBe(1)
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
    expect(await openedOutside(page)).toHaveLength(2)
    expect(await page.evaluate(() => document.querySelector('iframe')?.contentDocument?.location.href)).toBe('about:srcdoc')
  })

  it('hands the keys that are pressed inside its frame to the screen', async () => {
    const page = await opened('')
    await page.keyboard.press('j')
    const first = await page.locator('[aria-current=true]').getAttribute('data-row')
    await page.frameLocator('iframe').locator('p').first().click()
    await page.keyboard.press('j')
    expect(await page.locator('[aria-current=true]').getAttribute('data-row')).not.toBe(first)
  })

  it('is marked read after a moment, stays in the list of unread, and can be marked unread again', async () => {
    const page = await opened('')
    await page.click('text=Unread >> visible=true')
    await page.keyboard.press('j')
    const row = page.locator('[aria-current=true]')
    await expect.poll(() => row.getAttribute('data-unread'), { timeout: 5000 }).toBe('false')
    await page.keyboard.press('m')
    await expect.poll(() => row.getAttribute('data-unread'), { timeout: 5000 }).toBe('true')
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
  })
})

async function articleWithFoot(page: Page): Promise<void> {
  await page.keyboard.press('j')
  await page.waitForSelector('.company-card')
  await page.waitForSelector('.related-row')
}
