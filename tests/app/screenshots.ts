import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { root } from '../../build/places.ts'
import { openBrowser } from './browser.ts'
import { serveProfile } from './servedHost.ts'

// `node tests/app/screenshots.ts [folder]`: the pictures of the README, of the built app with the sample edition.
const folder = process.argv[2] ?? join(root, 'docs', 'pictures')

type Shot = readonly [name: string, prepare: (page: Page) => Promise<void>]

const shots: readonly Shot[] = [
  ['reading', (page) => press(page, 'j')],
  ['saved', (page) => press(page, 'j', 's', 'j', 'j', 's', 'g', 's', 'j')],
  ['search', (page) => press(page, '/').then(() => page.keyboard.type('base station'))],
  ['settings', (page) => press(page, 'Control+,')],
  [
    'add',
    (page) =>
      press(page, 'a')
        .then(() => page.keyboard.type('sample://sintai/'))
        .then(() => press(page, 'Enter')),
  ],
]

const looks = [
  ['light', { theme: 'light', language: 'en' }],
  ['dark', { theme: 'dark', language: 'en' }],
  ['chinese', { theme: 'light', language: 'zh-CN' }],
] as const

mkdirSync(folder, { recursive: true })
const browser = await openBrowser()
await welcome(browser)
for (const [look, settings] of looks) for (const shot of shots) await take(browser, look, settings, shot)
await browser.close()

async function welcome(from: Browser): Promise<void> {
  await withHost([], async (address) => {
    const page = await openPage(from, address)
    await page.screenshot({ path: join(folder, 'welcome-light.png') })
  })
}

async function take(from: Browser, look: string, settings: Record<string, string>, [name, prepare]: Shot): Promise<void> {
  await withHost(['--sample'], async (address) => {
    const page = await openPage(from, address)
    await page.getByText('Sintai').first().waitFor()
    await change(page, settings)
    await prepare(page)
    await page.waitForTimeout(1_500)
    await page.screenshot({ path: join(folder, `${name}-${look}.png`) })
    await page.context().close()
  })
}

async function openPage(from: Browser, address: string): Promise<Page> {
  const context = await from.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForTimeout(1_500)
  return page
}

/** Asks the host as the page does. */
async function change(page: Page, settings: Record<string, string>): Promise<void> {
  await page.evaluate(async (chosen) => {
    const token = Object.values(sessionStorage).find((value) => /^[\w-]{43}$/.test(String(value))) as string
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    await fetch('/api/changeSettings', { method: 'POST', headers, body: JSON.stringify({ change: chosen }) })
  }, settings)
  await page.waitForTimeout(800)
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(250)
  }
}

async function withHost(args: readonly string[], work: (address: string) => Promise<void>): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'newsdesk-pictures-'))
  const host = await serveProfile(profile, ...args)
  await work(host.address)
  await host.close()
  rmSync(profile, { recursive: true, force: true })
}
