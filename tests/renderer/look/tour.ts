import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser } from 'playwright-core'
import { serveLook } from './serve.ts'
import { stops, type Stop } from './stops.ts'
import { violationsOf } from './violations.ts'

/**
 * Goes through the dialogs and whole pages, takes a picture of each and lets axe judge it:
 * `node tests/renderer/look/tour.ts --only welcome --looks light,dark,chinese --size 1280x800`. Ends with 1 where axe or the page complains.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    looks: { type: 'string', default: 'light' },
    size: { type: 'string', default: '1280x800' },
    out: { type: 'string', default: join(tmpdir(), 'newsdesk-tour') },
  },
})

const looks: Readonly<Record<string, string>> = {
  light: 'theme=light',
  dark: 'theme=dark',
  contrast: 'theme=contrast',
  chinese: 'theme=light&language=zh-CN',
  chineseDark: 'theme=dark&language=zh-CN',
}
const flags = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-sync'

mkdirSync(values.out, { recursive: true })
const { url, server } = await serveLook(join(values.out, 'site'))
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: flags.split(' '), headless: true })
let complaints = 0
for (const look of values.looks.split(',')) {
  for (const stop of stops) if (stop.name.startsWith(values.only)) complaints += await visit(browser, stop, look)
}
await browser.close()
server.close()
process.exitCode = complaints === 0 ? 0 : 1

async function visit(browser: Browser, stop: Stop, look: string): Promise<number> {
  const [width = 1280, height = 800] = values.size.split('x').map(Number)
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const told: string[] = []
  page.on('console', (message) => message.type() === 'error' && told.push(message.text()))
  page.on('pageerror', (fault) => told.push(fault.stack ?? fault.message))
  try {
    await page.goto(`${url}?${stop.query}&${looks[look] ?? ''}`)
    await page.waitForSelector('main')
    await stop.steps?.(page)
    await page.waitForTimeout(350)
  } catch (fault) {
    told.push(String(fault))
  }
  const name = `${stop.name}-${look}-${values.size}`
  await page.screenshot({ path: join(values.out, `${name}.png`) })
  for (const { rule, places, why } of await violationsOf(page)) told.push(`${rule}: ${places.join(', ')} ${why}`)
  await context.close()
  console.log(told.length === 0 ? 'ok' : 'NO', name)
  for (const each of told) console.log('   ', each)
  return told.length
}
