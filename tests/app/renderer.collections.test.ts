import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { lastAsked } from './lookPage.ts'
import { sharesSaved } from './savedScreen.ts'

const opened = sharesSaved()

describe('the collection of one item, in the reading view', () => {
  it('is set by keyboard beside the note and tags, and is taken back with Undo', async () => {
    const page = await opened()
    const collection = await filing(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect.poll(() => collection.evaluate((box) => box === document.activeElement)).toBe(true)
    await page.keyboard.type('Bids')
    await page.getByRole('button', { name: 'Keep' }).press('Enter')
    await expect.poll(() => lastAsked(page, 'saveArticle')).toMatchObject({ tags: ['bid', 'earthing'], collectionId: 'bids' })
    await page.locator('aside.note', { hasText: 'Bids for the quay' }).waitFor()
    await undoOf(page, 'Moved to “Bids for the quay”')
    await page.locator('aside.note', { hasText: '标准' }).waitFor()
  })

  it('can be none, or one that is made there and then', async () => {
    const page = await opened()
    await (await filing(page)).selectOption({ label: 'No collection' })
    await page.getByRole('button', { name: 'Keep' }).press('Enter')
    await page.getByText('Taken out of its collection').first().waitFor()
    await page.waitForSelector('aside.note')
    await page.keyboard.press('e')
    await page.getByLabel('Collection', { exact: true }).selectOption({ label: 'New collection…' })
    await page.getByLabel('Name of the collection').fill('Tenders')
    await page.getByLabel('Name of the collection').press('Enter')
    await expect.poll(() => lastAsked(page, 'makeCollection')).toEqual({ name: 'Tenders' })
    await expect.poll(() => lastAsked(page, 'saveArticle')).toMatchObject({ collectionId: 'new' })
    await page.locator('aside.note', { hasText: 'Tenders' }).waitFor()
  })

  it('is not made twice under one name', async () => {
    const page = await opened()
    await (await filing(page)).selectOption({ label: 'New collection…' })
    await page.getByLabel('Name of the collection').fill(' bids FOR the quay ')
    await page.getByLabel('Name of the collection').press('Enter')
    await expect.poll(() => lastAsked(page, 'saveArticle')).toMatchObject({ collectionId: 'bids' })
    expect(await lastAsked(page, 'makeCollection')).toBeNull()
  })

  it('keeps a note with an undo too, and stays where it is', async () => {
    const page = await opened()
    await filing(page)
    await page.getByLabel('Your note').fill('Ask about the earthing.')
    await page.getByRole('button', { name: 'Keep' }).press('Enter')
    await page.locator('aside.note', { hasText: 'Ask about the earthing.' }).waitFor()
    expect(await page.locator('.toast').count()).toBe(0)
    await page.keyboard.press('u')
    await page.locator('aside.note', { hasText: 'quote the earthing figures' }).waitFor()
  })
})

describe('a collection', () => {
  it('is made, shown, renamed, moved and removed by keyboard alone', async () => {
    const page = await opened()
    await page.getByRole('button', { name: 'New collection' }).press('Enter')
    await page.keyboard.type('Later')
    await page.keyboard.press('Enter')
    await expect.poll(() => lastAsked(page, 'makeCollection')).toEqual({ name: 'Later' })
    await expect.poll(() => lastAsked(page, 'listSaved')).toEqual({ order: 'savedNewest', collectionId: 'new' })
    await showBids(page)
    await renameTo(page, 'Tenders')
    await expect.poll(() => lastAsked(page, 'renameCollection')).toEqual({ id: 'bids', name: 'Tenders' })
    await chooseOf(page, 'Tenders', 'Move back')
    await expect.poll(() => lastAsked(page, 'moveCollection')).toEqual({ id: 'bids', place: 1 })
    await chooseOf(page, 'Tenders', 'Remove the collection')
    await expect.poll(() => lastAsked(page, 'removeCollection')).toEqual({ id: 'bids' })
    await page.getByText('its items stay saved').first().waitFor()
  })

  it('has its name and its place back with the Undo of a notice, or with u', async () => {
    const page = await opened()
    const first = ['Bids for the quay', '标准']
    await expect.poll(() => names(page)).toEqual(first)
    await showBids(page)
    await renameTo(page, 'Tenders')
    await expect.poll(() => names(page)).toEqual(['Tenders', '标准'])
    await undoOf(page, 'Collection renamed to “Tenders”')
    await expect.poll(() => names(page)).toEqual(first)
    await chooseOf(page, 'Bids for the quay', 'Move back')
    await expect.poll(() => names(page)).toEqual(first.toReversed())
    await undoOf(page, 'Collection “Bids for the quay” moved')
    await expect.poll(() => names(page)).toEqual(first)
    await chooseOf(page, 'Bids for the quay', 'Move back')
    await expect.poll(() => names(page)).toEqual(first.toReversed())
    await page.keyboard.press('u')
    await expect.poll(() => names(page)).toEqual(first)
  })
})

/** Opens an item and the editor of its note, and waits for the collections. */
async function filing(page: Page, row = 0): Promise<Locator> {
  await page.locator('.saved-row .row').nth(row).click()
  await page.waitForSelector('aside.note')
  await page.keyboard.press('e')
  const collection = page.getByRole('form', { name: 'Note, tags and collection' }).getByLabel('Collection', { exact: true })
  await collection.locator('option', { hasText: 'Bids for the quay' }).waitFor({ state: 'attached' })
  return collection
}

async function showBids(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Bids for the quay/ }).press('Enter')
  await expect.poll(() => lastAsked(page, 'listSaved')).toEqual({ order: 'savedNewest', collectionId: 'bids' })
}

/** The names of the collections, in their order. */
async function names(page: Page): Promise<string[]> {
  return await page.locator('.collection-list bdi').allTextContents()
}

async function renameTo(page: Page, name: string): Promise<void> {
  await chooseOf(page, 'Bids for the quay', 'Rename')
  await page.waitForFunction(() => document.activeElement?.closest('.collection-name') !== null)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

/** Opens the menu of the collection on screen and chooses one of its lines. */
async function chooseOf(page: Page, name: string, words: string): Promise<void> {
  await page.getByRole('button', { name: `More about collection “${name}”` }).press('Enter')
  await page.getByRole('menuitem', { name: words }).press('Enter')
}

/** Presses the Undo of the notice that says these words. */
async function undoOf(page: Page, words: string): Promise<void> {
  await page.locator('.toast', { hasText: words }).getByRole('button', { name: 'Undo' }).press('Enter')
}
