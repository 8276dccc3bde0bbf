import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inflateSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PdfJoin } from '../../electron/shell/pdf/joinPdfs.ts'
import type { NewsdeskWindow } from '../../renderer/bridge/desktopBridge.ts'
import { checkedPdf } from '../fixtures/checkedPdf.ts'
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
    const printed = await reader.pdf({ preferCSSPageSize: true, tagged: true, outline: true })
    const twice = checkedPdf(await joined(join(folder, 'twice.pdf'), [printed, printed]))
    const title = await reader.locator('h1').innerText()
    expect(twice).toMatchObject({ pages: checkedPdf(printed).pages * 2, bookmarks: [title, title], faults: [] })
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
    expect(checkedPdf(pdf)).toMatchObject({ bookmarks: [title], faults: [] })
    expect(pdf.toString('latin1').match(/\/Title /g)).toHaveLength(1 + headings.length + 1)
    for (const heading of headings.filter((each) => /^[\w ,.]+$/.test(each)))
      expect(pdf.toString('latin1')).toContain(`/Title (${heading})`)
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it('print many articles in parts into one PDF, whose list, bookmarks and structure are whole', async () => {
    const place = join(folder, 'all.pdf')
    await desktop.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
    }, place)
    const { titles, ids, kept, told } = await desktop.page.evaluate(printAll, 6)
    expect(kept).toEqual({ ok: true, value: { outcome: 'kept', name: 'all.pdf' } })
    const parts = Math.ceil(ids.length / 6)
    expect(told).toEqual(Array.from({ length: parts }, (_, index) => ({ done: index + 1, total: parts })))
    const pdf = checkedPdf(readFileSync(place))
    expect(pdf.faults).toEqual([])
    expect(pdf.bookmarks).toEqual(['Contents', ...titles])
    expect(pdf.links).toEqual(expect.arrayContaining([...ids]))
    expect(Object.keys(pdf.places)).toEqual([...ids])
    expect(Object.values(pdf.places)).toEqual(Object.values(pdf.places).toSorted((one, other) => one - other))
    expect(Math.max(...Object.values(pdf.places))).toBeLessThan(pdf.pages)
  })

  it('stop printing when that is asked, and keep nothing', async () => {
    await desktop.app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = () => Promise.reject(new Error('Nobody is to be asked'))
    })
    expect(await desktop.page.evaluate(stopPrinting)).toMatchObject({ ok: true, value: { outcome: 'cancelled' } })
    await expect.poll(() => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect(readdirSync(join(desktop.profile, 'transfer', 'out'))).toEqual([])
  })
})

/** The pages of several PDFs in one. */
async function joined(place: string, pdfs: readonly Buffer[]): Promise<Buffer> {
  const whole = await PdfJoin.begin(place)
  for (const pdf of pdfs) await whole.add(pdf)
  await whole.finish()
  return readFileSync(place)
}

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

/** Has the page export everything in parts and keep it as one PDF, and notes what it hears of it. */
async function printAll(articlesInPart: number) {
  const { newsdesk } = window as unknown as { readonly newsdesk: NewsdeskWindow }
  const listed = await newsdesk.listArticles({ scope: {}, order: 'newest', limit: 100 })
  const articles = listed.ok ? listed.value.articles : []
  const ids = articles.map(({ id }) => id)
  const written = await newsdesk.exportArticles({ ids, format: 'pdf', articlesInPart })
  const files = written.ok && written.value.file !== null ? [written.value.file, ...written.value.further] : []
  const told: unknown[] = []
  const leave = newsdesk.onPrinting((progress) => told.push(progress))
  const kept = await newsdesk.keepPdf(files.map(({ token }) => token))
  leave()
  return { ids, titles: articles.map(({ title }) => title), kept, told }
}

/** Has the page do the same an article at a time, and stop after the first. */
async function stopPrinting() {
  const { newsdesk } = window as unknown as { readonly newsdesk: NewsdeskWindow }
  const listed = await newsdesk.listArticles({ scope: {}, order: 'newest', limit: 100 })
  const ids = listed.ok ? listed.value.articles.map(({ id }) => id) : []
  const written = await newsdesk.exportArticles({ ids, format: 'pdf', articlesInPart: 1 })
  const files = written.ok && written.value.file !== null ? [written.value.file, ...written.value.further] : []
  const leave = newsdesk.onPrinting(() => void newsdesk.stopPdf())
  const kept = await newsdesk.keepPdf(files.map(({ token }) => token))
  leave()
  return kept
}
