/** An object of a PDF: its text, and the bytes of its stream, if it has one, from the word `stream` on. */
export interface PdfObject {
  readonly text: string
  readonly stream: Buffer | null
}

/** A PDF taken apart. Objects keep their numbers. */
export interface PdfFile {
  /** The first lines, which say the version. */
  readonly head: Buffer
  readonly objects: ReadonlyMap<number, PdfObject>
  /** One more than the highest number. */
  readonly size: number
  readonly catalog: number
  readonly info: number | null
}

const XREF_LINE = 20

/**
 * Takes apart a PDF as Chromium writes it: one table of plain objects, strings escaped, no updates. Throws on any other form, rather
 * than guess.
 */
export function readPdf(bytes: Buffer): PdfFile {
  const tail = bytes.subarray(-1024).toString('latin1')
  const [, from = ''] = /startxref\n(\d+)\n%%EOF\s*$/.exec(tail) ?? unlike('it has no table')
  const table = Number(from)
  const [told = '', size = ''] = /^xref\n0 (\d+)\n/.exec(textOf(bytes, table, table + 40)) ?? unlike('its table is of another kind')
  const lines = table + told.length
  const trailer = textOf(bytes, lines + Number(size) * XREF_LINE, bytes.length)
  const offsets = offsetsIn(textOf(bytes, lines, lines + Number(size) * XREF_LINE))
  const ends = [...offsets.values(), table].toSorted((one, other) => one - other)
  const nextTo = new Map(ends.map((offset, index) => [offset, ends[index + 1] ?? table]))
  return {
    head: bytes.subarray(0, ends[0]),
    objects: new Map([...offsets].map(([number, offset]) => [number, objectAt(bytes.subarray(offset, nextTo.get(offset)), number)])),
    size: Number(size),
    catalog: refIn(trailer, 'Root') ?? unlike('it has no catalog'),
    info: refIn(trailer, 'Info'),
  }
}

/** The number of the object that an entry of a dictionary names; null where there is no such entry. */
export function refIn(text: string, name: string): number | null {
  const [, number] = new RegExp(`/${name} (\\d+) 0 R`).exec(text) ?? []
  return number === undefined ? null : Number(number)
}

/** Gives up on a PDF that is none of Chromium's. */
export function unlike(why: string): never {
  throw new Error(`The PDF is not of the form that Chromium writes: ${why}`)
}

function offsetsIn(lines: string): Map<number, number> {
  const offsets = new Map<number, number>()
  for (const [index, [, offset = '', kind]] of [...lines.matchAll(/(\d{10}) \d{5} ([nf]) \n/g)].entries())
    if (kind === 'n') offsets.set(index, Number(offset))
  return offsets
}

function objectAt(bytes: Buffer, number: number): PdfObject {
  const [first, last] = [`${number} 0 obj\n`, 'endobj\n']
  if (textOf(bytes, 0, first.length) !== first || textOf(bytes, -last.length, bytes.length) !== last) unlike(`object ${number} is broken`)
  const body = bytes.subarray(first.length, -last.length)
  // Ends of lines inside strings are escaped, so this is no text.
  const start = body.indexOf('>> stream\n')
  if (start === -1) return { text: body.toString('latin1').trimEnd(), stream: null }
  return { text: body.subarray(0, start + 2).toString('latin1'), stream: body.subarray(start + 3) }
}

function textOf(bytes: Buffer, from: number, to: number): string {
  return bytes.subarray(from, to).toString('latin1')
}
