import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import chromiumBinary from '@sparticuz/chromium'
import { chromium, type Page } from 'playwright-core'
import { drawIcons } from './drawIcons.ts'
import { drawings } from './sampleDrawings.ts'

/**
 * Renders the drawings of the sample edition and the app's icon again, from their SVG sources:
 * `node build/drawings.ts [name…]`. The rendered files are kept in the repository; only a changed drawing needs this.
 */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const sampleFolder = new URL('sample/', import.meta.url)

async function renderAll(wanted: readonly string[]): Promise<void> {
  const browser = await chromium.launch({ executablePath: await chromiumBinary.executablePath(), args: CHROMIUM_FLAGS })
  const page = await browser.newPage()
  for (const drawing of drawings) {
    if (wanted.length > 0 && !wanted.includes(drawing.name)) continue
    const svg = readFileSync(new URL(`drawings/${drawing.name}.svg`, sampleFolder), 'utf8')
    for (const file of drawing.files) writeFileSync(new URL(file, sampleFolder), await render(page, svg, file, drawing.width))
  }
  if (wanted.length === 0 || wanted.includes('icons')) await drawIcons((svg, size) => render(page, svg, 'icon.png', size))
  await browser.close()
}

/** Draws at `width` pixels; the file's name says whether as PNG or JPEG. */
async function render(page: Page, svg: string, file: string, width: number): Promise<Buffer> {
  const [, wide = 1, high = 1] = (/viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number)
  await page.setViewportSize({ width, height: Math.round((width * high) / wide) })
  await page.setContent(`<style>${letters()}body{margin:0}svg{display:block;width:100vw;height:auto}</style>${svg}`)
  await page.evaluate(`document.fonts.load('600 20px "Source Sans 3 Variable"')`)
  const jpeg = extname(file) === '.jpg'
  return await page.screenshot(jpeg ? { type: 'jpeg', quality: 82 } : { type: 'png', omitBackground: true })
}

/** The app's own typeface, so that labels look the same wherever this runs. */
function letters(): string {
  const path = createRequire(import.meta.url).resolve('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2')
  const font = readFileSync(path).toString('base64')
  return `@font-face{font-family:'Source Sans 3 Variable';font-weight:200 900;src:url(data:font/woff2;base64,${font}) format('woff2')}`
}

await renderAll(process.argv.slice(2))
