import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { articlePage, entries, paragraphs, picture, rss, type NewsServer } from '../fixtures/newsServer.ts'

/** A host on a profile, opened as often as a person opens it. */
export interface JourneyHost {
  open(): Promise<Page>
  close(): Promise<void>
}

const SUMMARY = 'Quay seven has its own network now.'
const FROM_PAGE = 'The harbour office published the complete measurement of the quay.'
const CHINESE = '海港五号码头的新网络已经开通,起重机的时延降到四毫秒。'

/** Publishes a company's site that names its feed, and a feed of the industry with summaries alone. */
export function publish(server: NewsServer): void {
  server.route(
    '/',
    `<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/company.xml"></head><body><h1>Harbour Networks</h1></body></html>`,
  )
  server.route('/company.xml', { body: companyFeed(4), etag: true })
  server.route('/mast.png', picture())
  server.route('/industry.xml', {
    body: rss('Port Observer', [{ guid: 'seven', link: '/seven', title: 'Quay seven', body: SUMMARY }, chineseEntry()]),
    etag: true,
  })
  server.route('/seven', articlePage('Quay seven', `<p>${SUMMARY} ${FROM_PAGE}</p>${paragraphs(7, 6)}`))
}

/**
 * The main job, on real input: welcome, add, refresh, list, read, save; then the publisher goes away and the app is started
 * again: everything is still listed, readable with its pictures, searchable and saved.
 */
export async function walk(host: JourneyHost, server: NewsServer): Promise<void> {
  const page = await host.open()
  await followBoth(page, server)
  await arriveAndRead(page, server)
  await saveIt(page)
  await host.close()
  await server.close()
  await stillThere(await host.open())
  await host.close()
}

async function followBoth(page: Page, server: NewsServer): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.getByRole('textbox').first().fill(`${server.url}/`)
  await page.keyboard.press('Enter')
  await page.getByText('Port trial number 4').first().waitFor()
  await page.getByRole('button', { name: 'Follow', exact: true }).first().click()
  await page.getByRole('navigation').first().waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await row(page, 'Port trial number 4').waitFor()
  await page.keyboard.press('a')
  await page.getByRole('dialog').getByRole('textbox').first().fill(`${server.url}/industry.xml`)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Follow', exact: true }).first().click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await row(page, 'Quay seven').waitFor()
}

async function arriveAndRead(page: Page, server: NewsServer): Promise<void> {
  server.route('/company.xml', { body: companyFeed(5), etag: true })
  await page.keyboard.press('r')
  // What arrives waits above the list until a person asks for it.
  await page.getByRole('button', { name: /new article/ }).click()
  await row(page, 'Port trial number 5').waitFor()
  await row(page, 'Port trial number 4').click()
  await expect.poll(() => articleText(page)).toContain('Report 4.')
  await expect.poll(() => picturesShown(page)).toBe(1)
  await row(page, 'Quay seven').click()
  // The feed has a summary alone: the text is the page's.
  await expect.poll(() => articleText(page)).toContain(FROM_PAGE)
}

async function saveIt(page: Page): Promise<void> {
  await page.keyboard.press('s')
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.getByRole('heading', { level: 1, name: 'Saved' }).waitFor()
  await row(page, 'Quay seven').waitFor()
}

async function stillThere(page: Page): Promise<void> {
  await row(page, 'Port trial number 4').click()
  await expect.poll(() => articleText(page)).toContain('Report 4.')
  await expect.poll(() => picturesShown(page)).toBe(1)
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await row(page, 'Quay seven').click()
  await expect.poll(() => articleText(page)).toContain(FROM_PAGE)
  await page.keyboard.press('/')
  await page.locator('nav input').first().fill('码头')
  await row(page, '海港新闻').waitFor()
}

/** Each article shows a picture below its text. */
function companyFeed(newest: number): string {
  const told = entries(1, newest + 1).map((entry) => ({ ...entry, body: `${entry.body}<p><img src="/mast.png" alt="A mast"></p>` }))
  return rss('Harbour Networks', told)
}

/** The row of a list that shows a title. */
function row(page: Page, title: string): Locator {
  return page.getByRole('option').or(page.getByRole('row')).or(page.getByRole('listitem')).filter({ hasText: title }).first()
}

function articleText(page: Page): Promise<string> {
  return page.frameLocator('iframe').locator('body').innerText()
}

function picturesShown(page: Page): Promise<number> {
  return page
    .frameLocator('iframe')
    .locator('img')
    .evaluateAll((images) => {
      // Pictures below the fold come when they are scrolled to.
      for (const image of images) image.scrollIntoView()
      return images.filter((image) => (image as HTMLImageElement).naturalWidth > 0).length
    })
}

function chineseEntry() {
  return { guid: 'zh', link: '/zh', title: '海港新闻', body: `<p>${CHINESE}</p>${`<p>${CHINESE}</p>`.repeat(8)}` }
}
