import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { iconFiles } from './iconFiles.ts'
import type { IconFile } from './iconFiles.ts'
import { icnsOf, icoOf } from './iconContainers.ts'
import type { SizedPng } from './iconContainers.ts'

/** Draws an SVG as a PNG of that many pixels a side. */
export type DrawIcon = (svg: string, size: number) => Promise<Buffer>

const folder = new URL('icons/', import.meta.url)

/** Makes every icon file from its drawing, and notes which drawing and which files belong together. */
export async function drawIcons(draw: DrawIcon): Promise<void> {
  mkdirSync(new URL('tray/', folder), { recursive: true })
  for (const file of iconFiles) writeFileSync(new URL(file.name, folder), await madeFrom(file, draw))
  const names = [...new Set([...iconFiles.map(({ drawing }) => drawing), ...iconFiles.map(({ name }) => name)])]
  const sums = Object.fromEntries(names.map((name) => [name, sumOf(name)]))
  writeFileSync(new URL('sums.json', folder), `${JSON.stringify(sums, null, 2)}\n`)
}

async function madeFrom({ drawing, name, sizes, margin }: IconFile, draw: DrawIcon): Promise<Buffer> {
  const svg = withMargin(readFileSync(new URL(drawing, folder), 'utf8'), margin ?? 0)
  const pictures: SizedPng[] = []
  for (const size of sizes) pictures.push({ size, png: await draw(svg, size) })
  if (name.endsWith('.ico')) return icoOf(pictures)
  if (name.endsWith('.icns')) return icnsOf(pictures)
  const [only] = pictures
  if (only === undefined) throw new Error(`${name} has no size`)
  return only.png
}

/** The drawing with empty space around it. `margin`: the share of the whole on each side. */
function withMargin(svg: string, margin: number): string {
  return svg.replace(/viewBox="0 0 (\d+) \1"/, (_, side: string) => {
    const whole = Number(side) / (1 - 2 * margin)
    return `viewBox="${-whole * margin} ${-whole * margin} ${whole} ${whole}"`
  })
}

function sumOf(name: string): string {
  return createHash('sha256')
    .update(readFileSync(new URL(name, folder)))
    .digest('hex')
}
