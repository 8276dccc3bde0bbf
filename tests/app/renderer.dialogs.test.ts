import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FakeBridge } from '../renderer/fakeBridge.ts'
import { serveLook } from '../renderer/look/serve.ts'
import { stops } from '../renderer/look/stops.ts'
import { violationsOf } from '../renderer/look/violations.ts'
import { openBrowser } from './browser.ts'

let browser: Browser
let context: BrowserContext
let site: Awaited<ReturnType<typeof serveLook>>
const outDir = mkdtempSync(join(tmpdir(), 'newsdesk-dialogs-'))

beforeAll(async () => {
  site = await serveLook(outDir)
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
})

afterAll(async () => {
  await browser.close()
  site.server.close()
  rmSync(outDir, { recursive: true })
})

/** The views as they open are judged with all others, in renderer.access.test.ts; here what one comes to in them. */
const further = stops.filter(({ name }) => name.includes('-'))

describe('the dialogs and whole pages', () => {
  it.each(further)('break no rule of access or of the content security policy (R11): $name', async ({ query, steps }) => {
    const page = await opened(query)
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    await steps?.(page)
    await page.waitForTimeout(300)
    expect(await violationsOf(page)).toEqual([])
    expect(faults).toEqual([])
    await page.close()
  })
})

describe('backups', () => {
  it('are made, restored, undone and restored again by keyboard, each told in words', async () => {
    const page = await opened('scene=full')
    await page.keyboard.press('Control+,')
    await pressed(page, 'Back up…')
    await page.getByText(/^Newsdesk \d{4}-\d\d-\d\d\.zip goes to the downloads of your browser$/).waitFor()
    expect(await asked(page, 'makeBackup')).toHaveLength(1)
    await pressed(page, 'Choose a backup…')
    await page.getByText(/^Restored: 2 saved items, \d+ sources\.$/).waitFor()
    expect(await asked(page, 'restoreBackup')).toEqual([{ token: '1'.repeat(32) }])
    await pressed(page, 'Undo')
    await page.getByText('The restore was undone').waitFor()
    await pressed(page, 'Restore again')
    await page.getByText('Undo the last restore').waitFor()
    expect(await asked(page, 'undoRestore')).toHaveLength(2)
    await page.close()
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
    await page.close()
  })

  it('opens what is followed already', async () => {
    const page = await opened('scene=followed')
    await type(page, 'a', 'harbour.example\n')
    await page.getByRole('button', { name: 'Open it' }).click()
    await page.getByRole('heading', { level: 1, name: 'Harbour Data Centres' }).waitFor()
    expect(await asked(page, 'addSource')).toEqual([])
    await page.close()
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
    await page.close()
  })

  it('stops looking when asked', async () => {
    const page = await opened('scene=slow')
    await type(page, 'a', 'harbour.example\n')
    await page.getByRole('button', { name: 'Stop' }).click()
    expect(await page.locator('.looking').count()).toBe(0)
    expect(await page.getByRole('dialog').getByRole('textbox').inputValue()).toBe('harbour.example')
    await page.close()
  })
})

describe('subscriptions', () => {
  it('come in from a file in the encoding that it declares', async () => {
    const page = await opened('scene=imported&empty')
    const opml = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="gb2312"?><opml text="'), Buffer.from([0xcd, 0xa8, 0xd0, 0xc5])])
    await page.setInputFiles('input[type=file]', { name: 'reader.opml', mimeType: 'text/xml', buffer: opml })
    await page.getByText('118 sources followed', { exact: true }).waitFor()
    expect(await asked(page, 'importOpml')).toEqual([{ opml: '<?xml version="1.0" encoding="gb2312"?><opml text="通信' }])
    await page.close()
  })

  it('go out as a file that the host keeps', async () => {
    const page = await opened('scene=full')
    await page.keyboard.press('Control+,')
    await page.getByRole('button', { name: 'Export as OPML' }).click()
    await page.getByText('Newsdesk subscriptions.opml goes to the downloads of your browser').waitFor()
    expect(await asked(page, 'exportSubscriptions')).toEqual([{ name: 'Newsdesk subscriptions' }])
    await page.close()
  })
})

describe('settings', () => {
  it('apply at once, and are kept', async () => {
    const page = await opened('scene=full')
    await page.keyboard.press('Control+,')
    expect(await isCheckedAtOnce(page, 'Dark')).toBe(true)
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
    await page.getByLabel('Ask each source').selectOption({ label: 'Every 3 hours' })
    await page.getByLabel('Language').selectOption('zh-CN')
    await page.getByRole('heading', { level: 2, name: '设置' }).waitFor()
    expect(await asked(page, 'changeSettings')).toEqual([
      { change: { theme: 'dark' } },
      { change: { checkEvery: 10_800_000 } },
      { change: { language: 'zh-CN' } },
    ])
    await page.close()
  })
})

describe('the palette', () => {
  it('does what is chosen once it has closed, and the focus is in what that opened', async () => {
    const page = await opened('scene=full')
    await type(page, 'Control+k', 'settings\n')
    await page.getByRole('heading', { level: 2, name: 'Settings' }).waitFor()
    await page.waitForTimeout(100)
    expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true)
    await page.close()
  })

  it('goes to a source by the first letters of its syllables', async () => {
    const page = await opened('scene=full')
    await type(page, 'Control+k', 'txcy\n')
    await page.getByRole('heading', { level: 1, name: '通信产业观察' }).waitFor()
    await page.close()
  })

  it('puts the focus into the search field when search is chosen', async () => {
    const page = await opened('scene=full')
    await type(page, 'Control+k', 'search\n')
    await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-search'))).toBe(true)
    await page.close()
  })

  it('offers to search the articles where nothing fits', async () => {
    const page = await opened('scene=full')
    await type(page, 'Control+k', 'trench xq\n')
    await page.getByRole('heading', { level: 1, name: 'Search' }).waitFor()
    expect(await asked(page, 'search')).toContainEqual({ query: 'trench xq', limit: 30 })
    await page.close()
  })
})

describe('shortcuts', () => {
  it('take a new key, which works from then on', async () => {
    const page = await opened('scene=full')
    await listenFor(page, 'Change S for Save, or remove from saved')
    await page.keyboard.press('z')
    await expect.poll(() => asked(page, 'changeSettings'), { timeout: 5000 }).toEqual([{ change: { keys: { toggleSaved: ['z'] } } }])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('j')
    // The key is the article's: it holds once that is there.
    await page.waitForSelector('iframe')
    await page.keyboard.press('z')
    await expect.poll(async () => (await asked(page, 'saveArticle')).length + (await asked(page, 'unsaveArticle')).length).toBe(1)
    await page.close()
  })

  it('say in words what stands against a key, and take it over when told', async () => {
    const page = await opened('scene=full')
    await listenFor(page, 'Change S for Save, or remove from saved')
    await page.keyboard.press('g')
    await page.getByText('G alone would hide G T, the key for “Go to Today”.').waitFor()
    await page.getByRole('button', { name: 'Use it here instead' }).click()
    await expect.poll(() => asked(page, 'changeSettings')).toHaveLength(1)
    await page.getByRole('button', { name: 'Use the built-in keys for everything' }).click()
    await page.getByText('All keys are as built in.').waitFor()
    await page.getByRole('button', { name: 'Put mine back' }).click()
    await expect.poll(() => asked(page, 'changeSettings')).toHaveLength(3)
    await page.close()
  })

  it('leave everything as it was on Escape, and stay open', async () => {
    const page = await opened('scene=full')
    await listenFor(page, 'Change S for Save, or remove from saved')
    await page.keyboard.press('Escape')
    await page.getByText('Press the new key').waitFor({ state: 'detached' })
    expect(await page.getByRole('dialog').count()).toBe(1)
    expect(await asked(page, 'changeSettings')).toEqual([])
    await page.close()
  })
})

describe('source health', () => {
  it('unfollows, and takes it back', async () => {
    const page = await health()
    await page.getByRole('listitem').filter({ hasText: 'Telecom Weekly' }).getByRole('button', { name: 'Unfollow' }).click()
    await page.getByText('Unfollowed “Telecom Weekly”.').waitFor()
    await page.keyboard.press('u')
    await expect.poll(() => asked(page, 'undo')).toHaveLength(1)
    await page.close()
  })

  it('asks a source again at once', async () => {
    const page = await health()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => asked(page, 'refresh')).toEqual([{ sourceIds: ['spectrum'], force: true }])
    await page.close()
  })

  it('looks for a new address from the old site, and waits for a word before it asks', async () => {
    const page = await health()
    await page.getByRole('button', { name: 'Look for its new address…' }).first().click()
    await expect.poll(() => page.getByRole('dialog').getByRole('textbox').inputValue()).toBe('https://standards.example/')
    expect(await asked(page, 'previewAddress')).toEqual([])
    await page.close()
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
    await page.close()
  })
})

async function opened(query: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${site.url}?${query}`)
  await page.waitForSelector('h1', { timeout: 5000 })
  return page
}

async function health(): Promise<Page> {
  const page = await opened('scene=trouble')
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await page.getByRole('heading', { level: 1, name: 'Source health' }).waitFor()
  return page
}

/** Opens a dialog by its key and types into it; a new line is Enter. */
async function type(page: Page, key: string, words: string): Promise<void> {
  await page.keyboard.press(key)
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type(words)
}

/** Presses a button with the keyboard. */
async function pressed(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus()
  await page.keyboard.press('Enter')
}

async function listenFor(page: Page, name: string): Promise<void> {
  await page.keyboard.press('?')
  await page.getByRole('button', { name }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Press the new key').waitFor()
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${selector}`)
}

/** Whether a radio button that is clicked is checked before anything else can happen, and stays so. */
function isCheckedAtOnce(page: Page, name: string): Promise<boolean> {
  return page.getByRole('radio', { name }).evaluate(async (radio: HTMLInputElement) => {
    radio.click()
    for (let turns = 0; turns < 20; turns += 1) await Promise.resolve()
    return radio.checked
  })
}

/** What the screen asked of the fake engine under a name. */
function asked(page: Page, name: string): Promise<unknown[]> {
  return page.evaluate(
    (wanted) => (window as unknown as { fake: FakeBridge }).fake.asked.filter((each) => each.name === wanted).map((each) => each.input),
    name,
  )
}

function focusedName(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null)
}
