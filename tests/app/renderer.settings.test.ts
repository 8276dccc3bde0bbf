import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { asked, pressed, sharesLook } from './lookPage.ts'

const opened = sharesLook()

describe('settings', () => {
  it('apply at once, and are kept', async () => {
    const page = await opened()
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
  })
})

describe('tidying now', () => {
  it('tells how many articles go, and keeps them all where one thinks better of it', async () => {
    const page = await opened()
    await page.keyboard.press('Control+,')
    await pressed(page, 'Tidy now…')
    const dialog = page.getByRole('dialog', { name: 'Let old articles go?' })
    await dialog.getByText('1,235 articles of 5 sources: 1,204 read, 31 unread.').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Cancel')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    expect(await asked(page, 'applyRetention')).toEqual([])
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Tidy now…')
  })

  it('lets them go, says what went, and has nothing more to tidy', async () => {
    const page = await opened()
    await page.keyboard.press('Control+,')
    await pressed(page, 'Tidy now…')
    await pressed(page, 'Let 1,235 articles go')
    await page.getByText('1,235 articles went.').waitFor()
    await page.getByText('Nothing would go now.').waitFor()
    expect(await page.getByRole('button', { name: 'Tidy now…' }).count()).toBe(0)
    expect(await asked(page, 'applyRetention')).toEqual([{}])
    // The button has gone, and the keyboard is still in the settings.
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('D15: says why nothing went where the clock cannot be believed', async () => {
    const page = await opened('scene=clock')
    await page.keyboard.press('Control+,')
    await pressed(page, 'Tidy now…')
    await pressed(page, 'Let 1,235 articles go')
    await page.getByText('Nothing went: the clock of this computer has jumped.').waitFor()
    await page.getByRole('button', { name: 'Tidy now…' }).waitFor()
  })
})

describe('shortcuts', () => {
  it('take a new key, which works from then on', async () => {
    const page = await opened()
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
  })

  it('say in words what stands against a key, and take it over when told', async () => {
    const page = await opened()
    await listenFor(page, 'Change S for Save, or remove from saved')
    await page.keyboard.press('g')
    await page.getByText('G alone would hide G T, the key for “Go to Today”.').waitFor()
    await page.getByRole('button', { name: 'Use it here instead' }).click()
    await expect.poll(() => asked(page, 'changeSettings')).toHaveLength(1)
    await page.getByRole('button', { name: 'Use the built-in keys for everything' }).click()
    await page.getByText('All keys are as built in.').waitFor()
    await page.getByRole('button', { name: 'Put mine back' }).click()
    await expect.poll(() => asked(page, 'changeSettings')).toHaveLength(3)
  })

  it('leave everything as it was on Escape, and stay open', async () => {
    const page = await opened()
    await listenFor(page, 'Change S for Save, or remove from saved')
    await page.keyboard.press('Escape')
    await page.getByText('Press the new key').waitFor({ state: 'detached' })
    expect(await page.getByRole('dialog').count()).toBe(1)
    expect(await asked(page, 'changeSettings')).toEqual([])
  })
})

describe('backups', () => {
  it('are made, restored, undone and restored again by keyboard, each told in words', async () => {
    const page = await opened()
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
  })
})

async function listenFor(page: Page, name: string): Promise<void> {
  await page.keyboard.press('?')
  await page.getByRole('button', { name }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Press the new key').waitFor()
}

/** Whether a radio button that is clicked is checked before anything else can happen, and stays so. */
function isCheckedAtOnce(page: Page, name: string): Promise<boolean> {
  return page.getByRole('radio', { name }).evaluate(async (radio: HTMLInputElement) => {
    radio.click()
    for (let turns = 0; turns < 20; turns += 1) await Promise.resolve()
    return radio.checked
  })
}
