import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { FakeBridge } from '../renderer/fakeBridge.ts'
import { acted, asked, keys, sharesLook } from './lookPage.ts'

const look = sharesLook()

describe('the search', () => {
  it('takes filters off by keyboard', async () => {
    const page = await searching('cable is:unread -source:sintai')
    const chip = page.getByRole('button', { name: 'Take off: not source sintai' })
    await chip.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => typedIn(page)).toBe('cable is:unread')
    await page.getByRole('button', { name: 'Take off: unread' }).press('Space')
    await expect.poll(() => typedIn(page)).toBe('cable')
  })

  it('names a collection among the filters, and takes it off', async () => {
    const page = await searching('cable collection:"Bids for the quay"')
    await page.getByRole('button', { name: 'Take off: collection Bids for the quay' }).press('Enter')
    await expect.poll(() => typedIn(page)).toBe('cable')
  })

  it('offers the filters where nothing is found', async () => {
    const page = await searching('zzqx')
    await page.waitForSelector('.hints')
    const offered = await page.locator('.hint code').allTextContents()
    expect(offered).toEqual(
      expect.arrayContaining(['source:Sintai', 'company:Sintai', 'collection:bids', 'is:unread', 'is:read', 'is:saved']),
    )
    await page.getByRole('button', { name: /^collection:bids/ }).press('Enter')
    await page.getByRole('button', { name: 'Take off: collection bids' }).waitFor()
  })

  it('says softly what is no filter', async () => {
    const page = await searching('cable colour:red')
    await page.getByText('colour:red is no filter: it is searched for as words.').waitFor()
  })

  it('asks for few with each letter, and for all when no more come', async () => {
    const page = await searching('a')
    await expect
      .poll(() => asked(page, 'search'), { timeout: 10_000 })
      .toEqual([
        { query: 'a', limit: 30 },
        { query: 'a', limit: 200 },
      ])
  })
})

describe('the hits of a search', () => {
  it('are renewed when what is saved changes, and the open one stays where it is', async () => {
    const page = await searching('a')
    await scrolledTo(page, 1500)
    const id = (await inSight(page))[2]?.id ?? ''
    await page.locator(`[data-row=${id}]`).click()
    const before = await placeOfRow(page, id)
    await renewed(page)
    await expect.poll(() => placeOfRow(page, id)).toEqual({ ...before, index: before.index + 1 })
  })

  it('are renewed under one who reads on, with the open one out of sight, and move nothing', async () => {
    const page = await searching('a')
    await page.locator('.row').first().click()
    await scrolledTo(page, 2500)
    const id = (await inSight(page))[0]?.id ?? ''
    const before = await placeOfRow(page, id)
    await renewed(page)
    await expect.poll(() => placeOfRow(page, id)).toEqual({ ...before, index: before.index + 1 })
  })

  it('show what is new above them to one who stands at their top', async () => {
    const page = await searching('a')
    await renewed(page)
    await expect.poll(async () => (await inSight(page))[0]?.id).toBe('article-new')
  })
})

describe('an article that a search led to', () => {
  it('has what was searched for marked, until the search is left', async () => {
    const page = await searching('operators agree')
    const marked = () =>
      page.evaluate(() => (frames[0] as (Window & typeof globalThis) | undefined)?.CSS.highlights.get('found')?.size ?? 0)
    await page.locator('.row', { hasText: 'Operators agree on shared ducts' }).first().click()
    await expect.poll(marked).toBeGreaterThan(0)
    await keys(page, 'g a')
    await page.locator('.row', { hasText: 'Operators agree on shared ducts' }).first().click()
    await page.waitForSelector('.article-frame[data-ready=true]')
    await expect.poll(marked).toBe(0)
  })
})

describe('a kept search', () => {
  it('is kept, renamed, moved, removed and taken back by keyboard alone', async () => {
    const page = await searching('cable')
    await page.keyboard.press('Enter')
    await page.keyboard.press('K')
    await expect.poll(() => names(page)).toEqual(['Fibre at sea', '频谱拍卖', 'cable'])
    await page.getByRole('heading', { level: 1, name: 'cable' }).waitFor()
    await chooseOf(page, 'cable', 'Rename')
    await page.waitForFunction(() => document.activeElement?.classList.contains('rename-field'))
    await page.keyboard.type('Cables')
    await page.keyboard.press('Enter')
    await expect.poll(() => names(page)).toEqual(['Fibre at sea', '频谱拍卖', 'Cables'])
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Cables'))
    await chooseOf(page, 'Cables', 'Move up')
    await expect.poll(() => names(page)).toEqual(['Fibre at sea', 'Cables', '频谱拍卖'])
    await chooseOf(page, 'Cables', 'Remove')
    await expect.poll(() => names(page)).toEqual(['Fibre at sea', '频谱拍卖'])
    await acted(page, 'undo')
    await expect.poll(() => names(page)).toEqual(['Fibre at sea', 'Cables', '频谱拍卖'])
  })

  it('opens with its words, and can be changed to others', async () => {
    const page = await opened()
    await page.locator('.kept-search .nav-line').first().press('Enter')
    await expect.poll(() => typedIn(page)).toBe('fibre cable is:unread')
    await page.getByRole('heading', { level: 1, name: 'Fibre at sea' }).waitFor()
    await page.locator('[data-search]').fill('fibre')
    await page.getByRole('button', { name: 'Change “Fibre at sea”' }).press('Enter')
    await expect.poll(() => asked(page, 'changeKeptSearch')).toEqual([{ id: 'fibre', query: 'fibre' }])
    await page.locator('[data-search]').fill('')
    await page.getByRole('heading', { level: 1, name: 'Search' }).waitFor()
  })
})

function opened(): Promise<Page> {
  return look('scene=full', '.kept-search')
}

async function searching(words: string): Promise<Page> {
  const page = await opened()
  await page.locator('[data-search]').fill(words)
  await page.waitForSelector('.search-tools')
  return page
}

/** Has one more article be found, and the search renewed for a change of what is saved. */
async function renewed(page: Page): Promise<void> {
  const found = page.locator('.search-found')
  const before = Number.parseInt((await found.textContent()) ?? '', 10)
  await page.evaluate(() => {
    const { fake, arrive } = window as unknown as { fake: FakeBridge; arrive: () => void }
    arrive()
    fake.send({ name: 'savedChanged', body: {} })
  })
  await expect.poll(async () => Number.parseInt((await found.textContent()) ?? '', 10)).toBe(before + 1)
}

async function scrolledTo(page: Page, top: number): Promise<void> {
  await page.locator('.row-list').evaluate((list, to) => list.scrollTo({ top: to }), top)
  await expect.poll(async () => (await inSight(page)).length).toBeGreaterThan(3)
  // Rows are measured once they are drawn.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

/** The rows that are wholly in sight, from the top. */
async function inSight(page: Page): Promise<readonly { readonly id: string; readonly index: number; readonly y: number }[]> {
  return await page.locator('.row-list').evaluate((list) => {
    const { top, bottom } = list.getBoundingClientRect()
    const rows = Array.from(list.querySelectorAll('[data-row]'), (row) => {
      const box = row.getBoundingClientRect()
      const index = Number(row.closest('li')?.dataset['index'])
      return { id: row.getAttribute('data-row') ?? '', index, y: Math.round(box.top), end: box.bottom }
    })
    return rows.filter(({ y, end }) => y >= top && end <= bottom).map(({ id, index, y }) => ({ id, index, y }))
  })
}

async function placeOfRow(page: Page, id: string): Promise<{ readonly index: number; readonly y: number }> {
  const place = (await inSight(page)).find((row) => row.id === id)
  if (place === undefined) throw new Error(`${id} is not in sight`)
  return { index: place.index, y: place.y }
}

function typedIn(page: Page): Promise<string> {
  return page.locator('[data-search]').inputValue()
}

async function names(page: Page): Promise<readonly string[]> {
  return await page.locator('.kept-search .nav-words').allTextContents()
}

/** Opens the menu of a kept search and chooses one of its lines, by keyboard. */
async function chooseOf(page: Page, name: string, words: string): Promise<void> {
  await page.getByRole('button', { name: `What to do with “${name}”` }).press('Enter')
  await page.getByRole('menuitem', { name: words }).press('Enter')
}
