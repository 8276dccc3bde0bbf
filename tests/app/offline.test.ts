import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dist } from '../../build/places.ts'
import { startNewsServer } from '../fixtures/newsServer.ts'
import { openBrowser } from './browser.ts'
import { desktopMissing, openDesktopApp } from './electronApp.ts'
import { MADE, PICTURES, publishMany } from './offlineNews.ts'
import { serveProfileWith } from './servedHost.ts'

interface Counts {
  readonly ready: number
  readonly partial: number
  readonly none: number
  readonly mediaBytes: number
}

/** What was seen of one article that was opened. */
interface Seen {
  readonly id: string
  readonly verdict: string
  readonly title: string
  readonly shown: string
  readonly pictures: number
  readonly blank: number
}

/** The desktop app shows the same screen: as many as tell whether its own way to the pictures holds. */
const NEWEST = 120

describe('with every socket blocked', () => {
  const profile = mkdtempSync(join(tmpdir(), 'newsdesk-offline-'))
  const attempts = `${profile}-attempts`
  let browser: Browser
  let counts: Counts

  beforeAll(async () => {
    browser = await openBrowser()
    const server = await startNewsServer()
    publishMany(server)
    await command(profile, 'add', 'sample:')
    await command(profile, 'add', `${server.url}/many.xml`)
    counts = (await command(profile, 'offline', '--get-ready')) as Counts
    await server.close()
    writeFileSync(attempts, '')
  }, 240_000)
  afterAll(async () => {
    await browser.close()
    rmSync(profile, { recursive: true, force: true })
    rmSync(attempts, { force: true })
  })

  it('has every article of the sample edition and of five hundred made ones ready', () => {
    expect(counts).toMatchObject({ partial: 0, none: 0 })
    expect(counts.ready).toBeGreaterThan(MADE)
    expect(counts.mediaBytes).toBeGreaterThan(0)
  })

  it('opens each ready article on the browser host: no request fails, and no picture is missing', async () => {
    const block = { NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'noNetwork.ts')).href}`, NEWSDESK_ATTEMPTS: attempts }
    const host = await serveProfileWith(block, profile, '--allow-private')
    try {
      const origin = new URL(host.address).origin
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
      const faults = watched(await context.newPage(), (url) => url.startsWith(origin))
      await context.route(
        (url) => url.origin !== origin,
        (route) => route.abort(),
      )
      await faults.page.goto(host.address)
      await asksInVain(faults.page)
      const seen = await openEach(faults.page, counts.ready)
      expect(faults.all).toEqual([])
      expectWhole(seen, counts.ready)
    } finally {
      await host.close()
    }
    // The block was there, and it bit: a refresh was tried in vain.
    expect(readFileSync(attempts, 'utf8')).toContain('127.0.0.1')
  }, 300_000)

  it.skipIf(desktopMissing !== null)(
    'opens the newest of them in the desktop app in the same way, with the publisher gone',
    async () => {
      const desktop = await openDesktopApp({ profile })
      try {
        const faults = watched(desktop.page, (url) => !url.startsWith('http'))
        await goToAll(desktop.page)
        const seen = await openEach(desktop.page, NEWEST)
        expect(faults.all).toEqual([])
        expectWhole(seen, NEWEST)
      } finally {
        await desktop.close()
      }
    },
    600_000,
  )
})

/** So many different articles were ready, and each stood there with its title and every picture. */
function expectWhole(seen: readonly Seen[], count: number): void {
  const ready = seen.filter((each) => each.verdict === 'ready')
  expect(new Set(ready.map((each) => each.id)).size).toBe(count)
  expect(ready.filter((each) => each.blank > 0)).toEqual([])
  expect(ready.filter((each) => each.shown !== each.title)).toEqual([])
  const made = ready.filter((each) => each.title.startsWith('Port trial number '))
  expect(made.filter((each) => each.pictures !== PICTURES)).toEqual([])
  expect(made.length).toBeGreaterThan(0)
}

/** Runs a command of the built app and answers its document. */
async function command(profile: string, ...words: readonly string[]): Promise<unknown> {
  const args = [join(dist, 'electron', 'cli.js'), ...words, '--json', '--allow-private', '--profile', profile]
  const run = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  run.stdout.on('data', (piece: Buffer) => void (out += piece.toString()))
  await new Promise((resolve) => void run.once('close', resolve))
  return JSON.parse(out) as unknown
}

/** Everything of a page that fails, or goes to another place than the app's own. */
function watched(page: Page, isOwn: (url: string) => boolean): { readonly page: Page; readonly all: string[] } {
  const all: string[] = []
  page.on('request', (request) => isOwn(request.url()) || all.push(`asked elsewhere: ${request.url()}`))
  page.on('requestfailed', (request) => all.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`))
  page.on('response', (response) => response.status() >= 400 && all.push(`${response.status()}: ${response.url()}`))
  page.on('pageerror', (fault) => all.push(fault.message))
  return { page, all }
}

/** Goes to all articles, once the screen listens. */
async function goToAll(page: Page): Promise<void> {
  await page.locator('.row').first().waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.getByRole('heading', { level: 1, name: 'All articles' }).waitFor()
}

/** Has the publishers asked, which must fail. */
async function asksInVain(page: Page): Promise<void> {
  await goToAll(page)
  await page.keyboard.press('r')
  await page.getByText('has trouble').or(page.getByText('Offline, reading')).first().waitFor()
}

/** Goes from article to article with the key `j`, and looks at each. */
async function openEach(page: Page, count: number): Promise<Seen[]> {
  await page.locator('.row').first().waitFor()
  const seen: Seen[] = []
  for (let place = 0; place < count; place += 1) {
    await page.keyboard.press('j')
    seen.push(await page.evaluate(lookAtArticle, seen.at(-1)?.id ?? ''))
  }
  return seen
}

/** In the page: waits until another article than the last stands there whole, then tells what is seen of it. */
async function lookAtArticle(last: string): Promise<Seen> {
  const deadline = performance.now() + 20_000
  for (;;) {
    const row = document.querySelector<HTMLElement>('.row[aria-current=true]')
    const id = row?.dataset['row'] ?? ''
    const title = row?.querySelector('.row-title bdi')?.textContent ?? ''
    const shown = document.querySelector('.article-title bdi')?.textContent ?? ''
    if ((id !== '' && id !== last && title === shown) || performance.now() > deadline) {
      const frame = document.querySelector('iframe')?.contentDocument?.images ?? []
      const pictures = [...frame, ...document.querySelectorAll<HTMLImageElement>('.article-head img')]
      // Those below the fold come when they are scrolled to.
      for (const picture of pictures) picture.loading = 'eager'
      await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)))
      const verdict = row?.querySelector('[data-offline]')?.getAttribute('data-offline') ?? ''
      const blank = pictures.filter((picture) => picture.naturalWidth === 0).length
      return { id, title, shown, verdict, blank, pictures: pictures.length }
    }
    await new Promise((resolve) => void setTimeout(resolve, 8))
  }
}
