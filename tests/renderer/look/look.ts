import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as playwright } from 'playwright-core'
import { serveLook } from './serve.ts'

/**
 * Takes pictures of screens: `node tests/renderer/look/look.ts --query 'scene=full&theme=dark' --size 1280x800 --keys 'j j' --name dark`.
 * `--click` takes a selector, pressed before the keys. Pictures go to the temporary folder.
 */
const { values } = parseArgs({
  options: {
    query: { type: 'string', default: '' },
    size: { type: 'string', default: '1280x800' },
    keys: { type: 'string', default: '' },
    click: { type: 'string', multiple: true, default: [] },
    type: { type: 'string', default: '' },
    name: { type: 'string', default: 'look' },
    out: { type: 'string', default: join(tmpdir(), 'newsdesk-look') },
  },
})

const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
mkdirSync(values.out, { recursive: true })
const { url, server } = await serveLook(join(values.out, `site-${values.name}`))
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: flags.split(' '), headless: true })
const [width = 1280, height = 800] = values.size.split('x').map(Number)
const page = await browser.newPage({ viewport: { width, height } })
page.on('console', (message) => console.log(message.type(), message.text()))
page.on('pageerror', (fault) => console.log('fault', fault.stack ?? fault.message))
await page.goto(`${url}?${values.query}`)
await page.waitForTimeout(600)
for (const selector of values.click) await page.click(selector)
if (values.type !== '') await page.keyboard.type(values.type)
for (const key of values.keys.split(' ').filter((each) => each !== '')) {
  await page.keyboard.press(key)
  await page.waitForTimeout(60)
}
await page.waitForTimeout(900)
await page.screenshot({ path: join(values.out, `${values.name}.png`) })
console.log(join(values.out, `${values.name}.png`))
await browser.close()
server.close()
