import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { keys, sharesLook, type } from './lookPage.ts'

const look = sharesLook()

type Way = readonly [heading: string, go: (page: Page) => Promise<void>]

const ways: readonly Way[] = [
  ['Today', (page) => keys(page, 'g t')],
  ['Saved', (page) => keys(page, 'g s')],
  ['Source health', (page) => keys(page, 'g h')],
  ['Search', (page) => page.keyboard.press('/')],
  ['Rules', rules],
  ['Sintai Communication', (page) => type(page, 'Control+k', 'sintai\n')],
]

describe('a window with no room for the sidebar', () => {
  it.each(ways)('has a button in each view that brings it as a drawer: %s', async (heading, go) => {
    const page = await look()
    await page.setViewportSize({ width: 800, height: 700 })
    await page.waitForSelector('.frame:not([data-width=wide])')
    await go(page)
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    await page.getByRole('button', { name: 'Show views and sources' }).press('Enter')
    await page.locator('.drawer').getByRole('navigation').first().waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.drawer').count()).toBe(0)
  })
})

async function rules(page: Page): Promise<void> {
  await keys(page, 'g w')
  await page.getByRole('button', { name: 'Rules', exact: true }).press('Enter')
}
