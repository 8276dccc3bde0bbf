/** The picture of a number on the taskbar of Windows, where icons have no numbers of their own. */

/** Its side in pixels; it is shown at half of that on plain screens. */
export const BADGE_SIDE = 32

// Blue, green, red, as bitmaps have them: the accent, and paper.
const GROUND = [0x67, 0x5c, 0x0b, 0xff] as const
const INK = [0xff, 0xff, 0xff, 0xff] as const

/** Three columns by five rows each, a bit a dot. */
const glyphs: Readonly<Record<string, readonly number[]>> = {
  '0': [7, 5, 5, 5, 7],
  '1': [2, 6, 2, 2, 7],
  '2': [7, 1, 7, 4, 7],
  '3': [7, 1, 7, 1, 7],
  '4': [5, 5, 7, 1, 1],
  '5': [7, 4, 7, 1, 7],
  '6': [7, 4, 7, 5, 7],
  '7': [7, 1, 1, 2, 2],
  '8': [7, 5, 7, 5, 7],
  '9': [7, 5, 7, 1, 7],
  '+': [0, 2, 7, 2, 0],
}

/** What stands on the badge: the number, or 99+. */
export function badgeText(count: number): string {
  return count > 99 ? '99+' : String(count)
}

/** The pixels of a round badge with its number, in the order that bitmaps have. */
export function badgePixels(count: number): Buffer {
  const pixels = Buffer.alloc(BADGE_SIDE * BADGE_SIDE * 4)
  const put = (x: number, y: number, colour: readonly number[]): void => pixels.set(colour, (y * BADGE_SIDE + x) * 4)
  const middle = (BADGE_SIDE - 1) / 2
  for (let y = 0; y < BADGE_SIDE; y += 1)
    for (let x = 0; x < BADGE_SIDE; x += 1) if (Math.hypot(x - middle, y - middle) < BADGE_SIDE / 2) put(x, y, GROUND)
  for (const [x, y] of dotsOf(badgeText(count))) put(x, y, INK)
  return pixels
}

function dotsOf(text: string): (readonly [number, number])[] {
  const size = text.length === 3 ? 2 : 3
  const left = Math.round((BADGE_SIDE - (text.length * 4 - 1) * size) / 2)
  const top = Math.round((BADGE_SIDE - 5 * size) / 2)
  const area = Array.from({ length: size * size }, (_, at) => [at % size, Math.floor(at / size)] as const)
  return Array.from(text).flatMap((sign, place) =>
    (glyphs[sign] ?? []).flatMap((bits, row) =>
      [0, 1, 2]
        .filter((column) => (bits & (4 >> column)) !== 0)
        .flatMap((column) => area.map(([dx, dy]) => [left + (place * 4 + column) * size + dx, top + row * size + dy] as const)),
    ),
  )
}
