import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { serveProfile, type ServedHost } from './servedHost.ts'

const folder = mkdtempSync(join(tmpdir(), 'newsdesk-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Gives a file to the system's dialog, as a person would. */
async function chosen(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a backup…' }).click()
  await (await chooser).setFiles(file)
}

describe('a backup through the browser host', () => {
  let browser: Browser
  const hosts: ServedHost[] = []
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    for (const host of hosts) await host.close()
  })

  /** Opens the settings of a profile that is served. */
  async function settingsOf(profile: string, ...args: readonly string[]): Promise<Page> {
    const host = await serveProfile(join(folder, profile), ...args)
    hosts.push(host)
    const page = await (await browser.newContext()).newPage()
    await page.goto(host.address)
    await page.waitForSelector('main')
    await page.keyboard.press('Control+,')
    await page.getByRole('heading', { name: 'Backup' }).waitFor()
    return page
  }

  it('is kept, takes the place of an empty profile, and is undone; another file changes nothing', async () => {
    const from = await settingsOf('from', '--sample')
    const download = from.waitForEvent('download')
    await from.getByRole('button', { name: 'Back up…' }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^Newsdesk \d{4}-\d\d-\d\d\.zip$/)
    const backup = join(folder, 'mine.zip')
    await file.saveAs(backup)

    const to = await settingsOf('to')
    const other = join(folder, 'other.zip')
    writeFileSync(other, 'This is no backup.')
    await chosen(to, other)
    await to.getByText('This file is not a backup of Newsdesk. Nothing was changed.').waitFor()
    await chosen(to, backup)
    await to.getByText(/^Restored: 0 saved items, [1-9]\d* sources\.$/).waitFor()
    await to.getByRole('button', { name: 'Undo', exact: true }).click()
    await to.getByText('Here again: 0 saved items, 0 sources.').waitFor()
    await to.getByText('The restore was undone').waitFor()
  })
})
