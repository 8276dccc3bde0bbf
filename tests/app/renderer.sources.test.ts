import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { asked, keys, sharesLook } from './lookPage.ts'

const look = sharesLook()

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
  })

  it('has a menu from when the pointer first comes to its line, since a thousand menus take seconds to draw', async () => {
    const page = await opened()
    const menus = page.locator('.menu-nav:has([data-source]) [aria-haspopup]')
    expect(await menus.count()).toBe(0)
    await page.locator('[data-source=telecom-weekly]').hover()
    await expect.poll(() => menus.count()).toBe(1)
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
  })
})

describe('the source whose articles are listed', () => {
  it('is changed, refreshed and unfollowed by its keys, and its list is left', async () => {
    const page = await opened()
    await page.keyboard.press('#')
    expect(await asked(page, 'removeSource')).toEqual([])
    await page.locator('[data-source=telecom-weekly]').press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Telecom Weekly' }).waitFor()
    await page.locator('.pane-head').getByRole('button', { name: 'More for Telecom Weekly' }).press('Enter')
    expect(await page.getByRole('menuitem').locator('kbd').allTextContents()).toEqual(['.', '⇧E', '#'])
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
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
  })
})

describe('source health', () => {
  it('unfollows, and takes it back', async () => {
    const page = await health()
    await page.getByRole('listitem').filter({ hasText: 'Telecom Weekly' }).getByRole('button', { name: 'Unfollow' }).click()
    await page.getByText('Unfollowed “Telecom Weekly”.').waitFor()
    await page.keyboard.press('u')
    await expect.poll(() => asked(page, 'undo')).toHaveLength(1)
  })

  it('asks a source again at once', async () => {
    const page = await health()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => asked(page, 'refresh')).toEqual([{ sourceIds: ['spectrum'], force: true }])
  })

  it('looks for a new address from the old site, and waits for a word before it asks', async () => {
    const page = await health()
    await page.getByRole('button', { name: 'Look for its new address…' }).first().click()
    await expect.poll(() => page.getByRole('dialog').getByRole('textbox').inputValue()).toBe('https://standards.example/')
    expect(await asked(page, 'previewAddress')).toEqual([])
  })

  it('changes name, folder, category, interval and the pictures of a source', async () => {
    const page = await health()
    await page.locator('.health').getByRole('button', { name: 'More for Spectrum Office' }).click()
    await page.getByRole('menuitem', { name: 'Change…' }).click()
    await page.getByLabel('Name').fill('Spectrum')
    await page.getByRole('combobox', { name: 'Folder' }).fill('')
    await page.getByLabel('Ask it').selectOption({ label: 'Once a day' })
    await page.getByRole('dialog').getByRole('checkbox').press('Space')
    await page.keyboard.press('Tab')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await expect
      .poll(() => asked(page, 'changeSource'))
      .toEqual([{ id: 'spectrum', title: 'Spectrum', category: 'industry', folder: null, checkEvery: 86_400_000, keepsPictures: false }])
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })
})

function opened(): Promise<Page> {
  return look('scene=full', '[data-source=telecom-weekly]')
}

/** Opens the menu of a source and chooses one of its lines, by keyboard. */
async function chooseOf(page: Page, title: string, words: string): Promise<void> {
  await page.locator('[data-source]', { hasText: title }).focus()
  await page.keyboard.press('Tab')
  await page
    .getByRole('button', { name: `More for ${title}` })
    .and(page.locator(':focus'))
    .press('Enter')
  await page.getByRole('menuitem', { name: words }).press('Enter')
}

async function titles(page: Page): Promise<readonly string[]> {
  return await page.locator('[data-source] .nav-words').allTextContents()
}

async function health(): Promise<Page> {
  const page = await look('scene=trouble')
  await keys(page, 'g h')
  await page.getByRole('heading', { level: 1, name: 'Source health' }).waitFor()
  return page
}
