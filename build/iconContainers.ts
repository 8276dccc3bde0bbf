/** A square picture as PNG, and how many pixels it has a side. */
export interface SizedPng {
  readonly size: number
  readonly png: Buffer
}

// What macOS calls each size; the second names are those for screens with two pixels a point.
const icnsNames: Readonly<Record<number, readonly string[]>> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['icp6', 'ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
}

/** An icon file of Windows: a directory of PNG files, as it reads them since Vista. At most 256 pixels a side. */
export function icoOf(pictures: readonly SizedPng[]): Buffer {
  const head = Buffer.alloc(6)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length + 16 * pictures.length
  const entries = pictures.map(({ size, png }) => {
    const entry = icoEntry(size, png.length, offset)
    offset += png.length
    return entry
  })
  return Buffer.concat([head, ...entries, ...pictures.map(({ png }) => png)])
}

function icoEntry(size: number, bytes: number, offset: number): Buffer {
  if (size > 256) throw new RangeError(`An icon of Windows has at most 256 pixels a side, not ${size}`)
  const entry = Buffer.alloc(16)
  // 256 is written as 0.
  entry.writeUInt8(size % 256, 0)
  entry.writeUInt8(size % 256, 1)
  entry.writeUInt16LE(1, 4)
  entry.writeUInt16LE(32, 6)
  entry.writeUInt32LE(bytes, 8)
  entry.writeUInt32LE(offset, 12)
  return entry
}

/** An icon file of macOS: named blocks, each a PNG file. Sizes that macOS has no name for are left out. */
export function icnsOf(pictures: readonly SizedPng[]): Buffer {
  const blocks = pictures.flatMap(({ size, png }) => (icnsNames[size] ?? []).map((name) => icnsBlock(name, png)))
  return icnsBlock('icns', Buffer.concat(blocks))
}

function icnsBlock(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32BE(head.length + content.length, 4)
  return Buffer.concat([head, content])
}
