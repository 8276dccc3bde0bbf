import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { stops } from '../renderer/look/stops.ts'
import { asked, breachesOf, sharesLook, type } from './lookPage.ts'

const opened = sharesLook()

/** The views as they open are judged with all others, in renderer.access.test.ts; here what one comes to in them. */
const further = stops.filter(({ name }) => name.includes('-'))

describe('the dialogs and whole pages', () => {
  it.each(further)('break no rule of access or of the content security policy (R11): $name', async ({ query, steps }) => {
    const page = await opened(query)
    expect(await breachesOf(page, steps)).toEqual([])
  })
})

describe('adding', () => {
  it('goes from the first page to the new source by keyboard alone', async () => {
    const page = await opened('scene=choice&empty')
    await page.keyboard.type('harbour.example')
    await page.keyboard.press('Enter')
    await page.getByText('2 ways to follow it').waitFor()
    await tabTo(page, 'input[type=radio]')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, '.found-foot input:not([type=radio])')
    await page.keyboard.type('Quays')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => asked(page, 'addSource'))
      .toEqual([{ address: 'https://harbour.example/news', list: '1', category: 'industry', folder: 'Quays' }])
    expect(await asked(page, 'previewAddress')).toEqual([{ address: 'harbour.example' }])
  })

  it('opens what is followed already', async () => {
    const page = await opened('scene=followed')
    await type(page, 'a', 'harbour.example\n')
    await page.getByRole('button', { name: 'Open it' }).click()
    await page.getByRole('heading', { level: 1, name: 'Harbour Data Centres' }).waitFor()
    expect(await asked(page, 'addSource')).toEqual([])
  })

  it('tries again after a failure, and gives the focus back on Escape', async () => {
    const page = await opened('scene=refused')
    await page.getByRole('button', { name: 'Add a source' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('harbuor.example\n')
    await page.getByRole('button', { name: 'Try again' }).click()
    expect(await asked(page, 'previewAddress')).toHaveLength(2)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => focusedName(page)).toBe('Add a source')
  })

  it('stops looking when asked', async () => {
    const page = await opened('scene=slow')
    await type(page, 'a', 'harbour.example\n')
    await page.getByRole('button', { name: 'Stop' }).click()
    expect(await page.locator('.looking').count()).toBe(0)
    expect(await page.getByRole('dialog').getByRole('textbox').inputValue()).toBe('harbour.example')
  })
})

describe('subscriptions', () => {
  it('come in from a file in the encoding that it declares', async () => {
    const page = await opened('scene=imported&empty')
    const opml = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="gb2312"?><opml text="'), Buffer.from([0xcd, 0xa8, 0xd0, 0xc5])])
    await page.setInputFiles('input[type=file]', { name: 'reader.opml', mimeType: 'text/xml', buffer: opml })
    await page.getByText('118 sources followed', { exact: true }).waitFor()
    expect(await asked(page, 'importOpml')).toEqual([{ opml: '<?xml version="1.0" encoding="gb2312"?><opml text="通信' }])
  })

  it('go out as a file that the host keeps', async () => {
    const page = await opened()
    await page.keyboard.press('Control+,')
    await page.getByRole('button', { name: 'Export as OPML' }).click()
    await page.getByText('Newsdesk subscriptions.opml goes to the downloads of your browser').waitFor()
    expect(await asked(page, 'exportSubscriptions')).toEqual([{ name: 'Newsdesk subscriptions' }])
  })
})

describe('a PDF of many articles', () => {
  it('shows how far its pages have come, and is stopped in words', async () => {
    const page = await opened('scene=printing')
    await page.keyboard.press('j')
    await page.getByRole('toolbar').getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Export…' }).click()
    await page.getByRole('radio', { name: 'PDF' }).press('Space')
    await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).press('Enter')
    expect(await page.getByRole('progressbar', { name: 'Making the pages' }).getAttribute('value')).toBe('0.3')
    expect(await asked(page, 'exportArticles')).toMatchObject([{ format: 'pdf', articlesInPart: 100 }])
    await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).press('Enter')
    await page.getByText('The file was not kept.').waitFor()
  })

  it('takes a browser long, which is said before it is printed', async () => {
    const page = await opened('scene=long')
    await page.keyboard.press('Control+,')
    await page.getByRole('button', { name: 'Export…' }).press('Enter')
    await page.getByRole('radio', { name: 'PDF' }).press('Space')
    const word = page.getByText('A browser lays all these pages out before it shows its printing')
    expect(await word.count()).toBe(0)
    await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).press('Enter')
    await word.waitFor()
    await page.getByRole('button', { name: 'Open and print' }).waitFor()
  })
})

describe('the palette', () => {
  it('does what is chosen once it has closed, and the focus is in what that opened', async () => {
    const page = await opened()
    await type(page, 'Control+k', 'settings\n')
    await page.getByRole('heading', { level: 2, name: 'Settings' }).waitFor()
    await page.waitForTimeout(100)
    expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true)
  })

  it('goes to a source by the first letters of its syllables', async () => {
    const page = await opened()
    await type(page, 'Control+k', 'txcy\n')
    await page.getByRole('heading', { level: 1, name: '通信产业观察' }).waitFor()
  })

  it('puts the focus into the search field when search is chosen', async () => {
    const page = await opened()
    await type(page, 'Control+k', 'search\n')
    await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-search'))).toBe(true)
  })

  it('offers to search the articles where nothing fits', async () => {
    const page = await opened()
    await type(page, 'Control+k', 'trench xq\n')
    await page.getByRole('heading', { level: 1, name: 'Search' }).waitFor()
    expect(await asked(page, 'search')).toContainEqual({ query: 'trench xq', limit: 30 })
  })
})

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${selector}`)
}

function focusedName(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null)
}
