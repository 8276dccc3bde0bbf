import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { asked, lastAsked } from './lookPage.ts'
import { sharesSaved } from './savedScreen.ts'

const opened = sharesSaved()

describe('the saved items', () => {
  it('are searched inside, and shown again where nothing is found', async () => {
    const page = await opened()
    await page.getByRole('searchbox', { name: 'Search in saved items' }).fill('no such words')
    await page.getByText('No saved item says that').waitFor()
    await page.getByRole('button', { name: 'Show all saved items' }).press('Enter')
    await page.waitForSelector('.saved-row')
  })

  it('are ordered and narrowed by keyboard', async () => {
    const page = await opened()
    await page.getByRole('button', { name: 'Order and filter' }).press('Enter')
    await page.getByLabel('Order', { exact: true }).selectOption('title')
    await expect.poll(() => lastAsked(page, 'listSaved')).toEqual({ order: 'title' })
    await page.getByLabel('Show', { exact: true }).selectOption('isIncomplete')
    await expect.poll(() => lastAsked(page, 'listSaved')).toEqual({ order: 'title', isIncomplete: true })
    await page.getByLabel('Saved', { exact: true }).selectOption('week')
    await page.getByLabel('From', { exact: true }).selectOption({ label: 'Telecom Weekly (4)' })
    await expect.poll(() => lastAsked(page, 'listSaved')).toMatchObject({ sourceId: expect.any(String), after: expect.any(Number) })
    await page.getByRole('button', { name: 'Take all filters off' }).press('Enter')
    await page.waitForFunction(() => document.querySelectorAll('.saved-row').length > 1)
  })

  it('are never all asked for to suggest tags and sources', async () => {
    const page = await opened()
    await page.getByRole('button', { name: 'Order and filter' }).press('Enter')
    await page.getByLabel('From', { exact: true }).locator('option', { hasText: 'Telecom Weekly' }).waitFor({ state: 'attached' })
    await page.keyboard.press('Escape')
    await page.locator('.saved-row .row').first().click()
    await page.keyboard.press('e')
    await page.locator('.note datalist option', { hasText: 'bid' }).first().waitFor({ state: 'attached' })
    expect(await asked(page, 'listSaved')).not.toContainEqual({})
  })

  it('are tagged, moved and given up several at once', async () => {
    const page = await opened()
    const ids = await listed(page)
    const boxes = page.locator('.saved-box')
    await boxes.first().press('Space')
    await boxes.nth(1).click({ modifiers: ['Shift'] })
    await page.getByRole('region', { name: '2 chosen' }).waitFor()
    await page.getByRole('button', { name: 'Tags…' }).press('Enter')
    await page.getByLabel('Tags to add, with commas between').fill('quay, crane')
    await page.getByLabel('Tags to add, with commas between').press('Enter')
    await expect.poll(() => lastAsked(page, 'changeSaved')).toEqual({ ids: ids.slice(0, 2), addTags: ['quay', 'crane'], removeTags: [] })
    await page.getByLabel('Move to a collection').selectOption({ label: 'Bids for the quay' })
    await expect.poll(() => lastAsked(page, 'changeSaved')).toEqual({ ids: ids.slice(0, 2), collectionId: 'bids' })
    await page.getByRole('button', { name: 'Remove from saved' }).last().press('Enter')
    await expect.poll(() => lastAsked(page, 'unsaveArticles')).toEqual({ ids: ids.slice(0, 2) })
    await expect.poll(() => listed(page)).toEqual(ids.slice(2))
    await page.keyboard.press('u')
    await expect.poll(() => listed(page)).toEqual(ids)
  })

  it('are exported as everything where all are chosen, and by name else', async () => {
    const page = await opened()
    const exportChosen = async () => {
      await page
        .getByRole('region', { name: /chosen/ })
        .getByRole('button', { name: 'Export…' })
        .press('Enter')
      await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).press('Enter')
    }
    const ids = await listed(page)
    await page.locator('.saved-box').first().press('Space')
    await exportChosen()
    await expect.poll(() => lastAsked(page, 'exportArticles')).toMatchObject({ ids: ids.slice(0, 1) })
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Choose all' }).press('Enter')
    await exportChosen()
    await expect.poll(() => lastAsked(page, 'exportArticles')).toMatchObject({ ids: null })
  })

  it('lose tags and get others in one request, with one undo, by keyboard', async () => {
    const page = await opened()
    const ids = await listed(page)
    await page.locator('.saved-box').first().press('Space')
    await tagChosen(page, async (panel) => await panel.getByLabel('Tags to add, with commas between').fill('crane'))
    await expect.poll(() => tagsOf(page, 0)).toEqual(['bid', 'earthing', 'crane'])
    await page.locator('.saved-box').nth(1).press('Space')
    await tagChosen(page, async (panel) => {
      const crane = panel.getByRole('checkbox', { name: 'crane' })
      expect(await crane.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true)
      await crane.press('Space')
      await panel.getByRole('checkbox', { name: 'bid' }).press('Space')
    })
    await expect.poll(() => lastAsked(page, 'changeSaved')).toEqual({ ids: ids.slice(0, 2), addTags: ['crane'], removeTags: ['bid'] })
    await expect.poll(() => tagsOf(page, 1)).toEqual(['earthing', 'crane'])
    await page.keyboard.press('u')
    await expect.poll(() => tagsOf(page, 1)).toEqual(['bid', 'earthing'])
  })

  it('are chosen by a click, or the space bar, with Ctrl, which opens nothing', async () => {
    const page = await opened()
    await page
      .locator('.saved-row .row')
      .nth(1)
      .click({ modifiers: ['Control'] })
    await page.getByRole('region', { name: '1 chosen' }).waitFor()
    await page.locator('.saved-row .row').first().press('Control+Space')
    await page.getByRole('region', { name: '2 chosen' }).waitFor()
    expect(await page.locator('.row[aria-current=true]').count()).toBe(0)
  })
})

describe('the key that chooses', () => {
  it('takes the first row, the open one, or the one with the focus, and lets it go again', async () => {
    const page = await opened()
    await page.keyboard.press('x')
    await expect.poll(() => chosen(page)).toEqual([0])
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await expect.poll(() => chosen(page)).toEqual([0, 1])
    await page.locator('.saved-row .row').nth(2).focus()
    await page.keyboard.press('x')
    await expect.poll(() => chosen(page)).toEqual([0, 1, 2])
    await page.keyboard.press('x')
    await expect.poll(() => chosen(page)).toEqual([0, 1])
  })

  it('goes with the open row, though a click left the focus on another', async () => {
    const page = await opened()
    await page.locator('.saved-row .row').first().click()
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await expect.poll(() => chosen(page)).toEqual([1])
  })

  it('is a letter where one types', async () => {
    const page = await opened()
    const field = page.getByRole('searchbox', { name: 'Search in saved items' })
    await field.focus()
    await page.keyboard.type('x')
    await expect.poll(() => field.inputValue()).toBe('x')
    expect(await page.locator('.chosen-bar').count()).toBe(0)
  })

  it('stands in the list of shortcuts, and can be another', async () => {
    const page = await opened()
    await page.keyboard.press('?')
    await page.getByRole('button', { name: 'Change X for Choose or unchoose a saved item' }).press('Enter')
    await page.waitForSelector('.catcher')
    await page.keyboard.press('z')
    await expect.poll(() => lastAsked(page, 'changeSettings')).toEqual({ change: { keys: { chooseRow: ['z'] } } })
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('x')
    await page.keyboard.press('z')
    await expect.poll(() => chosen(page)).toEqual([0])
  })
})

async function listed(page: Page): Promise<(string | null)[]> {
  const rows = await page.locator('.saved-row .row').all()
  return await Promise.all(rows.map((row) => row.getAttribute('data-row')))
}

/** The places of the rows that are chosen. */
async function chosen(page: Page): Promise<number[]> {
  const boxes = await page.locator('.saved-box').evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked))
  return boxes.flatMap((isChecked, place) => (isChecked ? [place] : []))
}

/** Opens the tags of the chosen items, changes them, and has it done. */
async function tagChosen(page: Page, change: (panel: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Tags…' }).press('Enter')
  const panel = page.getByRole('dialog', { name: 'Tags…' })
  await change(panel)
  await panel.getByRole('button', { name: 'Change tags' }).press('Enter')
  await panel.waitFor({ state: 'detached' })
}

async function tagsOf(page: Page, row: number): Promise<string[]> {
  return await page.locator('.saved-row').nth(row).locator('.saved-tag').allTextContents()
}
