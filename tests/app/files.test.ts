import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NewsdeskWindow } from '../../renderer/bridge/desktopBridge.ts'
import { openBrowser } from './browser.ts'
import { desktopMissing, openDesktopApp, type DesktopApp } from './electronApp.ts'
import { serveProfile, type ServedHost } from './servedHost.ts'

const folder = mkdtempSync(join(tmpdir(), 'newsdesk-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function askToExport(page: Page): Promise<void> {
  await page.getByText('Sintai Communication').first().waitFor()
  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: 'Export as OPML' }).click()
}

describe('files through the browser host', () => {
  let host: ServedHost
  let browser: Browser
  let page: Page
  const said: string[] = []
  beforeAll(async () => {
    host = await serveProfile(join(folder, 'served'), '--sample')
    browser = await openBrowser()
    page = await (await browser.newContext()).newPage()
    page.on('console', (message) => said.push(message.text()))
    await page.goto(host.address)
  })
  afterAll(async () => {
    await browser?.close()
    await host?.close()
  })

  it('leave as a download with their name, and say so', async () => {
    const download = page.waitForEvent('download')
    await askToExport(page)
    const file = await download
    expect(file.suggestedFilename()).toBe('Newsdesk subscriptions.opml')
    expect(readFileSync(await file.path(), 'utf8')).toContain('xmlUrl="sample:')
    await page.getByText('Newsdesk subscriptions.opml goes to the downloads of your browser').waitFor()
    await expect.poll(() => readdirSync(join(folder, 'served', 'transfer', 'out'))).toEqual([])
    expect(said.filter((text) => /violation|Content Security Policy|Failed|Refused/i.test(text))).toEqual([])
  })
})

describe.skipIf(desktopMissing !== null)('files through the desktop app', () => {
  let desktop: DesktopApp
  beforeAll(async () => {
    desktop = await openDesktopApp({ args: ['--sample'] })
  })
  afterAll(() => desktop?.close())

  /** Answers the system's dialogs as a person would: with a path, or by closing them. */
  const answerDialogs = (path: string | null): Promise<void> =>
    desktop.app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = (_: unknown, options?: { defaultPath?: string }) => {
        Object.assign(globalThis, { offered: options?.defaultPath })
        return Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' })
      }
      dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] })
    }, path)
  const choose = (kinds: unknown) =>
    desktop.page.evaluate((given) => (window as unknown as { newsdesk: NewsdeskWindow }).newsdesk.chooseFile(given as never), kinds)
  const waiting = (way: 'in' | 'out'): string[] => readdirSync(join(desktop.profile, 'transfer', way))

  it('leave to where a person says', async () => {
    const place = join(folder, 'mine.opml')
    await answerDialogs(place)
    await askToExport(desktop.page)
    await desktop.page.getByText('Kept as mine.opml').waitFor()
    expect(readFileSync(place, 'utf8')).toContain('xmlUrl="sample:')
    expect(await desktop.app.evaluate(() => (globalThis as unknown as { offered: string }).offered)).toMatch(
      /[\\/]Newsdesk subscriptions\.opml$/,
    )
    expect(waiting('out')).toEqual([])
  })

  it('say nothing and leave nothing where the dialog is closed', async () => {
    await answerDialogs(null)
    await desktop.page.getByRole('button', { name: 'Export as OPML' }).click()
    await desktop.page.getByText('Kept as mine.opml').waitFor({ state: 'detached' })
    await expect.poll(() => waiting('out')).toEqual([])
  })

  it('say in words that a place cannot be written, and can be kept elsewhere', async () => {
    await answerDialogs(join(folder, 'missing', 'mine.opml'))
    await desktop.page.getByRole('button', { name: 'Export as OPML' }).click()
    await desktop.page.getByText('The file mine.opml could not be written there.').waitFor()
  })

  it('enter as a copy under a token, with no path told', async () => {
    const place = join(folder, 'chosen.opml')
    writeFileSync(place, '<opml/>')
    await answerDialogs(place)
    const answer = await choose(['subscriptions'])
    expect(answer).toEqual({ ok: true, value: { token: expect.stringMatching(/^[0-9a-f]{32}$/), name: 'chosen.opml', bytes: 7 } })
    const [token = ''] = waiting('in')
    const copy = join(desktop.profile, 'transfer', 'in', token, 'chosen.opml')
    expect(readFileSync(copy, 'utf8')).toBe('<opml/>')
    if (process.platform !== 'win32') expect(statSync(copy).mode & 0o777).toBe(0o600)
  })

  it('do not enter where the dialog is closed, the file is missing, or the kind is unknown', async () => {
    await answerDialogs(null)
    expect(await choose(['subscriptions'])).toEqual({ ok: true, value: null })
    await answerDialogs(join(folder, 'missing.opml'))
    expect(await choose(['subscriptions'])).toMatchObject({ ok: false, failure: { kind: 'file-unreadable', name: 'missing.opml' } })
    for (const kinds of [[], ['/etc/passwd'], ['constructor'], 'backup', null, Array(100).fill('backup')])
      expect(await choose(kinds)).toMatchObject({ ok: false, failure: { kind: 'bad-request' } })
  })

  it('R01 do not leave by a token that nobody gave out', async () => {
    for (const token of ['', '../../library.sqlite', '0'.repeat(32), 'x'.repeat(5000)])
      expect(
        await desktop.page.evaluate((given) => (window as unknown as { newsdesk: NewsdeskWindow }).newsdesk.keepFile(given), token),
      ).toMatchObject({ ok: false, failure: { kind: 'file-gone' } })
  })
})
