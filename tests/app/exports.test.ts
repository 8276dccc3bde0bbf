import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inflateSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unzipped } from '../fixtures/unzipped.ts'
import { openBrowser } from './browser.ts'
import { desktopMissing, openDesktopApp, type DesktopApp } from './electronApp.ts'
import { serveProfile, type ServedHost } from './servedHost.ts'

const folder = mkdtempSync(join(tmpdir(), 'newsdesk-exports-'))
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Opens the dialog that exports the first article of the list that has a picture. */
async function askToExport(page: Page): Promise<void> {
  await page.locator('.row:has(.row-picture)').first().click()
  await page.frameLocator('iframe').locator('img').first().waitFor()
  await page.getByRole('toolbar').getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Export…' }).click()
}

const chosen = (page: Page, format: string) => page.getByRole('radio', { name: format }).check({ force: true })
const run = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click()

describe('exports through the browser host', () => {
  let host: ServedHost
  let page: Page
  const said: string[] = []
  beforeAll(async () => {
    host = await serveProfile(join(folder, 'served'), '--sample')
    page = await (await browser.newContext()).newPage()
    page.on('console', (message) => said.push(message.text()))
    await page.goto(host.address)
    await askToExport(page)
  })
  afterAll(() => host?.close())

  it('keep an article as Markdown with its pictures beside', async () => {
    const download = page.waitForEvent('download')
    await run(page)
    const file = await download
    expect(file.suggestedFilename()).toMatch(/\.zip$/)
    const files = await unzipped(await file.path())
    expect([...files.keys()].some((name) => /^pictures\/[0-9a-f]{16}\.\w+$/.test(name))).toBe(true)
    await page.getByText('One article is in the file.').waitFor()
  })

  it('keep it as a document that shows everything with no network, and asks for nothing', async () => {
    await chosen(page, 'HTML')
    const download = page.waitForEvent('download')
    await run(page)
    const kept = join(folder, 'article.html')
    await (await download).saveAs(kept)
    const asked: string[] = []
    const faults: string[] = []
    const context = await browser.newContext({ offline: true })
    const reader = await context.newPage()
    reader.on('request', (request) => asked.push(request.url()))
    reader.on('console', (message) => faults.push(message.text()))
    reader.on('pageerror', (fault) => faults.push(String(fault)))
    await reader.goto(pathToFileURL(kept).href)
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(kept).href])
    expect(faults).toEqual([])
    expect(
      await reader.locator('img').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth > 0)),
    ).not.toContain(false)
    expect(await reader.locator('img').count()).toBeGreaterThan(0)
    expect(await reader.locator('article > footer').innerText()).toMatch(/“.+” .+https?:|sample:/)
    expect(await reader.locator('h1').evaluate((title) => getComputedStyle(title).marginTop)).toBe('0px')
    await reader.emulateMedia({ media: 'print' })
    expect(
      await reader
        .locator('img')
        .first()
        .evaluate((image) => getComputedStyle(image).objectFit),
      'a picture that is higher than a page keeps its form',
    ).toBe('contain')
    await context.close()
  })

  it('open it to be printed, in a window without scripts', async () => {
    await chosen(page, 'PDF')
    await run(page)
    // No test can answer the printing of a browser.
    await page.evaluate(() => {
      const open = window.open.bind(window)
      window.open = (...given) => {
        const sheet = open(...given)
        const look = setInterval(
          () => sheet && Object.assign(sheet, { print: () => Object.assign(window, { printed: clearInterval(look) }) }),
          10,
        )
        return sheet
      }
    })
    const opening = page.waitForEvent('popup')
    await page.getByRole('button', { name: 'Open and print' }).click()
    const sheet = await opening
    await sheet.locator('article h1').waitFor()
    await page.getByText('The articles stand in a window of their own').waitFor()
    expect(new URL(sheet.url()).pathname).toMatch(/^\/files\/print\//)
    expect(
      await sheet
        .locator('img')
        .first()
        .evaluate((image) => (image as HTMLImageElement).naturalWidth),
    ).toBeGreaterThan(0)
    await expect.poll(() => page.evaluate(() => 'printed' in window)).toBe(true)
    await sheet.close()
    expect(said.filter((text) => /violation|Content Security Policy|Refused/i.test(text))).toEqual([])
  })
})

describe.skipIf(desktopMissing !== null)('exports through the desktop app', () => {
  let desktop: DesktopApp
  beforeAll(async () => {
    desktop = await openDesktopApp({ args: ['--sample'] })
    await askToExport(desktop.page)
  })
  afterAll(() => desktop?.close())

  it('keep an article as PDF, with its text and its pictures', async () => {
    const place = join(folder, 'article.pdf')
    const title = await desktop.page.getByRole('article').getByRole('heading', { level: 2 }).first().innerText()
    const headings = await desktop.page.frameLocator('iframe').locator('h1, h2, h3, h4, h5, h6').allInnerTexts()
    expect(headings.length).toBeGreaterThan(0)
    await desktop.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
    }, place)
    await chosen(desktop.page, 'PDF')
    await run(desktop.page)
    await desktop.page.getByText('Kept as article.pdf').waitFor()
    const pdf = readFileSync(place)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1')).toMatch(/\/Subtype ?\/Image/)
    expect(pdf.toString('latin1')).toMatch(/\/Type ?\/Page\b/)
    expect(streamsOf(pdf)).toMatch(/beginbfchar|beginbfrange/)
    expect(bookmarksOf(pdf)).toEqual(expect.arrayContaining([title, ...headings]))
    expect(bookmarksOf(pdf)).toHaveLength(headings.length + 1)
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })
})

/** What the packed streams of a PDF hold. Its letters are numbers of a font; the maps beside it lead back to text. */
function streamsOf(pdf: Buffer): string {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/stream\r?\n/g)]
    .map((match) => {
      try {
        return inflateSync(pdf.subarray(match.index + match[0].length), { finishFlush: 2 }).toString('latin1')
      } catch {
        return ''
      }
    })
    .join('\n')
}

/** What the bookmarks of a PDF say, in no order: plain where the letters allow it, else UTF-16. */
function bookmarksOf(pdf: Buffer): string[] {
  const titles = [...pdf.toString('latin1').matchAll(/<<\/Title (?:\(((?:\\.|[^\\)])*)\)|<FEFF([0-9A-F]*)>)\n\/Dest/g)]
  return titles.map(([, plain, wide = '']) =>
    plain === undefined ? Buffer.from(wide, 'hex').swap16().toString('utf16le') : plain.replace(/\\(.)/g, '$1'),
  )
}
